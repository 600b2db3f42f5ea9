package dev.pindah.journey.map.match;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Labels to words, and how alike two words or labels are. */
final class Words {
  private static final Set<String> EMPTY =
      Set.of("the", "of", "a", "an", "and", "or", "for", "to", "in", "is", "custom", "field", "cf");

  /** What a form calls a field that nobody named. */
  private static final Set<String> NAMELESS =
      Set.of("column", "kolom", "untitled", "unnamed", "baru", "new", "test", "tes");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Marks off letters go, dotted letters join, joined words and numbers part. */
  private static final List<Map.Entry<Pattern, String>> FORMS =
      List.of(
          Map.entry(Pattern.compile("\\p{M}"), ""),
          Map.entry(Pattern.compile("(?<=(?<!\\p{L})\\p{L})\\.(?=\\p{L}(?!\\p{L}))"), ""),
          Map.entry(Pattern.compile("(?<=[a-z])(?=[A-Z])"), " "),
          Map.entry(Pattern.compile("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])"), " "));

  private Words() {}

  /** Lower case, without marks; joined words are parted, numbers and dotted letters stand alone. */
  static List<String> split(String label) {
    String plain = Normalizer.normalize(label, Normalizer.Form.NFKD).replace("%", " percent ");
    for (Map.Entry<Pattern, String> form : FORMS) {
      plain = form.getKey().matcher(plain).replaceAll(form.getValue());
    }
    plain = plain.toLowerCase(Locale.ROOT);
    return BETWEEN.splitAsStream(plain).filter(word -> !word.isBlank()).toList();
  }

  /** Whether a label names nothing: blank, marks only, or what a form calls any field. */
  static boolean empty(List<String> words) {
    return words.stream()
        .allMatch(
            word ->
                EMPTY.contains(word)
                    || NAMELESS.contains(word)
                    || word.chars().allMatch(Character::isDigit));
  }

  /** Words that carry meaning, in the singular. */
  static List<String> meaning(List<String> words) {
    List<String> kept =
        words.stream().filter(word -> !EMPTY.contains(word)).map(Words::singular).toList();
    return kept.isEmpty() ? words : kept;
  }

  static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Whether one letter more, less or other, or two in the other order, makes one the other. */
  static boolean oneEditApart(String left, String right) {
    int difference = left.length() - right.length();
    if (Math.abs(difference) > 1 || left.equals(right)) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(left.length(), right.length());
    while (start < shorter && left.charAt(start) == right.charAt(start)) {
      start++;
    }
    String leftRest = left.substring(start);
    String rightRest = right.substring(start);
    if (difference == 0) {
      boolean swapped =
          leftRest.length() > 1
              && leftRest.charAt(0) == rightRest.charAt(1)
              && leftRest.charAt(1) == rightRest.charAt(0)
              && leftRest.substring(2).equals(rightRest.substring(2));
      return swapped || leftRest.substring(1).equals(rightRest.substring(1));
    }
    return difference > 0
        ? leftRest.substring(1).equals(rightRest)
        : rightRest.substring(1).equals(leftRest);
  }

  /** Three letters at a time, as sorted numbers. */
  static int[] trigrams(String text) {
    String padded = "  " + text + " ";
    return IntStream.range(0, padded.length() - 2)
        .map(
            at -> (padded.charAt(at) << 20) ^ (padded.charAt(at + 1) << 10) ^ padded.charAt(at + 2))
        .distinct()
        .sorted()
        .toArray();
  }

  /** Twice what is common, by what there is: 0 to 1. */
  static double dice(int[] left, int[] right) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] == right[j]) {
        common++;
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return left.length + right.length == 0 ? 0 : 2.0 * common / (left.length + right.length);
  }

  /** First letters of several words. */
  static String acronym(List<String> words) {
    StringBuilder letters = new StringBuilder();
    words.forEach(word -> letters.append(word.charAt(0)));
    return letters.toString();
  }
}
