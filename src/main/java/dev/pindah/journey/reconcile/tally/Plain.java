package dev.pindah.journey.reconcile.tally;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The plain text of a value, so that both sides can be added up without knowing of each other:
 * numbers without trailing zeros, instants in UTC, lists sorted.
 */
final class Plain {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*");
  private static final int DAY = 10;

  private Plain() {}

  /**
   * Blank for no value.
   *
   * @param shape the meant value, which says whether a text is a list or a day
   */
  static String text(JsonNode value, JsonNode shape) {
    if (value.isArray()) {
      return value
          .valueStream()
          .map(element -> text(element, element))
          .filter(text -> !text.isEmpty())
          .sorted()
          .collect(Collectors.joining("; "));
    }
    String text = value.asString("").strip().replace("\r\n", "\n");
    if (shape.isArray()) {
      return Pattern.compile(";")
          .splitAsStream(text)
          .map(String::strip)
          .sorted()
          .collect(Collectors.joining("; "));
    }
    if (shape.isNumber() && DECIMAL.matcher(text).matches()) {
      return decimal(text).map(Plain::number).orElse(text);
    }
    if (INSTANT.matcher(text).matches()) {
      return shape.asString("").length() == DAY ? text.substring(0, DAY) : instant(text);
    }
    return text;
  }

  static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static Optional<BigDecimal> decimal(String text) {
    return DECIMAL.matcher(text.strip()).matches()
        ? Optional.of(new BigDecimal(text.strip()))
        : Optional.empty();
  }

  private static String instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (DateTimeException notAnInstant) {
      return text;
    }
  }
}
