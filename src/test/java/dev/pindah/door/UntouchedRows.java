package dev.pindah.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Records of the target that nobody has damaged yet; each is given once. */
final class UntouchedRows {
  private final Map<String, List<JsonNode>> rows = new HashMap<>();

  void add(String module, List<JsonNode> all) {
    rows.put(module, all);
  }

  JsonNode take(String module) {
    return rows.getOrDefault(module, List.of()).removeLast();
  }

  JsonNode takeWith(String module, String field) {
    return take(module, row -> !row.path("custom_field").path(field).asString("").isEmpty());
  }

  JsonNode takeWithout(String module, String field) {
    return take(module, row -> row.path("custom_field").path(field).asString("").isEmpty());
  }

  JsonNode takeLinked() {
    return take("deals", row -> row.path("sales_account_id").asLong(0) > 0);
  }

  private JsonNode take(String module, Predicate<JsonNode> wanted) {
    List<JsonNode> left = rows.getOrDefault(module, List.of());
    JsonNode row = left.stream().filter(wanted).findFirst().orElseThrow();
    left.remove(row);
    return row;
  }
}
