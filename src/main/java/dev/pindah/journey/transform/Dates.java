package dev.pindah.journey.transform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the source's four forms of dates; a form without an offset is in the account's zone. */
final class Dates {
  private static final List<DateTimeFormatter> OFFSET =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("uuuu-MM-dd HH:mm:ss")
              .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
              .appendPattern("[ ]Z")
              .toFormatter(Locale.US));
  private static final List<DateTimeFormatter> LOCAL =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          strict("uuuu-MM-dd HH:mm[:ss]"),
          strict("dd/MM/uuuu HH:mm[:ss]"));
  private static final List<DateTimeFormatter> DAY =
      List.of(DateTimeFormatter.ISO_LOCAL_DATE, strict("d/M/uuuu"), strict("d-M-uuuu"));

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US);

  private final ZoneId zone;

  Dates(ZoneId zone) {
    this.zone = zone;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withResolverStyle(ResolverStyle.STRICT);
  }

  Optional<OffsetDateTime> dateTime(String text) {
    for (DateTimeFormatter form : OFFSET) {
      try {
        return Optional.of(OffsetDateTime.parse(text, form));
      } catch (DateTimeException notThisForm) {
        // the next form
      }
    }
    for (DateTimeFormatter form : LOCAL) {
      try {
        return Optional.of(LocalDateTime.parse(text, form).atZone(zone).toOffsetDateTime());
      } catch (DateTimeException notThisForm) {
        // the next form
      }
    }
    return plainDay(text).map(day -> day.atStartOfDay(zone).toOffsetDateTime());
  }

  /** For people, in the account's zone; what is no time stays as it is. */
  String stamp(String text) {
    return dateTime(text).map(time -> STAMP.format(time.atZoneSameInstant(zone))).orElse(text);
  }

  /**
   * The calendar day that was meant. A midnight carries the offset of whoever wrote it, so its own
   * offset decides; only UTC instants are brought to the account's zone.
   */
  Optional<LocalDate> day(String text) {
    Optional<LocalDate> plain = plainDay(text);
    if (plain.isPresent()) {
      return plain;
    }
    return dateTime(text)
        .map(
            time ->
                time.getOffset().equals(ZoneOffset.UTC)
                    ? time.atZoneSameInstant(zone).toLocalDate()
                    : time.toLocalDate());
  }

  private static Optional<LocalDate> plainDay(String text) {
    for (DateTimeFormatter form : DAY) {
      try {
        return Optional.of(LocalDate.parse(text, form));
      } catch (DateTimeException notThisForm) {
        // the next form
      }
    }
    return Optional.empty();
  }
}
