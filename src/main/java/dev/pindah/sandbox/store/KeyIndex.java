package dev.pindah.sandbox.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Ids of rows by the keys that each row has; a row may have none or several. */
final class KeyIndex {

  private final Function<JsonNode, ? extends Collection<String>> keysOf;
  private final Map<String, TreeSet<Long>> ids = new HashMap<>();

  KeyIndex(Function<JsonNode, ? extends Collection<String>> keysOf) {
    this.keysOf = keysOf;
  }

  void add(long id, JsonNode row) {
    for (String key : keysOf.apply(row)) {
      ids.computeIfAbsent(key, _ -> new TreeSet<>()).add(id);
    }
  }

  void remove(long id, JsonNode row) {
    for (String key : keysOf.apply(row)) {
      TreeSet<Long> held = ids.get(key);
      if (held != null && held.remove(id) && held.isEmpty()) {
        ids.remove(key);
      }
    }
  }

  List<Long> ids(String key) {
    TreeSet<Long> held = ids.get(key);
    return held == null ? List.of() : List.copyOf(held);
  }
}
