package dev.pindah.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects everything that is wrong with an input, so that it can be said all at once. */
public final class Problems {
  /**
   * One thing that is wrong.
   *
   * @param place where, for instance {@code pindah.yaml:7 source.qontak.rate}
   * @param remedy the next step, or blank
   */
  public record Problem(String place, String message, String remedy) {
    @Override
    public String toString() {
      return place + ": " + message + (remedy.isBlank() ? "" : " — " + remedy);
    }
  }

  private final List<Problem> problems = new ArrayList<>();

  /** The same problem twice is one. */
  public void add(String place, String message, String remedy) {
    Problem problem = new Problem(place, message, remedy);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** Whether something was already said about a place. */
  public boolean at(String place) {
    return problems.stream().anyMatch(problem -> problem.place().equals(place));
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  public List<Problem> list() {
    return List.copyOf(problems);
  }

  /** The known word nearest to a misspelt one, when it is near enough to be worth saying. */
  public static Optional<String> nearest(String word, Stream<String> known) {
    return known
        .map(candidate -> new Near(candidate, distance(word, candidate)))
        .filter(near -> near.distance <= Math.max(2, word.length() / 3))
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::word);
  }

  private record Near(String word, int distance) {}

  /** Levenshtein distance with two rows. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
