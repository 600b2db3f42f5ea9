package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, sections 2.1 and 2.2: a lead has what a contact has, but no accounts and no stages. */
final class ContactRules implements Rules {

  private static final int TEXT = 255;
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("first_name", "First name"),
          Map.entry("last_name", "Last name"),
          Map.entry("job_title", "Job title"),
          Map.entry("department", "Department"),
          Map.entry("address", "Address"),
          Map.entry("city", "City"),
          Map.entry("state", "State"),
          Map.entry("zipcode", "Zipcode"),
          Map.entry("country", "Country"),
          Map.entry("time_zone", "Time zone"),
          Map.entry("medium", "Medium"),
          Map.entry("keyword", "Keyword"),
          Map.entry("facebook", "Facebook"),
          Map.entry("twitter", "Twitter"),
          Map.entry("linkedin", "LinkedIn"),
          Map.entry("external_id", "External ID"));

  private final Account account;
  private final Kind kind;
  private final References references;
  private final CustomValues customValues;
  private final Emails emails;
  private final ContactAccounts accounts;

  ContactRules(Account account, Kind kind) {
    this.account = account;
    this.kind = kind;
    this.references = new References(account);
    this.customValues = new CustomValues(account);
    this.emails =
        new Emails(account.tables().of(kind), () -> account.behaviours().on("bin-unique"));
    this.accounts = new ContactAccounts(account.tables());
  }

  @Override
  public ObjectNode blank() {
    ObjectNode row = Json.object();
    row.putNull("id");
    for (String name :
        List.of(
            "first_name",
            "last_name",
            "job_title",
            "department",
            "address",
            "city",
            "state",
            "zipcode",
            "country",
            "email")) {
      row.putNull(name);
    }
    row.putArray("emails");
    for (String name :
        List.of(
            "time_zone",
            "work_number",
            "mobile_number",
            "medium",
            "keyword",
            "facebook",
            "twitter",
            "linkedin",
            "external_id",
            "owner_id",
            "territory_id",
            "lead_source_id",
            "campaign_id",
            "contact_status_id",
            "lifecycle_stage_id",
            "subscription_types",
            "whatsapp_subscription_status",
            "has_authority",
            "do_not_disturb")) {
      row.putNull(name);
    }
    row.put("subscription_status", 1);
    row.putArray("phone_numbers");
    row.putArray("sales_accounts");
    row.putArray("tags");
    return row;
  }

  @Override
  public void take(Draft draft) {
    TEXTS.forEach((name, label) -> draft.text(name, label, TEXT));
    emails.take(draft, account.behaviours().on("contact-email-required"));
    Phones.take(draft, "mobile_number");
    Phones.take(draft, "work_number");
    phoneNumbers(draft);
    draft.flag("has_authority");
    draft.flag("do_not_disturb");
    for (String name :
        List.of("subscription_status", "subscription_types", "whatsapp_subscription_status")) {
      JsonNode value = draft.given(name);
      if (!value.isMissingNode() && !value.isObject()) {
        draft.row().set(name, value);
      }
    }
    references.owner(draft);
    references.fromList(draft, "lead_source_id", "lead_sources");
    references.fromList(draft, "campaign_id", "campaigns");
    references.fromList(draft, "territory_id", "territories");
    if (kind == Kind.CONTACT) {
      lifecycle(draft);
      accounts.take(draft);
    } else {
      draft.text("company_name", "Company name", TEXT);
    }
    externalId(draft);
    Tags.take(draft, account.setup().tags());
    customValues.take(kind, draft);
  }

  private static void phoneNumbers(Draft draft) {
    if (!draft.given("phone_numbers").isArray()) {
      return;
    }
    var kept = Json.array();
    for (JsonNode item : draft.given("phone_numbers")) {
      String text = item.isObject() ? item.path("value").asString("") : item.asString("");
      if (Phones.isKept(text)) {
        kept.addObject()
            .put("value", text)
            .put("is_primary", item.path("is_primary").asBoolean(false))
            .put("phone_type", item.path("phone_type").asString("Other"));
      }
    }
    draft.row().set("phone_numbers", kept);
  }

  /** Stage and status are checked for themselves, never against each other. */
  private void lifecycle(Draft draft) {
    Lifecycle lifecycle = account.setup().lifecycle();
    id(draft, "contact_status_id", "Invalid contact status provided.")
        .filter(id -> isKnown(draft, lifecycle.status(id), "Invalid contact status provided."))
        .ifPresent(id -> draft.row().put("contact_status_id", id));
    id(draft, "lifecycle_stage_id", "Invalid lifecycle stage provided.")
        .filter(id -> isKnown(draft, lifecycle.stage(id), "Invalid lifecycle stage provided."))
        .ifPresent(id -> draft.row().put("lifecycle_stage_id", id));
    if (!draft.row().hasNonNull("lifecycle_stage_id")) {
      Lifecycle.LifeStage first = lifecycle.stages().getFirst();
      draft.row().put("lifecycle_stage_id", first.id());
      if (!draft.row().hasNonNull("contact_status_id")) {
        lifecycle
            .firstOf(first)
            .ifPresent(status -> draft.row().put("contact_status_id", status.id()));
      }
    } else if (draft.creating() && !draft.row().hasNonNull("contact_status_id")) {
      lifecycle
          .stage(draft.row().path("lifecycle_stage_id").asLong())
          .flatMap(lifecycle::firstOf)
          .ifPresent(status -> draft.row().put("contact_status_id", status.id()));
    }
  }

  private static Optional<Long> id(Draft draft, String name, String problem) {
    JsonNode value = draft.given(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    Optional<Long> id = References.id(value);
    if (id.isEmpty()) {
      draft.problem(problem);
    }
    return id;
  }

  private static boolean isKnown(Draft draft, Optional<?> found, String problem) {
    if (found.isEmpty()) {
      draft.problem(problem);
    }
    return found.isPresent();
  }

  private boolean binned(String externalId) {
    return account.behaviours().on("bin-unique")
        && account
            .tables()
            .of(kind)
            .allBinned()
            .anyMatch(row -> row.path("external_id").asString("").equals(externalId));
  }

  private void externalId(Draft draft) {
    String id = draft.row().path("external_id").asString("");
    if (draft.gives("external_id")
        && !id.isEmpty()
        && (account.tables().of(kind).ids(Tables.EXTERNAL_ID, id).stream()
                .anyMatch(holder -> holder != draft.id())
            || binned(id))) {
      draft.problem(id + " already exists.");
    }
  }
}
