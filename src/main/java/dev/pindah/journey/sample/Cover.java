package dev.pindah.journey.sample;

import java.util.List;

/** What a sample shows, and what it cannot show. */
public record Cover(List<Feature> covered, List<Missed> missed) {
  public Cover {
    covered = List.copyOf(covered);
    missed = List.copyOf(missed);
  }

  /** A feature that no record of the sample has. */
  public record Missed(Feature feature, String why) {}

  public int features() {
    return covered.size() + missed.size();
  }
}
