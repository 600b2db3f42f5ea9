package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Matcher.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ranked pairs of two tables, and in plain words what speaks for a pair. */
public final class Comparison {
  private static final double MUCH = 0.7;
  private static final double SOME = 0.3;

  private final List<Pair> pairs;
  private final Evidence evidence;
  private final Map<String, Integer> sources;
  private final Map<String, Integer> targets;

  Comparison(
      List<Pair> pairs,
      Evidence evidence,
      Map<String, Integer> sources,
      Map<String, Integer> targets) {
    this.pairs = List.copyOf(pairs);
    this.evidence = evidence;
    this.sources = Map.copyOf(sources);
    this.targets = Map.copyOf(targets);
  }

  /** All of them, best first. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** Why two columns may be the same; ends without a full stop. */
  public String why(Pair pair) {
    int left = sources.getOrDefault(pair.source(), 0);
    int right = targets.getOrDefault(pair.target(), 0);
    double[] found = evidence.of(left, right);
    List<String> reasons = new ArrayList<>();
    if (respect(found, "same-words") > 0) {
      reasons.add("the labels say the same");
    } else if (respect(found, "acronym") > 0) {
      reasons.add("one label is short for the other");
    } else if (respect(found, "words") >= SOME) {
      reasons.add("the labels have words in common");
    } else if (respect(found, "meaning") >= MUCH) {
      reasons.add("the labels are close in meaning");
    }
    if (respect(found, "values") >= SOME) {
      reasons.add("they hold the same values");
    } else if (respect(found, "value-words") >= SOME) {
      reasons.add("their values mean the same");
    }
    String kind = evidence.kinds(left, right);
    if (!kind.isEmpty()) {
      reasons.add(kind);
    }
    return reasons.isEmpty()
        ? "little speaks for it but nothing fits better"
        : String.join("; ", reasons);
  }

  private static double respect(double[] found, String name) {
    return found[Evidence.RESPECTS.indexOf(name)];
  }
}
