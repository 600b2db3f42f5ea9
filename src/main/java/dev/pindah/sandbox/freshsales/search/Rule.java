package dev.pindah.sandbox.freshsales.search;

import dev.pindah.sandbox.freshsales.answers.Errors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One rule of a filtered search; rules are ANDed. */
record Rule(String attribute, Operator operator, List<String> values) {

  /** The operators seen working (facts, section 1.7). */
  enum Operator {
    IS,
    IS_IN,
    CONTAINS,
    IS_BEFORE,
    IS_AFTER
  }

  static Rule of(JsonNode node) {
    String attribute = node.path("attribute").asString("");
    Operator operator = operator(node.path("operator").asString(""));
    List<String> values = new ArrayList<>();
    JsonNode value = node.path("value");
    if (value.isArray()) {
      value.forEach(one -> values.add(Attributes.lower(one)));
    } else {
      values.add(Attributes.lower(value));
    }
    boolean wrong =
        attribute.isBlank()
            || (operator == Operator.IS_IN && attribute.equals("updated_at"))
            || (operator != Operator.IS_IN && value.isArray());
    if (wrong) {
      throw Errors.refusal(400, "Invalid filter rule");
    }
    return new Rule(attribute, operator, List.copyOf(values));
  }

  private static Operator operator(String name) {
    try {
      return Operator.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Errors.refusal(400, "Invalid filter operator " + name);
    }
  }

  boolean holds(JsonNode row) {
    List<String> held = Attributes.of(row, attribute);
    String wanted = values.isEmpty() ? "" : values.getFirst();
    return switch (operator) {
      case IS -> held.contains(wanted);
      case IS_IN -> held.stream().anyMatch(values::contains);
      case CONTAINS -> held.stream().anyMatch(value -> value.contains(wanted));
      case IS_BEFORE -> held.stream().anyMatch(value -> compare(value, wanted) < 0);
      case IS_AFTER -> held.stream().anyMatch(value -> compare(value, wanted) > 0);
    };
  }

  /** By time where both are times; otherwise nothing is before or after. */
  private static int compare(String value, String wanted) {
    Optional<Instant> left = time(value);
    Optional<Instant> right = time(wanted);
    return left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : 0;
  }

  private static Optional<Instant> time(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    try {
      return Optional.of(
          upper.length() == 10
              ? LocalDate.parse(upper).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(upper));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
