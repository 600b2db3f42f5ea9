package dev.pindah.model.proof;

import java.util.List;

/**
 * What the deals are worth, added up three times: from the source's own rows, from what was meant
 * and from what stands. Amounts are plain decimals.
 *
 * @param left deals that were not loaded, which are in none of the rows
 */
public record Business(List<Line> lines, List<Outcome> outcomes, List<Top> top, long left) {
  public Business {
    lines = List.copyOf(lines);
    outcomes = List.copyOf(outcomes);
    top = List.copyOf(top);
  }

  /**
   * One pipeline, stage, owner and month.
   *
   * @param month yyyy-MM of closing, or of expected closing while open; blank when neither is known
   */
  public record Line(
      String pipeline,
      String stage,
      String owner,
      String month,
      String currency,
      long dealsMeant,
      long dealsFound,
      String source,
      String meant,
      String found) {
    public boolean equal() {
      return dealsMeant == dealsFound && source.equals(meant) && meant.equals(found);
    }
  }

  /** Open, won and lost deals. */
  public record Outcome(String outcome, long meant, long found) {}

  /** One of the largest deals of the source. */
  public record Top(int rank, String sourceId, String targetId, String source, String found) {}

  public boolean equal() {
    return lines.stream().allMatch(Line::equal)
        && outcomes.stream().allMatch(outcome -> outcome.meant() == outcome.found())
        && top.stream().allMatch(deal -> deal.source().equals(deal.found()));
  }
}
