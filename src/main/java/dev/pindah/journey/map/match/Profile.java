package dev.pindah.journey.map.match;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is compared of a column, worked out once.
 *
 * @param words the label in English
 * @param own trigrams of the label as it was written
 * @param values lower case
 * @param terms words of the values, in English
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Profile(
    Column column,
    List<String> words,
    int[] trigrams,
    int[] own,
    String acronym,
    Head head,
    ValueKind kind,
    Map<String, Set<String>> telling,
    Set<String> values,
    Set<String> terms) {
  private static final int VALUES = 300;
  private static final int TRANSLATED = 60;

  /** Values that go into a sentence. */
  private static final int SHOWN = 4;

  /** Longer texts cost time and say no more about what the column is. */
  private static final int VALUE_LENGTH = 24;

  private static final int SENTENCE_LENGTH = 200;

  static Profile of(Column column, Glossary glossary, Opposites opposites) {
    List<String> words = glossary.english(column.label());
    Set<String> values =
        column.values().stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .filter(value -> !value.isEmpty())
            .limit(VALUES)
            .collect(Collectors.toCollection(HashSet::new));
    Head head = Head.of(words, column.kind());
    return new Profile(
        column,
        words,
        Words.trigrams(String.join(" ", words)),
        Words.trigrams(String.join(" ", Words.split(column.label()))),
        Words.acronym(words),
        head,
        column.kind().narrowed(column.values(), head),
        opposites.in(words),
        values,
        terms(column, values, glossary));
  }

  private static Set<String> terms(Column column, Set<String> values, Glossary glossary) {
    Set<String> terms = new HashSet<>();
    boolean wordy =
        switch (column.kind()) {
          case CHOICE, TEXT, BOOLEAN, UNKNOWN -> true;
          case EMAIL, PHONE, URL, DATE, NUMBER, REFERENCE -> false;
        };
    if (wordy) {
      values.stream()
          .limit(TRANSLATED)
          .flatMap(value -> glossary.english(value).stream())
          .filter(word -> word.chars().anyMatch(Character::isLetter))
          .forEach(terms::add);
    }
    return terms;
  }

  /** The label with some of the values, for the embedding. */
  String content() {
    boolean telling = kind == ValueKind.CHOICE || kind == ValueKind.TEXT;
    return telling && !terms.isEmpty()
        ? sentence()
            + ": "
            + values.stream()
                .sorted()
                .limit(SHOWN)
                .map(value -> cut(value, VALUE_LENGTH))
                .collect(Collectors.joining(", "))
        : sentence();
  }

  /** The label in English, for the embedding. */
  String sentence() {
    return cut(String.join(" ", words), SENTENCE_LENGTH);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
