package dev.pindah.sandbox.freshsales.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The values of a row that an attribute of a query means, in lower case. */
final class Attributes {

  private Attributes() {}

  static List<String> of(JsonNode row, String attribute) {
    return switch (attribute) {
      case "email", "emails", "contact_email.email" -> {
        List<String> values = new ArrayList<>();
        row.path("emails").forEach(email -> values.add(lower(email.path("value"))));
        yield values;
      }
      default -> {
        boolean custom = attribute.startsWith("cf_");
        JsonNode value = (custom ? row.path("custom_field") : row).path(attribute);
        if (value.isNull() || value.isMissingNode()) {
          yield List.of();
        }
        if (value.isArray()) {
          List<String> values = new ArrayList<>();
          value.forEach(one -> values.add(lower(one.isObject() ? one.path("id") : one)));
          yield values;
        }
        yield List.of(lower(value));
      }
    };
  }

  static String lower(JsonNode value) {
    return value.asString("").toLowerCase(Locale.ROOT);
  }
}
