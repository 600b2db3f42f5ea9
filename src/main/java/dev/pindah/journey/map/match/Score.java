package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Matcher.Pair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good a ranking is.
 *
 * @param recall of as many best pairs as there are true ones, the share that is true
 * @param mrr mean over the columns with a partner of 1 / rank of the first true one
 * @param top share of the columns with a partner whose best pair is true
 * @param columns source columns with a partner
 */
public record Score(double recall, double mrr, double top, int columns) {
  public static Score of(List<Pair> ranked, List<Pair> truth) {
    Set<String> right = new HashSet<>();
    Map<String, List<Pair>> bySource = new LinkedHashMap<>();
    for (Pair pair : truth) {
      right.add(key(pair));
      bySource.put(pair.source(), new ArrayList<>());
    }
    long hits =
        ranked.stream().limit(right.size()).filter(pair -> right.contains(key(pair))).count();
    for (Pair pair : ranked) {
      List<Pair> own = bySource.get(pair.source());
      if (own != null) {
        own.add(pair);
      }
    }
    double reciprocal = 0;
    int first = 0;
    for (List<Pair> own : bySource.values()) {
      for (int rank = 0; rank < own.size(); rank++) {
        if (right.contains(key(own.get(rank)))) {
          reciprocal += 1.0 / (rank + 1);
          first += rank == 0 ? 1 : 0;
          break;
        }
      }
    }
    int columns = bySource.size();
    return new Score(
        right.isEmpty() ? 0 : (double) hits / right.size(),
        columns == 0 ? 0 : reciprocal / columns,
        columns == 0 ? 0 : (double) first / columns,
        columns);
  }

  private static String key(Pair pair) {
    return pair.source() + '\u0000' + pair.target();
  }
}
