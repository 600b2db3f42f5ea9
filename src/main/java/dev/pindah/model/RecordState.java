package dev.pindah.model;

import java.util.Locale;

/**
 * Where a record stands on its way to the target; the ledger's table of moves says what may follow.
 */
public enum RecordState {
  /** Transformed; waits for load. */
  READY,
  /** Must not move; the reason says why. */
  SKIPPED,
  /** Waits for a person; the reason says for what. */
  HELD,
  /** The intention to write is on disk; the call may or may not have happened. */
  INTENDED,
  /** The answer to a write was lost; to be looked up by its marker before any other write. */
  UNKNOWN,
  /** The target said no; the reason carries its words. */
  REFUSED,
  /** Made by us. */
  CREATED,
  /** It existed before us and we wrote to it. */
  UPDATED,
  /** It existed before us and nothing was written. */
  MATCHED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RecordState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  /** Whether a target record stands behind it. */
  public boolean onTarget() {
    return this == CREATED || this == UPDATED || this == MATCHED;
  }
}
