package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.fields.FieldType;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a stored row is shown. References to other things appear only when they were asked for. */
public final class RecordJson {

  private static final Map<Kind, Set<String>> REFERENCES =
      Map.of(
          Kind.LEAD,
          Set.of(
              "owner_id",
              "creater_id",
              "updater_id",
              "lead_source_id",
              "campaign_id",
              "territory_id",
              "contact_status_id",
              "lifecycle_stage_id",
              "sales_accounts"),
          Kind.CONTACT,
          Set.of(
              "owner_id",
              "creater_id",
              "updater_id",
              "lead_source_id",
              "campaign_id",
              "territory_id",
              "contact_status_id",
              "lifecycle_stage_id",
              "sales_accounts"),
          Kind.ACCOUNT,
          Set.of(
              "owner_id",
              "creater_id",
              "updater_id",
              "territory_id",
              "industry_type_id",
              "business_type_id",
              "parent_sales_account_id"),
          Kind.DEAL,
          Set.of(
              "owner_id",
              "creater_id",
              "updater_id",
              "sales_account_id",
              "contact_ids",
              "deal_stage_id",
              "deal_pipeline_id",
              "deal_type_id",
              "deal_reason_id",
              "deal_payment_status_id",
              "deal_product_id",
              "currency_id",
              "lead_source_id",
              "campaign_id",
              "territory_id"));

  /** What a single record shows without being asked. */
  private static final Map<Kind, Set<String>> ALWAYS_ALONE =
      Map.of(
          Kind.CONTACT,
          Set.of(),
          Kind.ACCOUNT,
          Set.of("owner_id", "parent_sales_account_id"),
          Kind.DEAL,
          Set.of("deal_pipeline_id", "deal_stage_id", "creater_id"));

  private final Account account;
  private final DealTotals totals;

  public RecordJson(Account account) {
    this.account = account;
    this.totals = new DealTotals(account);
  }

  /**
   * One record by itself.
   *
   * @param asked references that were included
   */
  public ObjectNode alone(Kind kind, ObjectNode row, Set<String> asked, boolean deleted) {
    List<String> hidden = new ArrayList<>(REFERENCES.getOrDefault(kind, Set.of()));
    hidden.removeAll(ALWAYS_ALONE.getOrDefault(kind, Set.of()));
    hidden.removeAll(asked);
    return shown(kind, row, hidden, deleted);
  }

  /** A row of a list. */
  public ObjectNode listed(Kind kind, ObjectNode row, Set<String> asked, boolean deleted) {
    List<String> hidden = new ArrayList<>(REFERENCES.getOrDefault(kind, Set.of()));
    hidden.removeAll(asked);
    return shown(kind, row, hidden, deleted);
  }

  /** What searches give: no references, no custom values. */
  public ObjectNode thin(Kind kind, ObjectNode row) {
    ObjectNode shown = shown(kind, row, REFERENCES.getOrDefault(kind, Set.of()), false);
    shown.remove(List.of("custom_field", "links", "emails", "phone_numbers", "tags"));
    return shown;
  }

  /** What side-loads give. */
  public static ObjectNode partial(Kind kind, ObjectNode row) {
    ObjectNode shown = Json.object().put("partial", true).put("id", row.path("id").asLong());
    switch (kind) {
      case CONTACT, LEAD -> {
        shown.put("display_name", displayName(row));
        shown.set("email", row.path("email"));
        shown.set("mobile_number", row.path("mobile_number"));
      }
      case ACCOUNT -> {
        shown.set("name", row.path("name"));
        shown.set("website", row.path("website"));
      }
      case DEAL -> {
        shown.set("name", row.path("name"));
        shown.set("amount", row.path("amount"));
      }
      case ACTIVITY -> shown.set("title", row.path("title"));
    }
    return shown;
  }

  public static String displayName(JsonNode contact) {
    String name =
        (contact.path("first_name").asString("") + " " + contact.path("last_name").asString(""))
            .strip();
    return name.isEmpty() ? contact.path("email").asString("") : name;
  }

  private ObjectNode shown(Kind kind, ObjectNode row, Iterable<String> hidden, boolean deleted) {
    ObjectNode shown = row.deepCopy();
    long id = row.path("id").asLong();
    switch (kind) {
      case CONTACT -> contact(shown, id);
      case LEAD -> shown.put("display_name", displayName(shown)).put("lead_score", 0);
      case ACCOUNT -> account(shown, id);
      case DEAL -> deal(shown);
      case ACTIVITY -> {}
    }
    hidden.forEach(shown::remove);
    shown.set("custom_field", customFields(kind, row.path("custom_field")));
    shown.set("links", Links.of(kind, id));
    shown.put("is_deleted", deleted);
    shown.putNull("team_user_ids").put("has_connections", false);
    return shown;
  }

  private void contact(ObjectNode shown, long id) {
    shown.put("display_name", displayName(shown)).putNull("avatar");
    shown.putNull("last_seen").put("lead_score", 0).putNull("last_contacted");
    totals.ofContact(shown, id);
    shown.put("mcr_id", id - 402_000_000_000L + 402_100_000_000L);
    if (account.behaviours().is("lifecycle-read", "null")) {
      shown.putNull("contact_status_id").putNull("lifecycle_stage_id");
    }
  }

  private void account(ObjectNode shown, long id) {
    totals.ofAccount(shown, id);
    shown.putNull("avatar").putNull("last_contacted");
  }

  private void deal(ObjectNode shown) {
    Instant created = Instant.parse(shown.path("created_at").asString());
    shown.put("age", Duration.between(created, account.now()).toDays());
    shown.putNull("rotten_days").putNull("avatar");
    shown.put("has_products", !shown.path("products").isEmpty());
    shown.putObject("collaboration");
  }

  private ObjectNode customFields(Kind kind, JsonNode values) {
    boolean joined = account.behaviours().is("multi-select-read", "text");
    ObjectNode shown = Json.object();
    for (Field field : account.fields().custom(kind)) {
      JsonNode value = values.path(field.name());
      if (value.isMissingNode()) {
        shown.putNull(field.name());
      } else if (joined && field.type() == FieldType.MULTI_SELECT_DROPDOWN) {
        List<String> labels = new ArrayList<>();
        value.forEach(label -> labels.add(label.asString()));
        shown.put(field.name(), String.join(";", labels));
      } else {
        shown.set(field.name(), value);
      }
    }
    return shown;
  }
}
