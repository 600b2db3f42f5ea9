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
  private final Glossary glossary = Glossary.load();
  private final Weights weights;

  public Matcher() {
    this(Weights.load());
  }

  Matcher(Weights weights) {
    this.weights = weights;
  }

  /** A pair and the probability that both mean the same. */
  public record Pair(String source, String target, double confidence) {}

  /** All pairs, best first. */
  public List<Pair> rank(List<Column> sources, List<Column> targets) {
    List<Pair> pairs = new ArrayList<>();
    evidence(sources, targets)
        .forEach(
            found ->
                pairs.add(
                    new Pair(
                        found.source(), found.target(), weights.probability(found.evidence()))));
    pairs.sort(
        Comparator.comparingDouble(Pair::confidence)
            .reversed()
            .thenComparing(Pair::source)
            .thenComparing(Pair::target));
    return pairs;
  }

  /** How alike two columns are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; there are hundreds of thousands
  record Found(String source, String target, double[] evidence) {}

  List<Found> evidence(List<Column> sources, List<Column> targets) {
    List<Profile> left = sources.stream().map(column -> Profile.of(column, glossary)).toList();
    List<Profile> right = targets.stream().map(column -> Profile.of(column, glossary)).toList();
    Evidence compare = new Evidence(rarity(right));
    List<String> sentences = new ArrayList<>();
    left.forEach(profile -> sentences.add(profile.sentence()));
    right.forEach(profile -> sentences.add(profile.sentence()));
    Map<String, float[]> meanings = Meaning.of(sentences);
    List<Found> found = new ArrayList<>();
    for (Profile source : left) {
      float[] one = meanings.getOrDefault(source.sentence(), new float[0]);
      for (Profile target : right) {
        float[] other = meanings.getOrDefault(target.sentence(), new float[0]);
        found.add(
            new Found(
                source.column().name(),
                target.column().name(),
                compare.of(source, target, Meaning.cosine(one, other))));
      }
    }
    return found;
  }

  /** Inverse frequency of the words over the target's labels. */
  private static Map<String, Double> rarity(List<Profile> targets) {
    Map<String, Integer> counts = new HashMap<>();
    for (Profile target : targets) {
      Set<String> words = new HashSet<>(target.words());
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Map<String, Double> rarity = new HashMap<>();
    double all = Math.max(2, targets.size());
    counts.forEach(
        (word, count) -> rarity.put(word, Math.log(1 + all / count) / Math.log(1 + all)));
    return rarity;
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
