package dev.pindah.model.flow;

import java.util.Locale;

/**
 * What an inspection of a flow found.
 *
 * @param step id of the step where it is
 * @param detail a way, a variable or a list of steps; may be blank
 */
public record FlowFinding(Kind kind, String step, String detail) {
  /** In the order of how much they matter. */
  public enum Kind {
    /** A way to a step that does not exist. */
    BROKEN_WAY(true),
    /** A step that is no end and leads nowhere. */
    DEAD_END(true),
    /** Once in, nobody comes out. */
    ENDLESS_LOOP(true),
    /** Nothing leads to it. */
    UNREACHABLE(true),
    /** It leads to a flow that is not among the files. */
    UNKNOWN_FLOW(true),
    /** Nothing is said for an answer that fits no way. */
    NO_FALLBACK(false),
    /** A loop that can be left. */
    LOOP(false),
    /** A variable that no step before sets. */
    UNSET_VARIABLE(false),
    /** Where the bot gives over to a person; no fault, but to be rebuilt with care. */
    HANDOVER(false);

    private final boolean fault;

    Kind(boolean fault) {
      this.fault = fault;
    }

    public boolean fault() {
      return fault;
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
