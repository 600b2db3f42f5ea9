package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What a deal hangs on: one account, any number of contacts, products with their quantity. */
final class DealLinks {

  private final Account account;
  private final References references;
  private final Function<String, Long> accountNamed;
  private final LifecycleRules lifecycle;

  DealLinks(Account account, Function<String, Long> accountNamed, LifecycleRules lifecycle) {
    this.account = account;
    this.references = new References(account);
    this.accountNamed = accountNamed;
    this.lifecycle = lifecycle;
  }

  void take(Draft draft) {
    references.take(draft, "sales_account_id", account.tables().accounts()::exists);
    String name = draft.given("sales_account").path("name").asString("").strip();
    if (!name.isEmpty() && draft.problems().isEmpty()) {
      draft.row().put("sales_account_id", accountNamed.apply(name));
    }
    if (draft.via() != Via.BULK) {
      contacts(draft);
    }
    products(draft);
  }

  /** Bulk bodies never come here: contact links in them are dropped. */
  private void contacts(Draft draft) {
    Table contacts = account.tables().contacts();
    Set<Long> linked = new LinkedHashSet<>();
    draft.row().path("contact_ids").forEach(id -> linked.add(id.asLong()));
    for (JsonNode added : draft.given("contacts_added_list")) {
      References.id(added).filter(contacts::exists).ifPresent(linked::add);
    }
    for (JsonNode removed : draft.given("contacts_removed_list")) {
      References.id(removed).ifPresent(linked::remove);
    }
    ArrayNode ids = Json.array();
    linked.forEach(ids::add);
    draft.row().set("contact_ids", ids);
  }

  private static void products(Draft draft) {
    if (!draft.given("products").isArray()) {
      return;
    }
    ArrayNode kept = Json.array();
    for (JsonNode item : draft.given("products")) {
      References.id(item.path("id"))
          .ifPresent(
              id -> kept.addObject().put("id", id).put("quantity", item.path("quantity").asInt(1)));
    }
    draft.row().set("products", kept);
  }

  void written(Draft draft) {
    Set<Long> before = new LinkedHashSet<>();
    draft.before().path("contact_ids").forEach(id -> before.add(id.asLong()));
    boolean moved =
        draft.before().path("deal_stage_id").asLong(0)
            != draft.row().path("deal_stage_id").asLong(0);
    for (JsonNode id : draft.row().path("contact_ids")) {
      if (moved || !before.contains(id.asLong())) {
        lifecycle.dealMoved(draft.row(), id.asLong());
      }
    }
  }
}
