package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.4. */
final class DealRules implements Rules {

  private static final int TEXT = 255;

  private final Account account;
  private final References references;
  private final CustomValues customValues;
  private final DealStages stages;
  private final DealMoney money;
  private final DealLinks links;

  DealRules(Account account, Function<String, Long> accountNamed, LifecycleRules lifecycle) {
    this.account = account;
    this.references = new References(account);
    this.customValues = new CustomValues(account);
    this.stages = new DealStages(account);
    this.money = new DealMoney(account);
    this.links = new DealLinks(account, accountNamed, lifecycle);
  }

  @Override
  public ObjectNode blank() {
    ObjectNode row = Json.object();
    for (String name :
        List.of(
            "id",
            "name",
            "amount",
            "base_currency_amount",
            "expected_deal_value",
            "expected_close",
            "closed_date",
            "stage_updated_time",
            "probability",
            "deal_pipeline_id",
            "deal_stage_id",
            "owner_id",
            "sales_account_id",
            "currency_id",
            "deal_type_id",
            "deal_reason_id",
            "lead_source_id",
            "campaign_id",
            "deal_product_id",
            "deal_payment_status_id",
            "territory_id")) {
      row.putNull(name);
    }
    row.putArray("contact_ids");
    row.putArray("products");
    row.putArray("tags");
    return row;
  }

  @Override
  public void take(Draft draft) {
    draft.text("name", "Deal name", TEXT);
    if (draft.row().path("name").asString("").isBlank() && draft.problems().isEmpty()) {
      draft.problem("Deal name can't be empty");
    }
    references.owner(draft);
    references.fromList(draft, "deal_type_id", "deal_types");
    references.fromList(draft, "deal_reason_id", "deal_reasons");
    references.fromList(draft, "lead_source_id", "lead_sources");
    references.fromList(draft, "campaign_id", "campaigns");
    references.fromList(draft, "deal_product_id", "deal_products");
    references.fromList(draft, "deal_payment_status_id", "deal_payment_statuses");
    references.fromList(draft, "territory_id", "territories");
    expectedClose(draft);
    stages.take(draft);
    money.take(draft, account.behaviours().on("deal-amount-required"));
    links.take(draft);
    Tags.take(draft, account.setup().tags());
    customValues.take(Kind.DEAL, draft);
  }

  @Override
  public void written(Draft draft) {
    links.written(draft);
  }

  private static void expectedClose(Draft draft) {
    JsonNode value = draft.given("expected_close");
    if (!value.isMissingNode()) {
      Scalars.parsedDate(value)
          .ifPresentOrElse(
              date -> draft.row().put("expected_close", date.toString()),
              () -> draft.row().putNull("expected_close"));
    }
  }
}
