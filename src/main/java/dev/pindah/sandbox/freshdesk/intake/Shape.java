package dev.pindah.sandbox.freshdesk.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/** The type of an attribute, under the name by which refusals call it. */
public enum Shape {
  STRING("String"),
  NUMBER("Positive Integer"),
  DECIMAL("Number"),
  BOOLEAN("Boolean"),
  ARRAY("Array"),
  OBJECT("key/value pair"),
  DATE("date in the format YYYY-MM-DD"),
  TIME("datetime in the format YYYY-MM-DDTHH:MM:SSZ");

  private final String shown;

  Shape(String shown) {
    this.shown = shown;
  }

  public String shown() {
    return shown;
  }

  public boolean fits(JsonNode value) {
    return switch (this) {
      case STRING -> value.isString();
      case NUMBER -> value.isIntegralNumber() && value.asLong() >= 0;
      case DECIMAL -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case ARRAY -> value.isArray();
      case OBJECT -> value.isObject();
      case DATE -> value.isString() && isDate(value.asString());
      case TIME -> value.isString() && isTime(value.asString());
    };
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      if (text.length() == 10) {
        LocalDate.parse(text);
      } else if (text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")) {
        OffsetDateTime.parse(text);
      } else {
        LocalDateTime.parse(text);
      }
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }
}
