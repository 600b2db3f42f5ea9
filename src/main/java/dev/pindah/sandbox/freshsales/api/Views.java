package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.records.Table;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The views that every account has; there is no list without one. */
final class Views {
  static final Switch ALL_DEALS =
      new Switch("freshsales.all-deals-view", "on", "whether deals have a view of all of them");

  private static final String BIN = "Recycle Bin";
  private static final Map<Module, List<String>> NAMES =
      Map.of(
          Module.CONTACTS,
              List.of(
                  "My Contacts",
                  "New Contacts",
                  "All Contacts",
                  "Recently Modified",
                  "Never Contacted",
                  "Active",
                  "Inactive",
                  BIN),
          Module.SALES_ACCOUNTS,
              List.of(
                  "My Accounts", "All Accounts", "My Territory Accounts", "Recently Imported", BIN),
          Module.DEALS,
              List.of("My Deals", "All Deals", "Open Deals", "Won Deals", "Lost Deals", BIN));

  private static final Duration RECENT = Duration.ofDays(7);

  private final Account account;
  private final Switches switches;

  Views(Account account, Switches switches) {
    this.account = account;
    this.switches = switches;
  }

  ArrayNode filters(Module module) {
    ArrayNode filters = Json.array();
    List<String> names = NAMES.getOrDefault(module, List.of());
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals("All Deals") || switches.on(ALL_DEALS.name())) {
        ObjectNode filter = filters.addObject();
        filter.put("id", first(module) + i).put("name", names.get(i));
        filter.put("model_class_name", module.model()).put("user_id", Selectors.KEY_OWNER);
        filter.put("is_default", true).put("updated_at", "2026-01-04T02:00:00Z");
        filter.put("user_name", "Rina").putArray("current_user_permissions").add("view");
      }
    }
    return filters;
  }

  private static long first(Module module) {
    return switch (module) {
      case CONTACTS -> 402_000_005_001L;
      case SALES_ACCOUNTS -> 402_000_005_101L;
      case DEALS -> 402_000_005_201L;
    };
  }

  /** The rows of a view; empty when the account has no such view. */
  Optional<Stream<ObjectNode>> rows(Module module, long id) {
    List<String> names = NAMES.getOrDefault(module, List.of());
    long index = id - first(module);
    if (index < 0 || index >= names.size()) {
      return Optional.empty();
    }
    String name = names.get((int) index);
    if (name.equals("All Deals") && !switches.on(ALL_DEALS.name())) {
      return Optional.empty();
    }
    Table table = account.table(module);
    return Optional.of(
        name.equals(BIN) ? table.deleted() : table.live().filter(row -> shows(name, row)));
  }

  private boolean shows(String name, ObjectNode row) {
    return switch (name.toLowerCase(Locale.ROOT).split(" ", 2)[0]) {
      case "my" -> row.path("owner_id").asLong(0) == Selectors.KEY_OWNER;
      case "new", "recently" ->
          Instant.parse(row.path("updated_at").asString()).isAfter(account.now().minus(RECENT));
      case "open", "won", "lost" -> forecast(row).equals(forecast(name));
      case "inactive" -> false;
      default -> true;
    };
  }

  private static String forecast(String view) {
    return view.startsWith("Open") ? "Open" : "Closed " + view.split(" ", 2)[0];
  }

  private String forecast(ObjectNode deal) {
    return account
        .selectors()
        .find(Selectors.STAGES, deal.path("deal_stage_id").asLong(0))
        .map(stage -> stage.path("forecast_type").asString(""))
        .orElse("");
  }
}
