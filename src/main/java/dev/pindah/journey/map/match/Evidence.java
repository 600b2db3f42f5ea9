package dev.pindah.journey.map.match;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two columns and says how alike they are in each respect, 0 to 1. */
final class Evidence {
  /** Names of the respects, in the order of {@link #of}. */
  static final List<String> RESPECTS =
      List.of("words", "covered", "trigrams", "acronym", "kind", "values", "meaning", "exact");

  /** Words this alike count as one word written differently. */
  private static final double SAME_WORD = 0.6;

  private final Map<String, Double> weights;

  /** Rare words tell more: weights by word, 1 for words that nobody knows. */
  Evidence(Map<String, Double> weights) {
    this.weights = weights;
  }

  double[] of(Profile source, Profile target, double meaning) {
    double forward = covered(source, target);
    double backward = covered(target, source);
    boolean any = forward + backward > 0;
    return new double[] {
      any ? 2 * forward * backward / (forward + backward) : 0,
      Math.max(forward, backward),
      Words.dice(source.trigrams(), target.trigrams()),
      acronym(source, target),
      source.column().kind().fits(target.column().kind()),
      overlap(source.values(), target.values()),
      Math.max(0, meaning),
      source.words().equals(target.words()) ? 1 : 0
    };
  }

  /** How much of the left label's weight has a partner among the right label's words. */
  private double covered(Profile left, Profile right) {
    double all = 0;
    double found = 0;
    for (int i = 0; i < left.words().size(); i++) {
      double weight = weights.getOrDefault(left.words().get(i), 1.0);
      all += weight;
      double best = 0;
      for (int j = 0; j < right.words().size() && best < 1; j++) {
        if (left.words().get(i).equals(right.words().get(j))) {
          best = 1;
        } else {
          double alike = Words.dice(left.wordTrigrams().get(i), right.wordTrigrams().get(j));
          best = Math.max(best, alike >= SAME_WORD ? alike : 0);
        }
      }
      found += weight * best;
    }
    return all == 0 ? 0 : found / all;
  }

  private static double acronym(Profile source, Profile target) {
    boolean left = source.words().size() == 1 && source.words().getFirst().equals(target.acronym());
    boolean right =
        target.words().size() == 1 && target.words().getFirst().equals(source.acronym());
    return (left && target.words().size() > 1) || (right && source.words().size() > 1) ? 1 : 0;
  }

  /** Share of the smaller set that the other has as well. */
  private static double overlap(Set<String> left, Set<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    return left.size() < right.size() ? share(left, right) : share(right, left);
  }

  private static double share(Set<String> smaller, Set<String> larger) {
    return (double) smaller.stream().filter(larger::contains).count() / smaller.size();
  }
}
