package dev.pindah.journey.map.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A label in one plain English: Indonesian words, abbreviations and phrases of CRMs are translated,
 * then what has several names in English gets one.
 */
final class Glossary {
  private static final int SHORT = 3;
  private static final int PREFIX = 4;
  private static final int TYPING_ERROR = 6;
  private static final Map<String, List<String>> ORDINALS =
      Map.of("1", List.of(), "2", List.of("second"), "3", List.of("third"));

  private final Phrases indonesian = Phrases.load("glossary.csv", UnaryOperator.identity());
  private final Phrases synonyms = Phrases.load("synonyms.csv", Words::singular);

  private final Set<String> english = new HashSet<>();
  private final Map<String, Optional<String>> guesses = new ConcurrentHashMap<>();
  private final Map<String, String> skeletons = new HashMap<>();

  private Glossary() {
    english.addAll(indonesian.meanings());
    english.addAll(synonyms.meanings());
    synonyms.known().forEach(term -> english.addAll(List.of(term.split(" "))));
    indonesian.known().stream()
        .filter(term -> !term.contains(" ") && term.length() > SHORT)
        .sorted()
        .forEach(term -> skeletons.merge(skeleton(term), term, Glossary::shorter));
  }

  static Glossary load() {
    return new Glossary();
  }

  private static String shorter(String one, String other) {
    return other.length() < one.length() ? other : one;
  }

  /** The label's words in English, each thing under one name; words it does not know stay. */
  List<String> english(String label) {
    List<String> split = Words.split(label);
    if (Words.empty(split)) {
      return List.of();
    }
    List<String> known = indonesian.rewriteUnknown(split, word -> guess(word).orElse(word));
    List<String> translated = indonesian.replace(known).stream().map(Words::singular).toList();
    return ordinal(Words.meaning(synonyms.replace(translated)));
  }

  /** A number at the end tells the second phone from the first. */
  private static List<String> ordinal(List<String> words) {
    String end = words.isEmpty() ? "" : words.getLast();
    if (words.size() < 2 || !ORDINALS.containsKey(end)) {
      return words;
    }
    List<String> counted = new ArrayList<>(words.subList(0, words.size() - 1));
    counted.addAll(ORDINALS.getOrDefault(end, List.of()));
    return counted;
  }

  /** A misspelt, inflected or shortened word as the glossary has it. */
  private Optional<String> guess(String word) {
    if (word.length() < SHORT || indonesian.knows(word) || english.contains(Words.singular(word))) {
      return Optional.empty();
    }
    return guesses.computeIfAbsent(word, this::nearest);
  }

  private Optional<String> nearest(String word) {
    if (word.length() > PREFIX + SHORT
        && word.endsWith("nya")
        && indonesian.knows(word.substring(0, word.length() - SHORT))) {
      return Optional.of(word.substring(0, word.length() - SHORT));
    }
    Optional<String> inflected = Roots.of(word).stream().filter(indonesian::knows).findFirst();
    if (inflected.isPresent()) {
      return inflected;
    }
    Optional<String> typed =
        indonesian.known().stream()
            .filter(term -> word.length() >= TYPING_ERROR && term.indexOf(' ') < 0)
            .filter(term -> term.charAt(0) == word.charAt(0) && Words.oneEditApart(word, term))
            .sorted()
            .findFirst();
    if (typed.isPresent()) {
      return typed;
    }
    Optional<String> started =
        indonesian.known().stream()
            .filter(term -> word.length() >= PREFIX && term.indexOf(' ') < 0)
            .filter(term -> term.startsWith(word) && term.length() <= 2 * word.length())
            .min(java.util.Comparator.comparingInt(String::length).thenComparing(term -> term));
    if (started.isPresent()) {
      return started;
    }
    long vowels = word.chars().filter(Glossary::vowel).count();
    boolean abbreviation = vowels <= (word.length() > SHORT ? 1 : 0);
    return abbreviation ? Optional.ofNullable(skeletons.get(skeleton(word))) : Optional.empty();
  }

  private static boolean vowel(int letter) {
    return "aeiou".indexOf(letter) >= 0;
  }

  /** First letter and the consonants after it. */
  private static String skeleton(String word) {
    return word.charAt(0) + word.substring(1).replaceAll("[aeiou]", "");
  }
}
