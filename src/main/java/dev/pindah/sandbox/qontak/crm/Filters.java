package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Times;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tests behind the lists' query parameters. */
final class Filters {

  private Filters() {}

  /** The member contains the text, whatever the case. */
  static BiPredicate<ObjectNode, String> contains(String member) {
    return (row, wanted) ->
        row.path(member)
            .asString("")
            .toLowerCase(Locale.ROOT)
            .contains(wanted.toLowerCase(Locale.ROOT));
  }

  /** The member, or one of its elements, is this id. */
  static BiPredicate<ObjectNode, String> is(String member) {
    return (row, wanted) -> {
      JsonNode value = row.path(member);
      return value.isArray()
          ? value.valueStream().anyMatch(element -> element.asString("").equals(wanted))
          : value.asString("").equals(wanted);
    };
  }

  static BiPredicate<ObjectNode, String> createdFrom(String pattern) {
    return (row, wanted) ->
        day(wanted, pattern).flatMap(day -> created(row).map(at -> !at.isBefore(day))).orElse(true);
  }

  static BiPredicate<ObjectNode, String> createdUpTo(String pattern) {
    return (row, wanted) ->
        day(wanted, pattern).flatMap(day -> created(row).map(at -> !at.isAfter(day))).orElse(true);
  }

  private static Optional<LocalDate> created(ObjectNode row) {
    return Times.parse(row.path("created_at").asString(""))
        .map(instant -> instant.atOffset(Times.WIB).toLocalDate());
  }

  private static Optional<LocalDate> day(String text, String pattern) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }
}
