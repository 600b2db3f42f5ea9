package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deals: a stage of a pipeline, which sets probability and closing day by itself. */
final class DealRules implements Rules {
  private static final int NAME_MAX = 255;
  private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf((1L << 53) - 1);

  private final Account account;
  private final Attributes attributes;
  private final CustomValues custom;
  private final LifecycleRules lifecycle;

  DealRules(Account account) {
    this.account = account;
    this.lifecycle = new LifecycleRules(account);
    References references = new References(account.selectors());
    this.custom = new CustomValues(account.fields(), Module.DEALS, account.switchValues());
    this.attributes =
        new Attributes()
            .with(this::salesAccount, "sales_account_id")
            .with(this::namedAccount, "sales_account")
            .with(references.strict(Selectors.OWNERS, "Sales owner doesn't exist"), "owner_id")
            .with(references.of(Selectors.CURRENCIES), "currency_id")
            .with(Attributes::day, "expected_close", "closed_date")
            .with(DealRules::probability, "probability")
            .with(references.of("deal_types"), "deal_type_id")
            .with(references.of("deal_reasons"), "deal_reason_id")
            .with(references.of("lead_sources"), "lead_source_id")
            .with(references.of("campaigns"), "campaign_id")
            .with(references.of("deal_products"), "deal_product_id")
            .with(references.of("deal_payment_statuses"), "deal_payment_status_id")
            .with(references.of("territories"), "territory_id")
            .with((row, name, value) -> contacts(row, value, true), "contacts_added_list")
            .with((row, name, value) -> contacts(row, value, false), "contacts_removed_list")
            .with(Attributes::tags, "tags");
  }

  @Override
  public ObjectNode blank() {
    long id = account.id();
    ObjectNode row = Json.object().put("id", id).putNull("name");
    for (String name : attributes.names()) {
      row.putNull(name);
    }
    row.remove(Set.of("contacts_added_list", "contacts_removed_list", "sales_account"));
    row.put("amount", "0.0").put("base_currency_amount", "0.0").put("expected_deal_value", "0.0");
    row.putNull("stage_updated_time");
    row.set("currency_id", account.selectors().list(Selectors.CURRENCIES).getFirst().path("id"));
    row.put("owner_id", Selectors.KEY_OWNER);
    row.putNull("deal_pipeline_id").putNull("deal_stage_id");
    row.putArray("contact_ids");
    row.put("age", 0).putNull("rotten_days").put("has_products", false);
    row.set("links", Account.links(Module.DEALS, id));
    row.set("custom_field", CustomValues.blank(account.fields(), Module.DEALS));
    row.putArray("tags");
    row.putObject("collaboration");
    row.put("is_deleted", false).putNull("team_user_ids").put("creater_id", Selectors.KEY_OWNER);
    return row;
  }

  @Override
  public void apply(ObjectNode row, JsonNode body, boolean create) {
    if (create || body.has("name")) {
      name(row, body.path("name").asString("").strip());
    }
    if (create || body.has("amount")) {
      amount(row, body.path("amount"), create);
    }
    stage(row, body, create);
    attributes.apply(row, body);
    custom.apply(row, body);
  }

  private static void name(ObjectNode row, String name) {
    if (name.isEmpty()) {
      throw FreshsalesErrors.invalid("Deal name can't be empty");
    }
    if (name.length() > NAME_MAX) {
      throw FreshsalesErrors.invalid("Deal name is not in required length");
    }
    row.put("name", name);
  }

  private static void amount(ObjectNode row, JsonNode value, boolean create) {
    String text = value.asString("").strip();
    if (text.isEmpty()) {
      if (create) {
        throw FreshsalesErrors.invalid("Deal value can't be empty");
      }
      return;
    }
    try {
      BigDecimal amount = new BigDecimal(text);
      if (amount.abs().compareTo(AMOUNT_MAX) > 0) {
        throw FreshsalesErrors.invalid("Deal value is out of range");
      }
      String shown = decimal(amount);
      row.put("amount", shown).put("base_currency_amount", shown);
      row.put("expected_deal_value", shown);
    } catch (NumberFormatException notANumber) {
      throw FreshsalesErrors.invalid("Deal value is not a number");
    }
  }

  /** With one decimal at least. */
  private static String decimal(BigDecimal amount) {
    BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    return plain.scale() < 1 ? plain.setScale(1).toPlainString() : plain.toPlainString();
  }

  private void stage(ObjectNode row, JsonNode body, boolean create) {
    long pipeline = References.id(body.path("deal_pipeline_id"));
    long stage = References.id(body.path("deal_stage_id"));
    if (body.hasNonNull("deal_stage_id")
        && account.selectors().find(Selectors.STAGES, stage).isEmpty()) {
      throw FreshsalesErrors.invalid("Deal stage doesn't exist");
    }
    if (pipeline != 0 && account.selectors().find(Selectors.PIPELINES, pipeline).isEmpty()) {
      throw FreshsalesErrors.invalid("Deal pipeline doesn't exist");
    }
    boolean moved = pipeline != 0 && pipeline != row.path("deal_pipeline_id").asLong(0);
    if (stage == 0 && (create || moved)) {
      long home =
          pipeline != 0 ? pipeline : account.selectors().pipelines().getFirst().path("id").asLong();
      stage =
          account.selectors().stages(home).stream()
              .findFirst()
              .map(first -> first.path("id").asLong())
              .orElseThrow(() -> FreshsalesErrors.invalid("Deal stage doesn't exist"));
    }
    if (stage != 0 && stage != row.path("deal_stage_id").asLong(0)) {
      move(row, stage);
    }
  }

  /** The stage decides pipeline and probability; Won and Lost stamp the closing day. */
  private void move(ObjectNode row, long id) {
    ObjectNode stage = account.selectors().find(Selectors.STAGES, id).orElseThrow();
    row.put("deal_stage_id", id);
    row.set("deal_pipeline_id", stage.path("deal_pipeline_id"));
    row.set("probability", stage.path("probability"));
    row.put("stage_updated_time", Account.stamp(account.now()));
    if (stage.path("forecast_type").asString("").startsWith("Closed")) {
      row.put("closed_date", Account.day(account.now()));
    } else {
      row.putNull("closed_date");
    }
  }

  private static void probability(ObjectNode row, String name, JsonNode value) {
    if (value.isNumber() && value.asInt(-1) >= 0 && value.asInt(-1) <= 100) {
      row.set(name, value);
    }
  }

  private void salesAccount(ObjectNode row, String name, JsonNode value) {
    long id = References.id(value);
    if (account.table(Module.SALES_ACCOUNTS).live(id).isPresent()) {
      row.put("sales_account_id", id);
    } else {
      row.putNull("sales_account_id");
    }
  }

  /** An account by name, made when there is none. */
  private void namedAccount(ObjectNode row, String name, JsonNode value) {
    String wanted = value.path("name").asString("").strip();
    if (wanted.isEmpty()) {
      return;
    }
    long id =
        account
            .table(Module.SALES_ACCOUNTS)
            .holders(AccountRules.key(wanted))
            .findFirst()
            .orElseGet(
                () -> account.create(Module.SALES_ACCOUNTS, Json.object().put("name", wanted)))
            .path("id")
            .asLong();
    row.put("sales_account_id", id);
  }

  private void contacts(ObjectNode row, JsonNode ids, boolean add) {
    Set<Long> linked = new LinkedHashSet<>();
    row.path("contact_ids").forEach(id -> linked.add(id.asLong()));
    for (JsonNode item : ids) {
      long id = References.id(item);
      if (!add) {
        linked.remove(id);
      } else if (account.table(Module.CONTACTS).live(id).isPresent()) {
        linked.add(id);
      }
    }
    ArrayNode array = row.putArray("contact_ids");
    linked.forEach(array::add);
  }

  @Override
  public void stored(ObjectNode row) {
    lifecycle.dealStored(row);
  }
}
