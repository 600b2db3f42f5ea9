package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Json;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Contacts: an e-mail address that nobody else has, a lifecycle stage and a status. */
final class ContactRules implements Rules {
  private static final Set<String> TIME_ZONES =
      Set.of("Jakarta", "Singapore", "Bangkok", "Hanoi", "Mumbai", "Chennai", "UTC", "London");

  private final Account account;
  private final Attributes attributes;
  private final CustomValues custom;
  private final Emails emails;

  ContactRules(Account account) {
    this.account = account;
    this.emails = new Emails(account);
    References references = new References(account.selectors());
    this.custom = new CustomValues(account.fields(), Module.CONTACTS, account.switchValues());
    this.attributes =
        new Attributes()
            .with(
                Attributes::text,
                "first_name",
                "last_name",
                "job_title",
                "department",
                "address",
                "city",
                "state",
                "zipcode",
                "country",
                "medium",
                "keyword",
                "facebook",
                "twitter",
                "linkedin")
            .with(Attributes::phone, "mobile_number", "work_number")
            .with(ContactRules::timeZone, "time_zone")
            .with(this::externalId, "external_id")
            .with(Attributes::flag, "has_authority", "do_not_disturb")
            .with(Attributes::number, "subscription_status", "whatsapp_subscription_status")
            .with(references.strict(Selectors.OWNERS, "Sales owner doesn't exist"), "owner_id")
            .with(references.of("territories"), "territory_id")
            .with(references.of("campaigns"), "campaign_id")
            .with(references.of("lead_sources"), "lead_source_id")
            .with(
                references.strict(Selectors.LIFECYCLE_STAGES, "Invalid lifecycle stage provided."),
                "lifecycle_stage_id")
            .with(
                references.strict(Selectors.CONTACT_STATUSES, "Invalid contact status provided."),
                "contact_status_id")
            .with(this::accounts, "sales_accounts")
            .with(this::account, "sales_account_id")
            .with(ContactRules::phones, "phone_numbers")
            .with(Attributes::tags, "tags");
  }

  /** What no other contact may have. */
  static Stream<String> keys(ObjectNode row) {
    Stream<String> addresses =
        row.path("emails").valueStream().map(email -> Emails.key(email.path("value").asString("")));
    String external = row.path("external_id").asString("");
    return external.isEmpty()
        ? addresses
        : Stream.concat(addresses, Stream.of("external " + external));
  }

  @Override
  public ObjectNode blank() {
    long id = account.id();
    ObjectNode row = Json.object().put("id", id);
    for (String name : attributes.names()) {
      row.putNull(name);
    }
    row.remove("sales_account_id");
    row.putNull("display_name").putNull("avatar").putNull("email");
    row.putArray("emails");
    row.putArray("sales_accounts");
    row.putArray("phone_numbers");
    row.put("owner_id", Selectors.KEY_OWNER);
    ObjectNode lead = account.selectors().list(Selectors.LIFECYCLE_STAGES).getFirst();
    row.set("lifecycle_stage_id", lead.path("id"));
    row.set("contact_status_id", lead.path("contact_status_ids").path(0));
    row.putNull("last_seen").put("lead_score", 0).putNull("last_contacted");
    row.put("open_deals_amount", "0.0").put("won_deals_amount", "0.0");
    row.set("links", Account.links(Module.CONTACTS, id));
    row.set("custom_field", CustomValues.blank(account.fields(), Module.CONTACTS));
    row.putArray("tags");
    row.put("is_deleted", false).putNull("team_user_ids").put("mcr_id", id - 2_000_000);
    row.put("subscription_status", 1).put("has_authority", false).put("do_not_disturb", false);
    row.put("creater_id", Selectors.KEY_OWNER);
    return row;
  }

  @Override
  public void apply(ObjectNode row, JsonNode body, boolean create) {
    emails.apply(row, body, create);
    boolean stageOnly = body.has("lifecycle_stage_id") && !body.has("contact_status_id");
    attributes.apply(row, body);
    if (stageOnly) {
      account
          .selectors()
          .find(Selectors.LIFECYCLE_STAGES, row.path("lifecycle_stage_id").asLong(0))
          .ifPresent(
              stage -> row.set("contact_status_id", stage.path("contact_status_ids").path(0)));
    }
    custom.apply(row, body);
    String name =
        (row.path("first_name").asString("") + " " + row.path("last_name").asString("")).strip();
    row.put("display_name", name.isEmpty() ? row.path("email").asString("") : name);
  }

  private static void timeZone(ObjectNode row, String name, JsonNode value) {
    if (TIME_ZONES.contains(value.asString(""))) {
      row.put(name, value.asString());
    } else {
      row.putNull(name);
    }
  }

  private void externalId(ObjectNode row, String name, JsonNode value) {
    String text = value.asString("");
    if (text.isEmpty()) {
      row.putNull(name);
      return;
    }
    if (account.table(Module.CONTACTS).taken("external " + text, row.path("id").asLong())) {
      throw FreshsalesErrors.invalid("External ID has already been taken");
    }
    row.put(name, text);
  }

  /** Up to ten accounts, one of them primary; what was linked before and is not named, is not. */
  private void accounts(ObjectNode row, String name, JsonNode value) {
    ArrayNode linked = Json.array();
    boolean primary = false;
    for (JsonNode item : value) {
      long id = References.id(item.isObject() ? item.path("id") : item);
      if (account.table(Module.SALES_ACCOUNTS).live(id).isPresent() && linked.size() < 10) {
        boolean first = item.path("is_primary").asBoolean(false) && !primary;
        primary |= first;
        linked.addObject().put("id", id).put("is_primary", first);
      }
    }
    if (!primary && !linked.isEmpty()) {
      ((ObjectNode) linked.get(0)).put("is_primary", true);
    }
    row.set("sales_accounts", linked);
  }

  private void account(ObjectNode row, String name, JsonNode value) {
    ArrayNode one = Json.array();
    if (References.id(value) != 0) {
      one.addObject().put("id", References.id(value)).put("is_primary", true);
    }
    accounts(row, name, one);
  }

  private static void phones(ObjectNode row, String name, JsonNode value) {
    ArrayNode phones = Json.array();
    for (JsonNode item : value) {
      ObjectNode phone = Json.object();
      Attributes.phone(phone, "value", item.isObject() ? item.path("value") : item);
      if (!phone.path("value").isNull()) {
        phone.put("is_primary", item.path("is_primary").asBoolean(false));
        phone.put("phone_type", item.path("phone_type").asString("Other"));
        phones.add(phone);
      }
    }
    row.set(name, phones);
  }

  @Override
  public void stored(ObjectNode row) {}
}
