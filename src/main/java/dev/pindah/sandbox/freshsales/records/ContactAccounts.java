package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The accounts of a contact: up to ten, exactly one of them primary; a written list replaces. */
final class ContactAccounts {

  private static final int MOST = 10;

  private final Tables tables;

  ContactAccounts(Tables tables) {
    this.tables = tables;
  }

  void take(Draft draft) {
    JsonNode list = draft.given("sales_accounts");
    if (list.isArray()) {
      Map<Long, Boolean> wanted = new LinkedHashMap<>();
      for (JsonNode item : list) {
        References.id(item.path("id"))
            .filter(tables.accounts()::exists)
            .ifPresent(id -> wanted.put(id, item.path("is_primary").asBoolean(false)));
      }
      write(draft, wanted);
    }
    References.id(draft.given("sales_account_id"))
        .filter(tables.accounts()::exists)
        .ifPresent(id -> makePrimary(draft, id));
  }

  private static void makePrimary(Draft draft, long id) {
    Map<Long, Boolean> wanted = new LinkedHashMap<>();
    wanted.put(id, true);
    for (JsonNode item : draft.row().path("sales_accounts")) {
      wanted.putIfAbsent(item.path("id").asLong(), false);
    }
    write(draft, wanted);
  }

  private static void write(Draft draft, Map<Long, Boolean> wanted) {
    if (wanted.size() > MOST) {
      draft.problem("A contact can have at most " + MOST + " accounts");
      return;
    }
    long primary =
        wanted.entrySet().stream()
            .filter(Map.Entry::getValue)
            .findFirst()
            .or(() -> wanted.entrySet().stream().findFirst())
            .map(Map.Entry::getKey)
            .orElse(0L);
    ArrayNode kept = Json.array();
    for (long id : wanted.keySet()) {
      kept.addObject().put("id", id).put("is_primary", id == primary);
    }
    draft.row().set("sales_accounts", kept);
  }
}
