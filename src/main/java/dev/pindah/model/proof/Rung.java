package dev.pindah.model.proof;

/**
 * One claim of the ladder.
 *
 * @param id completeness, uniqueness, relations, aggregates, hashes, cells, totals, second-pass or
 *     sample
 * @param says what was counted, and why it fails when it does; no personal data
 */
public record Rung(String id, State state, String says) {
  /** How the claim came out. */
  public enum State {
    PASSED,
    FAILED,
    /** It needs people, or there was nothing to look at. */
    OPEN
  }

  public static Rung of(String id, boolean passed, String says) {
    return new Rung(id, passed ? State.PASSED : State.FAILED, says);
  }
}
