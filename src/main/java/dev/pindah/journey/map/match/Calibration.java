package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Matcher.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether confidences are true: the best partner of every source column, each target given once.
 *
 * @param brier mean square of confidence minus truth
 */
public record Calibration(double brier, List<Bucket> buckets) {
  private static final double[] EDGES = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1};

  public Calibration {
    buckets = List.copyOf(buckets);
  }

  /**
   * Pairs of one range of confidence.
   *
   * @param confidence their mean confidence
   * @param right the share of them that is right
   */
  public record Bucket(double from, double to, int pairs, double confidence, double right) {}

  public static Calibration of(List<Pair> ranked, Collection<Pair> truth) {
    List<Pair> assigned = Matcher.assign(ranked);
    List<Bucket> buckets = new ArrayList<>();
    double squares = 0;
    for (Pair pair : assigned) {
      squares += Math.pow(pair.confidence() - right(pair, truth), 2);
    }
    for (int i = 0; i + 1 < EDGES.length; i++) {
      double from = EDGES[i];
      double to = EDGES[i + 1];
      boolean last = i + 2 == EDGES.length;
      List<Pair> within =
          assigned.stream()
              .filter(pair -> pair.confidence() >= from && (pair.confidence() < to || last))
              .toList();
      if (!within.isEmpty()) {
        buckets.add(
            new Bucket(
                from,
                to,
                within.size(),
                within.stream().mapToDouble(Pair::confidence).average().orElse(0),
                within.stream().mapToInt(pair -> right(pair, truth)).average().orElse(0)));
      }
    }
    return new Calibration(assigned.isEmpty() ? 0 : squares / assigned.size(), buckets);
  }

  private static int right(Pair pair, Collection<Pair> truth) {
    return truth.stream()
            .anyMatch(
                known ->
                    known.source().equals(pair.source()) && known.target().equals(pair.target()))
        ? 1
        : 0;
  }
}
