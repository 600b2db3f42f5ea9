package dev.pindah.journey.map.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Labels to words, and how alike two words or labels are. */
final class Words {
  private static final Set<String> EMPTY =
      Set.of("the", "of", "a", "an", "and", "or", "for", "to", "in", "is", "custom", "field", "cf");

  private Words() {}

  /** Lower case, without marks; joined words are parted, numbers stand alone. */
  static List<String> split(String label) {
    String plain =
        Normalizer.normalize(label, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .replaceAll("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])", " ")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isBlank()).toList();
  }

  /** Words that carry meaning, in the singular. */
  static List<String> meaning(List<String> words) {
    List<String> kept =
        words.stream().filter(word -> !EMPTY.contains(word)).map(Words::singular).toList();
    return kept.isEmpty() ? words : kept;
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  static Set<String> trigrams(String text) {
    String padded = "  " + text + " ";
    Set<String> trigrams = new HashSet<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      trigrams.add(padded.substring(i, i + 3));
    }
    return trigrams;
  }

  /** Twice what is common, by what there is: 0 to 1. */
  static double dice(Set<String> left, Set<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    long common =
        left.size() < right.size()
            ? left.stream().filter(right::contains).count()
            : right.stream().filter(left::contains).count();
    return 2.0 * common / (left.size() + right.size());
  }

  /** First letters of several words. */
  static String acronym(List<String> words) {
    StringBuilder letters = new StringBuilder();
    words.forEach(word -> letters.append(word.charAt(0)));
    return letters.toString();
  }
}
