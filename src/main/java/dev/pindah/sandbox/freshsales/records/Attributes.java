package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a module does with each writable built-in attribute. */
final class Attributes {
  private static final int TEXT_MAX = 255;
  private static final int PHONE_MAX = 30;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,}");

  /** Takes a value onto a row; refuses or stores null where the API does. */
  @FunctionalInterface
  interface Setter {
    void set(ObjectNode row, String name, JsonNode value);
  }

  private final Map<String, Setter> setters = new LinkedHashMap<>();

  Attributes with(Setter setter, String... names) {
    for (String name : names) {
      setters.put(name, setter);
    }
    return this;
  }

  void apply(ObjectNode row, JsonNode body) {
    setters.forEach(
        (name, setter) -> {
          if (body.has(name)) {
            setter.set(row, name, body.path(name));
          }
        });
  }

  Set<String> names() {
    return setters.keySet();
  }

  static void text(ObjectNode row, String name, JsonNode value) {
    String text = value.asString("");
    if (text.length() > TEXT_MAX) {
      throw FreshsalesErrors.invalid(label(name) + " is not in required length");
    }
    if (value.isNull() || text.isEmpty()) {
      row.putNull(name);
    } else {
      row.put(name, text);
    }
  }

  /** Junk and what is too long is stored as null, without a word. */
  static void phone(ObjectNode row, String name, JsonNode value) {
    String text = value.asString("").strip();
    if (text.length() <= PHONE_MAX && PHONE.matcher(text).matches()) {
      row.put(name, text);
    } else {
      row.putNull(name);
    }
  }

  static void number(ObjectNode row, String name, JsonNode value) {
    try {
      row.put(name, new BigDecimal(value.asString("").strip()));
    } catch (NumberFormatException notANumber) {
      row.putNull(name);
    }
  }

  static void flag(ObjectNode row, String name, JsonNode value) {
    row.put(name, value.asBoolean(false));
  }

  /** A day that cannot be read is stored as null, without a word. */
  static void day(ObjectNode row, String name, JsonNode value) {
    String text = value.asString("");
    try {
      row.put(name, LocalDate.parse(text.substring(0, Math.min(10, text.length()))).toString());
    } catch (DateTimeException notADay) {
      row.putNull(name);
    }
  }

  /** Replaces the tags. */
  static void tags(ObjectNode row, String name, JsonNode value) {
    ArrayNode tags = Json.array();
    if (value.isArray()) {
      value.valueStream().map(tag -> tag.asString("")).distinct().forEach(tags::add);
    } else if (!value.asString("").isBlank()) {
      for (String tag : value.asString("").split(",", -1)) {
        tags.add(tag.strip());
      }
    }
    row.set(name, tags);
  }

  static String label(String name) {
    String words = name.replaceAll("_id$", "").replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
