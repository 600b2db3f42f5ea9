package dev.pindah.report.kit;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the source in the account's zone, as notes on the target carry them. */
record Times(DateTimeFormatter formatter) {
  static Times in(ZoneId zone) {
    return new Times(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US).withZone(zone));
  }

  /** What is no time stays as it is. */
  String show(String given) {
    try {
      return given.isEmpty() ? "" : formatter.format(OffsetDateTime.parse(given));
    } catch (DateTimeException other) {
      return given;
    }
  }
}
