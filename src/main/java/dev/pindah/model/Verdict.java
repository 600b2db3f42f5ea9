package dev.pindah.model;

import java.util.Locale;

/** What became of one source cell. Exactly one verdict per cell (promise P1). */
public sealed interface Verdict {
  /** The same value stands on the target. */
  record Exact() implements Verdict {}

  /** The value was changed by a rule that loses nothing. */
  record Transformed(String rule) implements Verdict {}

  /** The value arrives with a loss that is named. */
  record Degraded(String reason) implements Verdict {}

  /** The target has no place for it; it is kept in the handoff documents. */
  record Documented(String reason) implements Verdict {}

  /** Left behind because a person said so in the mapping. */
  record Dropped(String reason) implements Verdict {}

  /** It should have arrived and did not. */
  record Failed(String reason) implements Verdict {}

  /** The bucket in the cell books. */
  default String wire() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  default String detail() {
    return switch (this) {
      case Exact() -> "";
      case Transformed(String rule) -> rule;
      case Degraded(String reason) -> reason;
      case Documented(String reason) -> reason;
      case Dropped(String reason) -> reason;
      case Failed(String reason) -> reason;
    };
  }

  static Verdict of(String wire, String detail) {
    return switch (wire) {
      case "exact" -> new Exact();
      case "transformed" -> new Transformed(detail);
      case "degraded" -> new Degraded(detail);
      case "documented" -> new Documented(detail);
      case "dropped" -> new Dropped(detail);
      case "failed" -> new Failed(detail);
      default -> throw new IllegalArgumentException("no verdict is called '" + wire + "'");
    };
  }
}
