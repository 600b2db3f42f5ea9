package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Rarity.Bag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares every column of one table with every column of another, in each respect 0 to 1. */
final class Evidence {
  /** Names of the respects, in the order of {@link #of}. */
  static final List<String> RESPECTS =
      List.of(
          "words",
          "source-covered",
          "target-covered",
          "source-lacks",
          "target-lacks",
          "same-words",
          "trigrams",
          "own-trigrams",
          "acronym",
          "kind",
          "kind-clash",
          "head",
          "head-clash",
          "opposite",
          "stranger",
          "values",
          "value-words",
          "meaning",
          "content");

  private static final double CLASH = 0.01;

  private final List<Profile> sources;
  private final List<Profile> targets;
  private final Rarity words;
  private final Rarity values;
  private final Rarity terms;
  private final List<Bag> sourceValues;
  private final List<Bag> targetValues;
  private final List<Bag> sourceTerms;
  private final List<Bag> targetTerms;
  private final Likeness likeness = new Likeness();
  private final float[][] sourceMeanings;
  private final float[][] targetMeanings;
  private final float[][] sourceContents;
  private final float[][] targetContents;

  /**
   * @param meanings vectors by sentence; empty when meaning shall not count
   */
  Evidence(List<Profile> sources, List<Profile> targets, Map<String, float[]> meanings) {
    this.sources = sources;
    this.targets = targets;
    sourceMeanings = vectors(sources, meanings, Profile::sentence);
    targetMeanings = vectors(targets, meanings, Profile::sentence);
    sourceContents = vectors(sources, meanings, Profile::content);
    targetContents = vectors(targets, meanings, Profile::content);
    List<Profile> all = new ArrayList<>(sources);
    all.addAll(targets);
    words = new Rarity(targets.stream().map(Profile::words).toList());
    values = new Rarity(all.stream().map(Profile::values).toList());
    terms = new Rarity(all.stream().map(Profile::terms).toList());
    sourceValues = sources.stream().map(one -> values.bag(one.values())).toList();
    targetValues = targets.stream().map(one -> values.bag(one.values())).toList();
    sourceTerms = sources.stream().map(one -> terms.bag(one.terms())).toList();
    targetTerms = targets.stream().map(one -> terms.bag(one.terms())).toList();
  }

  double[] of(int left, int right) {
    Profile source = sources.get(left);
    Profile target = targets.get(right);
    double[] forward = covered(source, target);
    double[] backward = covered(target, source);
    double fits = source.kind().fits(target.kind());
    boolean heads = source.head() != Head.NONE && target.head() != Head.NONE;
    double sum = forward[0] + backward[0];
    return new double[] {
      sum > 0 ? 2 * forward[0] * backward[0] / sum : 0,
      forward[0],
      backward[0],
      forward[1],
      backward[1],
      sum > 2 - CLASH ? 1 : 0,
      Words.dice(source.trigrams(), target.trigrams()),
      Words.dice(source.own(), target.own()),
      acronym(source, target),
      fits,
      fits < CLASH ? 1 : 0,
      heads && source.head() == target.head() ? 1 : 0,
      heads && source.head() != target.head() ? 1 : 0,
      Opposites.contradict(source.telling(), target.telling()) ? 1 : 0,
      Opposites.strangers(source.telling(), target.telling()) ? 1 : 0,
      values.overlap(sourceValues.get(left), targetValues.get(right)),
      terms.overlap(sourceTerms.get(left), targetTerms.get(right)),
      Math.max(0, Meaning.cosine(sourceMeanings[left], targetMeanings[right])),
      Math.max(0, Meaning.cosine(sourceContents[left], targetContents[right]))
    };
  }

  /** What both hold, in words; blank when they differ or it is not known. */
  String kinds(int left, int right) {
    ValueKind kind = sources.get(left).kind();
    return kind == targets.get(right).kind() ? kind.shared() : "";
  }

  private static float[][] vectors(
      List<Profile> profiles, Map<String, float[]> meanings, Function<Profile, String> text) {
    return profiles.stream()
        .map(profile -> meanings.getOrDefault(text.apply(profile), new float[0]))
        .toArray(float[][]::new);
  }

  /** How much of the left label has a partner in the right one, and the heaviest word without. */
  private double[] covered(Profile left, Profile right) {
    double all = 0;
    double found = 0;
    double alone = 0;
    for (String word : left.words()) {
      double worth = words.of(word);
      all += worth;
      double best = 0;
      for (String other : right.words()) {
        best = Math.max(best, likeness.of(word, other));
      }
      found += worth * best;
      alone = Math.max(alone, worth * (1 - best));
    }
    return new double[] {all == 0 ? 0 : found / all, alone};
  }

  private static double acronym(Profile source, Profile target) {
    boolean left =
        source.words().size() == 1
            && target.words().size() > 1
            && source.words().getFirst().equals(target.acronym());
    boolean right =
        target.words().size() == 1
            && source.words().size() > 1
            && target.words().getFirst().equals(source.acronym());
    return left || right ? 1 : 0;
  }
}
