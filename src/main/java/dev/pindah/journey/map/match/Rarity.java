package dev.pindah.journey.map.match;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How much a word tells: 1 when nobody else has it, near 0 when all have. */
final class Rarity {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final double[] weights;

  Rarity(List<? extends Collection<String>> documents) {
    Map<String, Integer> counts = new HashMap<>();
    for (Collection<String> document : documents) {
      for (String word : new HashSet<>(document)) {
        counts.merge(word, 1, Integer::sum);
        numbers.putIfAbsent(word, numbers.size());
      }
    }
    double all = Math.max(2, documents.size());
    weights = new double[numbers.size()];
    counts.forEach(
        (word, count) ->
            weights[numbers.getOrDefault(word, 0)] = Math.log(1 + all / count) / Math.log(1 + all));
  }

  double of(String word) {
    Integer number = numbers.get(word);
    return number == null ? 1 : weights[number];
  }

  /**
   * Words of one of the documents, ready to be compared many times.
   *
   * @param words their numbers in ascending order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bag(int[] words, double weight) {}

  Bag bag(Collection<String> words) {
    int[] sorted =
        words.stream()
            .mapToInt(word -> numbers.getOrDefault(word, 0))
            .distinct()
            .sorted()
            .toArray();
    return new Bag(sorted, Arrays.stream(sorted).mapToDouble(word -> weights[word]).sum());
  }

  /** Weight of what both have, by the weight of the lighter one, 0 to 1. */
  double overlap(Bag left, Bag right) {
    double least = Math.min(left.weight, right.weight);
    if (least == 0) {
      return 0;
    }
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < left.words.length && j < right.words.length) {
      int difference = Integer.compare(left.words[i], right.words[j]);
      if (difference == 0) {
        common += weights[left.words[i]];
        i++;
        j++;
      } else if (difference < 0) {
        i++;
      } else {
        j++;
      }
    }
    return Math.min(1, common / least);
  }
}
