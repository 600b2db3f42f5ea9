package dev.pindah.journey.map.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a label asks for, told by its head word; where there are several the first here wins. */
enum Head {
  DATE,
  TIME,
  PHONE,
  EMAIL,
  ADDRESS,
  LINK,
  FILE,
  PERCENT,
  COUNT,
  REASON,
  CHOICE,
  IDENTIFIER,
  NAME,
  MONEY,
  NOTE,
  NONE;

  private static final Map<String, Head> WORDS = words();

  private static Map<String, Head> words() {
    Map<String, Head> words = new HashMap<>();
    Phrases.rows("heads.csv")
        .forEach(row -> words.put(row.getField("word"), Head.valueOf(row.getField("head"))));
    return words;
  }

  /** The head of a label in English, else what its values are. */
  static Head of(List<String> words, ValueKind kind) {
    Head first =
        words.stream()
            .map(word -> WORDS.getOrDefault(word, NONE))
            .min(Head::compareTo)
            .orElse(NONE);
    if (first != NONE) {
      return first;
    }
    return switch (kind) {
      case EMAIL -> EMAIL;
      case PHONE -> PHONE;
      case URL -> LINK;
      case DATE -> DATE;
      case NUMBER, BOOLEAN, CHOICE, REFERENCE, TEXT, UNKNOWN -> NONE;
    };
  }
}
