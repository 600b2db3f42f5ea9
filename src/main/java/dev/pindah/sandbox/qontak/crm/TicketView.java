package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import tools.jackson.databind.node.ObjectNode;

/** A ticket with names for all its links. */
final class TicketView implements View {

  private final Account account;
  private final Names names;

  TicketView(Account account) {
    this.account = account;
    this.names = new Names(account);
  }

  @Override
  public ObjectNode detail(ObjectNode row) {
    names.user(row, "user_id", "user_name");
    names.user(row, "creator_id", "creator_name");
    names.company(row, "crm_company_id", "crm_company_name");
    var relations = account.relations();
    Names.list(
        row,
        "crm_lead_ids",
        "crm_lead_names",
        Names.ids(row.path("crm_lead_ids")),
        relations::contactName);
    Names.list(
        row,
        "crm_product_ids",
        "crm_product_names",
        Names.ids(row.path("crm_product_ids")),
        relations::productName);
    Names.list(
        row,
        "crm_task_ids",
        "crm_task_names",
        Names.ids(row.path("crm_task_ids")),
        relations::taskName);
    stage(row);
    return Names.withoutHidden(row);
  }

  private static void stage(ObjectNode row) {
    long wanted = row.path("ticket_stage_id").asLong(0);
    for (Pipeline pipeline : Pipeline.TICKETS) {
      for (Stage stage : pipeline.stages()) {
        if (stage.id() == wanted) {
          row.put("ticket_stage_name", stage.name());
          row.put("ticket_pipeline_id", pipeline.id());
          row.put("ticket_pipeline_name", pipeline.name());
        }
      }
    }
  }
}
