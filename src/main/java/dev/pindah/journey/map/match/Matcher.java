package dev.pindah.journey.map.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks every pair of columns of two tables. */
public final class Matcher {
  private final Glossary glossary = Plain.GLOSSARY;
  private final Opposites opposites = Opposites.load();
  private final Weights weights;

  public Matcher() {
    this(Weights.load());
  }

  Matcher(Weights weights) {
    this.weights = weights;
  }

  /** Whether two labels say the same in plain English, as "Tunai" and "Cash" do. */
  public static boolean sameMeaning(String left, String right) {
    Set<String> one = Set.copyOf(Plain.GLOSSARY.english(left));
    return !one.isEmpty() && one.equals(Set.copyOf(Plain.GLOSSARY.english(right)));
  }

  /** Read when it is first asked for. */
  private static final class Plain {
    static final Glossary GLOSSARY = Glossary.load();
  }

  Weights weights() {
    return weights;
  }

  /** A pair and the probability that both mean the same. */
  public record Pair(String source, String target, double confidence) {}

  /** All pairs, best first. */
  public List<Pair> rank(List<Column> sources, List<Column> targets) {
    return compare(sources, targets).pairs();
  }

  /** The same, and what speaks for each pair. */
  public Comparison compare(List<Column> sources, List<Column> targets) {
    Evidence evidence = evidence(sources, targets);
    double[][] sums = new double[sources.size()][targets.size()];
    for (int i = 0; i < sources.size(); i++) {
      for (int j = 0; j < targets.size(); j++) {
        sums[i][j] = Weights.sum(weights.pair(), evidence.of(i, j));
      }
    }
    Grid grid = new Grid(sums);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      for (int j = 0; j < targets.size(); j++) {
        pairs.add(
            new Pair(
                sources.get(i).name(),
                targets.get(j).name(),
                weights.probability(grid.rivalry(i, j))));
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::confidence)
            .reversed()
            .thenComparing(Pair::source)
            .thenComparing(Pair::target));
    return new Comparison(pairs, evidence, names(sources), names(targets));
  }

  private static Map<String, Integer> names(List<Column> columns) {
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      names.putIfAbsent(columns.get(i).name(), i);
    }
    return names;
  }

  /** All that is compared of two tables. */
  Evidence evidence(List<Column> sources, List<Column> targets) {
    List<Profile> left = profiles(sources);
    List<Profile> right = profiles(targets);
    List<String> sentences = new ArrayList<>();
    for (Profile profile : left) {
      sentences.add(profile.sentence());
      sentences.add(profile.content());
    }
    for (Profile profile : right) {
      sentences.add(profile.sentence());
      sentences.add(profile.content());
    }
    Map<String, float[]> meanings = Meaning.of(sentences);
    return new Evidence(left, right, meanings);
  }

  private List<Profile> profiles(List<Column> columns) {
    return columns.stream().map(column -> Profile.of(column, glossary, opposites)).toList();
  }

  /** One partner for each, best pairs first. */
  public static List<Pair> assign(List<Pair> ranked) {
    Set<String> sources = new HashSet<>();
    Set<String> targets = new HashSet<>();
    List<Pair> chosen = new ArrayList<>();
    for (Pair pair : ranked) {
      if (!sources.contains(pair.source()) && !targets.contains(pair.target())) {
        sources.add(pair.source());
        targets.add(pair.target());
        chosen.add(pair);
      }
    }
    return chosen;
  }
}
