package dev.pindah.journey.transform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
              .appendPattern("uuuu-MM-dd[ ]['T']HH:mm:ss")
              .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
              .appendPattern("[ ]")
              .optionalStart()
              .appendOffset("+HH:MM", "Z")
              .optionalEnd()
              .optionalStart()
              .appendOffset("+HHMM", "Z")
              .optionalEnd()
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

  /** Longer texts are no dates, and are not tried. */
  private static final int LONGEST = 64;

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  private final ZoneId zone;

  Dates(ZoneId zone) {
    this.zone = zone;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Instants of four-digit years only: nothing else is a date of a business. */
  Optional<OffsetDateTime> dateTime(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : anyTime(text).filter(time -> plausible(time.toLocalDate()));
  }

  private static boolean plausible(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private Optional<OffsetDateTime> anyTime(String text) {
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

  /**
   * Whether the text says a time of day other than midnight, which a calendar day has no room for.
   */
  boolean timed(String text) {
    return plainDay(text).isEmpty()
        && dateTime(text)
            .map(this::meant)
            .map(time -> !time.toLocalTime().equals(LocalTime.MIDNIGHT))
            .orElse(false);
  }

  /** A midnight carries the offset of whoever wrote it; only UTC instants are brought home. */
  private LocalDateTime meant(OffsetDateTime time) {
    return time.getOffset().equals(ZoneOffset.UTC)
        ? time.atZoneSameInstant(zone).toLocalDateTime()
        : time.toLocalDateTime();
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
    return dateTime(text).map(this::meant).map(LocalDateTime::toLocalDate);
  }

  private static Optional<LocalDate> plainDay(String text) {
    for (DateTimeFormatter form : text.length() > LONGEST ? List.<DateTimeFormatter>of() : DAY) {
      try {
        return Optional.of(LocalDate.parse(text, form)).filter(Dates::plausible);
      } catch (DateTimeException notThisForm) {
        // the next form
      }
    }
    return Optional.empty();
  }
}
