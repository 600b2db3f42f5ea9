package dev.pindah.model;

import java.util.Locale;

/**
 * A cell that is not written from the source as usual.
 *
 * @param sourceValue JSON of what the source wants there; blank for nothing
 * @param targetValue JSON of what stood on the target
 */
public record KeptCell(
    RecordKey key,
    Step step,
    String attribute,
    State state,
    String sourceValue,
    String targetValue) {
  /** Why it is not written as usual. */
  public enum State {
    /** Changed on the target only: what people wrote there stays. */
    EDITED,
    /** Changed on both sides: stays until somebody decides. */
    CONFLICT,
    /** Changed on both sides, and the target's value was chosen. */
    TARGET,
    /** Changed on both sides, and the source's value was chosen: the next delta writes it. */
    SOURCE,
    /** Written once and emptied in the source since: it is emptied on the target too. */
    EMPTIED;

    /** Whether what stands on the target belongs to people. */
    public boolean ofPeople() {
      return switch (this) {
        case EDITED, CONFLICT, TARGET -> true;
        case SOURCE, EMPTIED -> false;
      };
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  public KeptCell as(State other) {
    return new KeptCell(key, step, attribute, other, sourceValue, targetValue);
  }
}
