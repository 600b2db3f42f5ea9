package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A deal with names for its links; without a company the member is null, not an empty array. */
final class DealView implements View {

  static final String COMPANY_FORM = "qontak.deal-company-form";

  private final Account account;
  private final Names names;
  private final Switches switches;

  DealView(Account account, Switches switches) {
    this.account = account;
    this.names = new Names(account);
    this.switches = switches;
  }

  static Switch companySwitch() {
    return new Switch(COMPANY_FORM, "array", "crm_company_id of deals: array, or scalar as it was");
  }

  @Override
  public ObjectNode detail(ObjectNode row) {
    names.user(row, "creator_id", "creator_name");
    Names.list(
        row,
        "crm_lead_ids",
        "crm_lead_name",
        Names.ids(row.path("crm_lead_ids")),
        account.relations()::contactName);
    company(row);
    stage(row);
    items(row);
    return Names.withoutHidden(row);
  }

  private void company(ObjectNode row) {
    List<Long> ids = Names.ids(row.path("crm_company_id"));
    if (ids.isEmpty()) {
      row.putNull("crm_company_id").putNull("crm_company_name");
      return;
    }
    JsonNode stored = row.path("crm_company_id");
    if (switches.text(COMPANY_FORM).equals("scalar") || !stored.isArray()) {
      row.put("crm_company_id", ids.getFirst());
      row.put("crm_company_name", account.relations().companyName(ids.getFirst()).orElse(null));
      return;
    }
    ArrayNode companyNames = row.putArray("crm_company_name");
    ids.forEach(id -> account.relations().companyName(id).ifPresent(companyNames::add));
  }

  /** Five arrays that run in parallel by intent; for many deals three of them stay empty. */
  private void items(ObjectNode row) {
    long id = row.path("id").asLong();
    ArrayNode ids = row.putArray("product_association_ids");
    ArrayNode itemNames = row.putArray("product_association_name");
    ArrayNode quantities = row.putArray("product_association_quantity");
    ArrayNode prices = row.putArray("product_association_price");
    ArrayNode totals = row.putArray("product_association_total_price");
    for (long itemId : account.relations().associationsOfDeal(id)) {
      ids.add(itemId);
      ObjectNode item = account.associations().find(itemId).orElseThrow();
      itemNames.add(item.path("name"));
      if (id % 3 == 0) {
        quantities.add(item.path("quantity"));
        prices.add(item.path("price"));
        totals.add(item.path("total_price"));
      }
    }
  }

  private static void stage(ObjectNode row) {
    long wanted = row.path("crm_stage_id").asLong(0);
    for (Pipeline pipeline : Pipeline.DEALS) {
      for (Stage stage : pipeline.stages()) {
        if (stage.id() == wanted) {
          row.put("crm_pipeline_id", pipeline.id()).put("crm_pipeline_name", pipeline.name());
          row.put("crm_stage_name", stage.name());
        }
      }
    }
  }
}
