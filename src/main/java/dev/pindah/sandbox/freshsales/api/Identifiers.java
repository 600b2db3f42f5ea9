package dev.pindah.sandbox.freshsales.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an upsert finds a record by. */
final class Identifiers {
  private Identifiers() {}

  static boolean match(ObjectNode row, JsonNode identifier) {
    return !identifier.isEmpty()
        && identifier
            .propertyStream()
            .allMatch(
                member -> match(row, member.getKey(), member.getValue().asString("").strip()));
  }

  private static boolean match(ObjectNode row, String name, String value) {
    if (name.equals("emails") || name.equals("email")) {
      return row.path("emails")
          .valueStream()
          .anyMatch(email -> email.path("value").asString("").equalsIgnoreCase(value));
    }
    JsonNode held = name.startsWith("cf_") ? row.path("custom_field").path(name) : row.path(name);
    return !value.isEmpty() && held.asString("").equalsIgnoreCase(value);
  }

  /** The body with the identifier's values, where it does not have its own. */
  static ObjectNode with(JsonNode body, JsonNode identifier) {
    ObjectNode whole = ((ObjectNode) body).deepCopy();
    identifier
        .propertyStream()
        .filter(member -> !member.getKey().equals("id") && !whole.has(member.getKey()))
        .forEach(member -> whole.set(member.getKey(), member.getValue()));
    return whole;
  }
}
