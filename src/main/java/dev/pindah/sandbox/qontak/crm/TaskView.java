package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Account;
import tools.jackson.databind.node.ObjectNode;

/** A task: rich alone, thin in lists, where even its id is text. */
final class TaskView implements View {

  private final Names names;

  TaskView(Account account) {
    this.names = new Names(account);
  }

  @Override
  public ObjectNode detail(ObjectNode row) {
    names.user(row, "user_id", "user_full_name");
    names.contact(row, "crm_person_id", "crm_person_full_name");
    names.deal(row, "crm_deal_id", "crm_deal_name");
    names.company(row, "crm_company_id", "crm_company_name");
    if (row.path("crm_team_ids").isEmpty() && row.path("id").asLong() % 3 == 0) {
      row.putNull("crm_team_ids");
    }
    return Names.withoutHidden(row);
  }

  @Override
  public ObjectNode row(ObjectNode row) {
    names.user(row, "user_id", "user_full_name");
    row.put("id", row.path("id").asString());
    row.putNull("crm_person_full_name").putNull("crm_deal_name").putNull("crm_company_name");
    row.putArray("crm_team_ids");
    row.remove("additional_fields");
    row.remove("crm_checkin_attributes");
    return Names.withoutHidden(row);
  }
}
