package dev.pindah.journey.map.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How alike two words are in writing, worked out once per pair. */
final class Likeness {
  /** Words this alike count as one word written differently. */
  private static final double SAME_WORD = 0.6;

  private static final float UNKNOWN = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[]> trigrams = new ArrayList<>();
  private final List<float[]> known = new ArrayList<>();

  /** 1 for the same word, 0 for words that only look a little alike. */
  double of(String left, String right) {
    if (left.equals(right)) {
      return 1;
    }
    int one = number(left);
    int other = number(right);
    float[] row = known.get(one);
    if (row.length <= other) {
      int filled = row.length;
      row = Arrays.copyOf(row, Math.max(other + 1, 2 * filled));
      Arrays.fill(row, filled, row.length, UNKNOWN);
      known.set(one, row);
    }
    if (row[other] == UNKNOWN) {
      double dice = Words.dice(trigrams.get(one), trigrams.get(other));
      row[other] = dice >= SAME_WORD ? (float) dice : 0;
    }
    return row[other];
  }

  private int number(String word) {
    Integer number = numbers.get(word);
    if (number == null) {
      number = numbers.size();
      numbers.put(word, number);
      trigrams.add(Words.trigrams(word));
      known.add(new float[0]);
    }
    return number;
  }
}
