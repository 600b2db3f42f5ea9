package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Side-loads: related rows as arrays beside the records. References appear on a record only when
 * they were asked for. The plurals are as irregular as the API's.
 */
final class Include {
  /**
   * One value of {@code include}.
   *
   * @param member where the record keeps the reference
   * @param list name of the array beside the records
   * @param from pick list, or name of a module
   */
  private record Relation(String member, String list, String from) {}

  private static final Map<String, Relation> RELATIONS =
      Map.ofEntries(
          Map.entry("owner", new Relation("owner_id", "users", Selectors.OWNERS)),
          Map.entry("creater", new Relation("creater_id", "users", Selectors.OWNERS)),
          Map.entry("source", new Relation("lead_source_id", "lead_sources", "lead_sources")),
          Map.entry("campaign", new Relation("campaign_id", "campaigns", "campaigns")),
          Map.entry("territory", new Relation("territory_id", "territories", "territories")),
          Map.entry(
              "lifecycle_stage",
              new Relation("lifecycle_stage_id", "lifecycle_stages", Selectors.LIFECYCLE_STAGES)),
          Map.entry(
              "contact_status",
              new Relation("contact_status_id", "contact_status", Selectors.CONTACT_STATUSES)),
          Map.entry(
              "sales_accounts", new Relation("sales_accounts", "sales_accounts", "sales_accounts")),
          Map.entry("emails", new Relation("emails", "", "")),
          Map.entry(
              "sales_account",
              new Relation("sales_account_id", "sales_accounts", "sales_accounts")),
          Map.entry("contacts", new Relation("contact_ids", "contacts", "contacts")),
          Map.entry("deal_stage", new Relation("deal_stage_id", "deal_stages", Selectors.STAGES)),
          Map.entry(
              "deal_pipeline",
              new Relation("deal_pipeline_id", "deal_pipelines", Selectors.PIPELINES)),
          Map.entry("deal_type", new Relation("deal_type_id", "deal_types", "deal_types")),
          Map.entry("deal_reason", new Relation("deal_reason_id", "deal_reasons", "deal_reasons")),
          Map.entry("currency", new Relation("currency_id", "currencies", Selectors.CURRENCIES)),
          Map.entry(
              "deal_payment_status",
              new Relation(
                  "deal_payment_status_id", "deal_payment_statuses", "deal_payment_statuses")),
          Map.entry(
              "deal_product", new Relation("deal_product_id", "deal_products", "deal_products")),
          Map.entry(
              "industry_type",
              new Relation("industry_type_id", "industry_types", "industry_types")),
          Map.entry(
              "business_type",
              new Relation("business_type_id", "business_types", "business_types")));

  /** References that a record does not show by itself. */
  private static final Map<Module, Set<String>> HIDDEN =
      Map.of(
          Module.CONTACTS,
              Set.of(
                  "owner_id",
                  "creater_id",
                  "contact_status_id",
                  "lifecycle_stage_id",
                  "lead_source_id",
                  "campaign_id",
                  "territory_id",
                  "sales_accounts"),
          Module.DEALS,
              Set.of(
                  "owner_id",
                  "sales_account_id",
                  "contact_ids",
                  "deal_type_id",
                  "deal_reason_id",
                  "currency_id",
                  "lead_source_id",
                  "campaign_id",
                  "territory_id",
                  "deal_product_id",
                  "deal_payment_status_id"),
          Module.SALES_ACCOUNTS, Set.of("creater_id"));

  private final Account account;
  private final Module module;
  private final Set<String> wanted;

  Include(Account account, Module module, Exchange exchange) {
    this.account = account;
    this.module = module;
    this.wanted =
        new LinkedHashSet<>(
            Arrays.asList(exchange.query("include").orElse("").strip().split("\\s*,\\s*")));
  }

  /** A record as this caller sees it. */
  ObjectNode row(ObjectNode stored, boolean list) {
    ObjectNode row = stored.deepCopy();
    Set<String> shown = new LinkedHashSet<>();
    for (String name : wanted) {
      Relation relation = RELATIONS.get(name);
      if (relation != null) {
        shown.add(relation.member());
      }
    }
    for (String member : HIDDEN.getOrDefault(module, Set.of())) {
      if (!shown.contains(member)) {
        row.remove(member);
      }
    }
    if (list && module == Module.CONTACTS && !shown.contains("emails")) {
      row.remove("emails");
    }
    return row;
  }

  /** Puts the related rows of all records beside them. */
  void beside(ObjectNode envelope, List<ObjectNode> stored) {
    for (String name : wanted) {
      Relation relation = RELATIONS.get(name);
      if (relation != null && !relation.list().isEmpty()) {
        ArrayNode list = envelope.withArray(relation.list());
        Set<Long> there = new LinkedHashSet<>();
        list.forEach(row -> there.add(row.path("id").asLong()));
        for (ObjectNode row : stored) {
          ids(row.path(relation.member())).stream()
              .filter(there::add)
              .forEach(id -> related(relation, id, list));
        }
      }
    }
  }

  private static Set<Long> ids(JsonNode reference) {
    Set<Long> ids = new LinkedHashSet<>();
    if (reference.isArray()) {
      reference.forEach(item -> ids.add((item.isObject() ? item.path("id") : item).asLong()));
    } else if (reference.isNumber()) {
      ids.add(reference.asLong());
    }
    return ids;
  }

  private void related(Relation relation, long id, ArrayNode list) {
    Module.of(relation.from())
        .flatMap(other -> account.table(other).live(id).map(row -> partial(other, row)))
        .or(() -> account.selectors().find(relation.from(), id))
        .ifPresent(list::add);
  }

  private static ObjectNode partial(Module other, ObjectNode row) {
    ObjectNode partial = Json.object().put("partial", true);
    partial.set("id", row.path("id"));
    switch (other) {
      case CONTACTS -> {
        partial.set("display_name", row.path("display_name"));
        partial.set("email", row.path("email"));
      }
      case SALES_ACCOUNTS, DEALS -> partial.set("name", row.path("name"));
    }
    return partial;
  }
}
