package dev.pindah.model;

import java.util.Locale;

/**
 * A record may need more than one write: the record itself, and what the target only accepts later.
 * Each step is a candidate of its own, so that all of them are exactly-once in the same way.
 */
public enum Step {
  /** The record itself; the only step that counts in the books. */
  RECORD,
  /** The original close date of a won or lost deal, which creation stamps with today. */
  CLOSING,
  /** Lifecycle stage and status of a contact again, because loading deals moves them. */
  LIFECYCLE,
  /**
   * A note that is not one source record: it carries several of them, or the rest of one that is
   * too long. Its key names what it carries and is no id of the source.
   */
  PART;

  /** Whether the step makes a target record of its own. */
  public boolean makes() {
    return this == RECORD || this == PART;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Step of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
