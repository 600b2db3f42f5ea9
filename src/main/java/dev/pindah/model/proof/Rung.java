package dev.pindah.model.proof;

import java.util.List;

/**
 * One claim of the ladder.
 *
 * @param id completeness, uniqueness, relations, aggregates, hashes, cells, totals, second-pass or
 *     sample
 * @param says what was counted, and why it fails when it does; no personal data
 * @param counts the numbers in it, in their order, for words of another language
 * @param broken why it fails; blank when it does not
 */
public record Rung(String id, State state, String says, List<Long> counts, String broken) {
  public Rung {
    counts = List.copyOf(counts);
  }

  /** How the claim came out. */
  public enum State {
    PASSED,
    FAILED,
    /** It needs people, or there was nothing to look at. */
    OPEN
  }

  public static Rung of(String id, boolean passed, String says, Long... counts) {
    return new Rung(id, passed ? State.PASSED : State.FAILED, says, List.of(counts), "");
  }
}
