package dev.pindah.model.audit;

/**
 * A known trap and whether it bites here.
 *
 * @param side source, target or pair
 * @param detail what was found in this account
 */
public record Trap(String id, String side, String trap, State state, String detail, String remedy) {
  /** Whether it bites. */
  public enum State {
    BITES,
    CLEAR,
    /** A person has to answer first. */
    ASKED
  }
}
