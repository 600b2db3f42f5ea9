package dev.pindah.journey.map.match;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that tell near-misses apart: start and end, mother and father, billing and delivery. */
final class Opposites {
  /** The group of words that say whose a thing is. */
  private static final String PERSON = "person";

  private final Map<String, String> groups = new HashMap<>();

  private Opposites() {}

  static Opposites load() {
    Opposites opposites = new Opposites();
    Phrases.rows("opposites.csv")
        .forEach(
            row -> {
              for (String word : row.getField("words").split("\\|", -1)) {
                opposites.groups.put(Words.singular(word), row.getField("group"));
              }
            });
    return opposites;
  }

  /** The telling words of a label by their group. */
  Map<String, Set<String>> in(List<String> words) {
    Map<String, Set<String>> found = new HashMap<>();
    for (String word : words) {
      String group = groups.get(word);
      if (group != null) {
        found.computeIfAbsent(group, key -> new HashSet<>()).add(word);
      }
    }
    return found;
  }

  /** Whether both labels say something of one group, and not the same. */
  static boolean contradict(Map<String, Set<String>> left, Map<String, Set<String>> right) {
    return left.entrySet().stream()
        .anyMatch(
            entry ->
                right.containsKey(entry.getKey())
                    && Collections.disjoint(
                        entry.getValue(), right.getOrDefault(entry.getKey(), Set.of())));
  }

  /** Whether only one of them is about another person. */
  static boolean strangers(Map<String, Set<String>> left, Map<String, Set<String>> right) {
    return left.containsKey(PERSON) != right.containsKey(PERSON);
  }
}
