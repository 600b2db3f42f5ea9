package dev.pindah.journey.map.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a word tells: 1 when nobody else has it, near 0 when all have. */
final class Rarity {
  private final Map<String, Double> weights = new HashMap<>();

  Rarity(List<? extends Collection<String>> documents) {
    Map<String, Integer> counts = new HashMap<>();
    for (Collection<String> document : documents) {
      new HashSet<>(document).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    double all = Math.max(2, documents.size());
    counts.forEach(
        (word, count) -> weights.put(word, Math.log(1 + all / count) / Math.log(1 + all)));
  }

  double of(String word) {
    return weights.getOrDefault(word, 1.0);
  }

  double of(Collection<String> words) {
    return words.stream().mapToDouble(this::of).sum();
  }

  /** Weight of what both have, by the weight of the lighter one, 0 to 1. */
  double overlap(Set<String> left, double leftWeight, Set<String> right, double rightWeight) {
    boolean turned = left.size() < right.size();
    Set<String> fewer = turned ? left : right;
    Set<String> more = turned ? right : left;
    double common = 0;
    for (String word : fewer) {
      common += more.contains(word) ? of(word) : 0;
    }
    double least = Math.min(leftWeight, rightWeight);
    return least == 0 ? 0 : Math.min(1, common / least);
  }
}
