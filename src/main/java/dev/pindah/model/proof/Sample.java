package dev.pindah.model.proof;

import java.util.List;

/**
 * Records drawn for people to look at.
 *
 * @param seed what the draw followed; the same seed draws the same records
 * @param population records on the target
 * @param bound upper bound of the share of wrong records at 95 %, when none of the drawn is wrong
 * @param needed how many would have to be looked at to bound it at 1 %
 */
public record Sample(String seed, List<Drawn> drawn, long population, double bound, long needed) {
  public static final Sample NONE = new Sample("", List.of(), 0, 1, 0);

  public Sample {
    drawn = List.copyOf(drawn);
  }

  /**
   * One drawn record.
   *
   * @param stratum the group that it stands for
   */
  public record Drawn(String object, String id, String stratum) {}
}
