package dev.pindah.sandbox.freshsales.views;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.setup.Currencies;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.freshsales.setup.PickList;
import dev.pindah.sandbox.freshsales.setup.Pipeline;
import dev.pindah.sandbox.freshsales.setup.Setup;
import dev.pindah.sandbox.freshsales.setup.Stage;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which includes each kind of record knows; unknown ones are ignored. */
final class Includes {

  private final Account account;
  private final Map<Kind, Map<String, Include>> known = new EnumMap<>(Kind.class);

  Includes(Account account) {
    this.account = account;
    for (Kind kind : Kind.RECORDS) {
      Map<String, Include> includes = new HashMap<>();
      common(kind, includes);
      known.put(kind, includes);
    }
    contact(known.getOrDefault(Kind.CONTACT, Map.of()));
    sources(known.getOrDefault(Kind.LEAD, Map.of()));
    account(known.getOrDefault(Kind.ACCOUNT, Map.of()));
    deal(known.getOrDefault(Kind.DEAL, Map.of()));
  }

  List<Include> of(Kind kind, List<String> names) {
    Map<String, Include> includes = known.getOrDefault(kind, Map.of());
    return names.stream()
        .filter(name -> !(account.isClassic() && name.equals("lifecycle_stage")))
        .flatMap(name -> Optional.ofNullable(includes.get(name)).stream())
        .toList();
  }

  private void common(Kind kind, Map<String, Include> includes) {
    Setup setup = account.setup();
    for (String who : List.of("owner", "creater", "updater")) {
      includes.put(who, one("users", who + "_id", id -> setup.users().find(id).map(User::shown)));
    }
    includes.put("territory", listed("territories", "territory_id"));
    owned(kind, includes, "notes", "note_ids", account.tables().notes());
    owned(kind, includes, "tasks", "task_ids", account.tables().tasks());
    owned(kind, includes, "appointments", "appointment_ids", account.tables().appointments());
  }

  private void sources(Map<String, Include> includes) {
    includes.put("source", listed("lead_sources", "lead_source_id"));
    includes.put("campaign", listed("campaigns", "campaign_id"));
  }

  private void contact(Map<String, Include> includes) {
    Lifecycle lifecycle = account.setup().lifecycle();
    sources(includes);
    includes.put(
        "contact_status",
        one(
            "contact_status",
            "contact_status_id",
            id -> lifecycle.status(id).map(Lifecycle.Status::brief)));
    includes.put(
        "lifecycle_stage",
        one(
            "lifecycle_stages",
            "lifecycle_stage_id",
            id -> lifecycle.stage(id).map(lifecycle::shown)));
    includes.put(
        "sales_accounts",
        new Include(
            "sales_accounts",
            "sales_accounts",
            row -> partials(Kind.ACCOUNT, ids(row.path("sales_accounts"), "id"))));
    includes.put("deals", deals(Tables.CONTACT));
  }

  private void account(Map<String, Include> includes) {
    includes.put("business_type", listed("business_types", "business_type_id"));
    includes.put("industry_type", listed("industry_types", "industry_type_id"));
    includes.put(
        "parent_sales_account_info",
        one(
            "parent_sales_account_info",
            "parent_sales_account_id",
            id -> partial(Kind.ACCOUNT, id)));
    includes.put(
        "child_sales_accounts",
        new Include(
            "child_sales_accounts",
            "child_sales_account_ids",
            row -> partials(Kind.ACCOUNT, keyed(Kind.ACCOUNT, Tables.PARENT, row))));
    includes.put(
        "contacts",
        new Include(
            "contacts",
            "contact_ids",
            row -> partials(Kind.CONTACT, keyed(Kind.CONTACT, Tables.ACCOUNT, row))));
    includes.put("deals", deals(Tables.ACCOUNT));
  }

  private void deal(Map<String, Include> includes) {
    Setup setup = account.setup();
    sources(includes);
    includes.put("deal_type", listed("deal_types", "deal_type_id"));
    includes.put("deal_reason", listed("deal_reasons", "deal_reason_id"));
    includes.put("deal_product", listed("deal_products", "deal_product_id"));
    includes.put("deal_payment_status", listed("deal_payment_statuses", "deal_payment_status_id"));
    includes.put(
        "deal_stage",
        one("deal_stages", "deal_stage_id", id -> setup.pipelines().stage(id).map(Stage::shown)));
    includes.put(
        "deal_pipeline",
        one(
            "deal_pipelines",
            "deal_pipeline_id",
            id -> setup.pipelines().find(id).map(Pipeline::shown)));
    includes.put(
        "currency",
        one(
            "currencies",
            "currency_id",
            id -> setup.currencies().find(id).map(Currencies.Currency::shown)));
    includes.put(
        "sales_account",
        one("sales_accounts", "sales_account_id", id -> partial(Kind.ACCOUNT, id)));
    includes.put(
        "contacts",
        new Include(
            "contacts",
            "contact_ids",
            row -> {
              List<Long> ids = new ArrayList<>();
              row.path("contact_ids").forEach(id -> ids.add(id.asLong()));
              return partials(Kind.CONTACT, ids);
            }));
  }

  private Include deals(String index) {
    return new Include(
        "deals", "deal_ids", row -> partials(Kind.DEAL, keyed(Kind.DEAL, index, row)));
  }

  private void owned(
      Kind kind, Map<String, Include> includes, String name, String member, Table table) {
    includes.put(
        name,
        new Include(
            name,
            member,
            row ->
                table.ids(Tables.OWNED, Tables.owner(kind.type(), row.path("id").asLong())).stream()
                    .flatMap(id -> table.find(id).stream())
                    .toList()));
  }

  private Include listed(String pickList, String member) {
    PickList list = account.setup().pickLists().list(pickList);
    return one(pickList, member, id -> list.find(id).map(PickList.Item::shown));
  }

  private static Include one(
      String root, String member, LongFunction<Optional<ObjectNode>> related) {
    return new Include(
        root, member, row -> related.apply(row.path(member).asLong(0)).stream().toList());
  }

  private List<Long> keyed(Kind kind, String index, ObjectNode row) {
    return account.tables().of(kind).ids(index, row.path("id").asString());
  }

  private List<ObjectNode> partials(Kind kind, List<Long> ids) {
    return ids.stream().flatMap(id -> partial(kind, id).stream()).toList();
  }

  private Optional<ObjectNode> partial(Kind kind, long id) {
    return account.tables().of(kind).find(id).map(row -> RecordJson.partial(kind, row));
  }

  private static List<Long> ids(JsonNode list, String key) {
    List<Long> ids = new ArrayList<>();
    list.forEach(item -> ids.add(item.path(key).asLong()));
    return ids;
  }
}
