package dev.pindah.journey.map.match;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is compared of a column, worked out once. */
record Profile(
    Column column,
    List<String> words,
    List<Set<String>> wordTrigrams,
    Set<String> trigrams,
    String acronym,
    Set<String> values) {
  private static final int VALUES = 300;

  static Profile of(Column column, Glossary glossary) {
    List<String> words = Words.meaning(glossary.english(Words.split(column.label())));
    return new Profile(
        column,
        words,
        words.stream().map(Words::trigrams).toList(),
        Words.trigrams(String.join(" ", words)),
        Words.acronym(words),
        column.values().stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .filter(value -> !value.isEmpty())
            .limit(VALUES)
            .collect(Collectors.toCollection(HashSet::new)));
  }

  /** The label in English, for the embedding. */
  String sentence() {
    return String.join(" ", words);
  }
}
