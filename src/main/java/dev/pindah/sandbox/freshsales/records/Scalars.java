package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.records.Cell.Dropped;
import dev.pindah.sandbox.freshsales.records.Cell.Kept;
import dev.pindah.sandbox.freshsales.records.Cell.Read;
import dev.pindah.sandbox.freshsales.records.Cell.Refused;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Numbers, dates and times as the account keeps them. */
final class Scalars {

  private static final BigDecimal TOO_BIG = BigDecimal.TEN.pow(11);
  private static final int DECIMALS = 4;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

  private Scalars() {}

  /** A JSON number, or a text that is a plain decimal number. */
  static Optional<BigDecimal> decimal(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(value.decimalValue());
    }
    String text = value.isString() ? value.asString().strip() : "";
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Up to 11 digits and 4 decimals; what is no number is dropped. */
  static Read number(String label, JsonNode value) {
    Optional<BigDecimal> number = decimal(value);
    if (number.isEmpty()) {
      return new Dropped();
    }
    BigDecimal kept = number.get().setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    if (kept.abs().compareTo(TOO_BIG) >= 0) {
      return new Refused(label + " is not in required length");
    }
    return new Kept(
        kept.scale() <= 0 ? Json.tree(kept.longValueExact()) : Json.tree(kept.doubleValue()));
  }

  static Read date(JsonNode value) {
    return parsedDate(value)
        .<Read>map(date -> new Kept(StringNode.valueOf(date.toString())))
        .orElseGet(Dropped::new);
  }

  static Read dateTime(JsonNode value) {
    return parsedTime(value)
        .<Read>map(time -> new Kept(StringNode.valueOf(time.toString())))
        .orElseGet(Dropped::new);
  }

  /** A date, or the date of a date with time. */
  static Optional<LocalDate> parsedDate(JsonNode value) {
    String text = value.isString() ? value.asString().strip() : "";
    try {
      boolean longer = text.length() > 10 && text.charAt(10) == 'T';
      return Optional.of(LocalDate.parse(longer ? text.substring(0, 10) : text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** An instant with Z or an offset; a bare date is its midnight in UTC. */
  static Optional<Instant> parsedTime(JsonNode value) {
    String text = value.isString() ? value.asString().strip() : "";
    try {
      return Optional.of(
          OffsetDateTime.parse(text.length() == 10 ? text + "T00:00:00Z" : text).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
