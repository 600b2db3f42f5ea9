package dev.pindah.journey.prepare;

import java.util.Locale;

/**
 * One line of the plan: a thing that the target needs, and how it comes to be.
 *
 * @param detail what is known of it, in a few words; blank where nothing is to be said
 * @param plan smallest plan that has room for it; blank unless it is impossible on this one
 */
public record Planned(State state, ToDo item, String detail, String plan) {
  /** How a thing comes to be on the target. */
  public enum State {
    EXISTS,
    API,
    HAND,
    IMPOSSIBLE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Planned exists(ToDo item, String detail) {
    return new Planned(State.EXISTS, item, detail, "");
  }

  static Planned missing(ToDo item) {
    return new Planned(item.madeByApi() ? State.API : State.HAND, item, "", "");
  }

  /** What load makes together with its records, so that rollback knows it. */
  static Planned withRecords(ToDo item, String detail) {
    return new Planned(State.API, item, detail, "");
  }

  static Planned impossible(ToDo item, String detail, String plan) {
    return new Planned(State.IMPOSSIBLE, item, detail, plan);
  }
}
