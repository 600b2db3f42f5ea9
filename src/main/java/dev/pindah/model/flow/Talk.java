package dev.pindah.model.flow;

import java.util.List;

/**
 * A conversation that the rebuilt bot must hold: what goes in, and what comes out.
 *
 * @param complete whether it comes to an end of the flow; false where the flow itself has none
 */
public record Talk(List<Turn> turns, boolean complete) {
  public Talk {
    turns = List.copyOf(turns);
  }

  /**
   * One line of it.
   *
   * @param code who does what: {@code said} and {@code asks} by the bot, {@code chooses}, {@code
   *     writes} and {@code else} by the customer, {@code holds} for a condition, {@code calls},
   *     {@code sets}, {@code hands-over}, {@code goes-to}, {@code ends}
   */
  public record Turn(String step, String code, String text) {}
}
