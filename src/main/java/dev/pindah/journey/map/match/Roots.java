package dev.pindah.journey.map.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an Indonesian word may be an inflection of: kematian of mati, pengirim of kirim. */
final class Roots {
  private static final int SHORTEST = 4;

  private static final List<String> SUFFIXES = List.of("", "an", "kan", "i", "nya", "annya");

  /** A prefix, and the letters that it may have swallowed. */
  private static final Map<String, List<String>> PREFIXES =
      Map.ofEntries(
          Map.entry("di", List.of("")),
          Map.entry("ter", List.of("")),
          Map.entry("ber", List.of("")),
          Map.entry("per", List.of("")),
          Map.entry("pe", List.of("")),
          Map.entry("me", List.of("")),
          Map.entry("ke", List.of("")),
          Map.entry("se", List.of("")),
          Map.entry("meng", List.of("", "k")),
          Map.entry("peng", List.of("", "k")),
          Map.entry("meny", List.of("s")),
          Map.entry("peny", List.of("s")),
          Map.entry("mem", List.of("", "p")),
          Map.entry("pem", List.of("", "p")),
          Map.entry("men", List.of("", "t")),
          Map.entry("pen", List.of("", "t")));

  private Roots() {}

  /** Most of the word first; the word itself is not among them. */
  static List<String> of(String word) {
    List<String> stems = new ArrayList<>(List.of(word));
    PREFIXES.forEach(
        (prefix, swallowed) -> {
          if (word.startsWith(prefix)) {
            swallowed.forEach(letter -> stems.add(letter + word.substring(prefix.length())));
          }
        });
    return stems.stream()
        .flatMap(Roots::withoutSuffix)
        .filter(root -> root.length() >= SHORTEST && !root.equals(word))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(root -> root))
        .toList();
  }

  private static Stream<String> withoutSuffix(String stem) {
    return SUFFIXES.stream()
        .filter(stem::endsWith)
        .map(suffix -> stem.substring(0, stem.length() - suffix.length()));
  }
}
