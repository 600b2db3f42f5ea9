package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** When seeded rows were made and changed, and the date forms of the API. */
public final class Times {

  /** The moment at which the seeded account stands still; written rows are younger. */
  public static final Instant FROZEN = Instant.parse("2026-01-05T03:00:00Z");

  public static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private static final ZoneOffset WITA = ZoneOffset.ofHours(8);
  private static final ZoneOffset WIT = ZoneOffset.ofHours(9);
  private static final long SPAN_MILLIS = 730L * 86_400_000;
  private static final DateTimeFormatter CRM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
  private static final DateTimeFormatter CHAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** Strictly falling with the index: row 0 was changed last, the whole table spans two years. */
  public static Instant updated(Dice dice, String table, long index, long count) {
    long step = Math.max(2, SPAN_MILLIS / Math.max(1, count));
    long jitter = dice.belowLong(table + "-updated", index, step - 1);
    return FROZEN.minusMillis(index * step + jitter + 1);
  }

  public static Instant created(Dice dice, String table, long index, Instant updated) {
    return updated.minusMillis(dice.belowLong(table + "-created", index, 90L * 86_400_000));
  }

  /** Most rows carry WIB; some were made in Makassar or Jayapura. */
  public static ZoneOffset offset(long index) {
    return index % 17 == 5 ? WITA : index % 31 == 9 ? WIT : WIB;
  }

  public static String crm(Instant instant, ZoneOffset offset) {
    return CRM.format(instant.atOffset(offset));
  }

  public static String crm(Instant instant) {
    return crm(instant, WIB);
  }

  public static String chat(Instant instant) {
    return CHAT.format(instant);
  }

  /** Reads back what {@link #crm} or {@link #chat} has written. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
