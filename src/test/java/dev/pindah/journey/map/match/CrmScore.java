package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Training.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How well fields are mapped that the weights have not seen.
 *
 * @param fields all of them
 * @param targeted those with a target
 * @param top share of the targeted whose best candidate is right
 * @param accepted fields that would be accepted without a look
 * @param precision share of the accepted that is right
 * @param recognised share of the fields without a target that get no likely candidate
 * @param brier mean square of confidence minus truth over the best candidate of every field
 */
record CrmScore(
    int fields,
    int targeted,
    double top,
    int accepted,
    double precision,
    double recognised,
    double brier) {
  /** Confidence from which a proposal needs no look. */
  static final double ACCEPT = 0.9;

  private static final double LIKELY = 0.5;

  private record Best(int source, int target, double confidence) {}

  /** Every company is scored by weights that were fitted on the others. */
  static CrmScore crossValidated(List<Example> examples, Consumer<String> mistakes) {
    Tally tally = new Tally(mistakes);
    for (String company : Training.companies(examples)) {
      Weights weights = Training.weights(Training.without(examples, company));
      examples.stream()
          .filter(example -> example.sheet().company().equals(company))
          .forEach(example -> tally.add(example, weights));
    }
    return tally.score();
  }

  /** All companies by the same weights, which must not have been fitted on them. */
  static CrmScore of(List<Example> examples, Weights weights, Consumer<String> mistakes) {
    Tally tally = new Tally(mistakes);
    examples.forEach(example -> tally.add(example, weights));
    return tally.score();
  }

  private static final class Tally {
    private final Consumer<String> mistakes;
    private int fields;
    private int targeted;
    private int first;
    private int accepted;
    private int acceptedRight;
    private int recognised;
    private double squares;

    Tally(Consumer<String> mistakes) {
      this.mistakes = mistakes;
    }

    void add(Example example, Weights weights) {
      for (Best best : assigned(example, weights)) {
        int truth = example.sheet().truth().get(best.source());
        boolean right = best.target() == truth;
        fields++;
        targeted += truth >= 0 ? 1 : 0;
        first += truth >= 0 && right ? 1 : 0;
        recognised += truth < 0 && best.confidence() < LIKELY ? 1 : 0;
        accepted += best.confidence() >= ACCEPT ? 1 : 0;
        acceptedRight += best.confidence() >= ACCEPT && right ? 1 : 0;
        squares += Math.pow(best.confidence() - (right ? 1 : 0), 2);
        if (truth >= 0 ? !right : best.confidence() >= LIKELY) {
          mistakes.accept(mistake(example, best, truth));
        }
      }
    }

    CrmScore score() {
      return new CrmScore(
          fields,
          targeted,
          (double) first / targeted,
          accepted,
          accepted == 0 ? 1 : (double) acceptedRight / accepted,
          (double) recognised / (fields - targeted),
          squares / fields);
    }
  }

  private static String mistake(Example example, Best best, int truth) {
    return "%s.%s '%s' -> '%s' %.2f, right: %s"
        .formatted(
            example.sheet().company(),
            example.sheet().object(),
            example.sheet().sources().get(best.source()).label(),
            example.sheet().targets().get(best.target()).label(),
            best.confidence(),
            truth < 0 ? "none" : example.sheet().targets().get(truth).label());
  }

  /** One target for each source, the most confident first. */
  private static List<Best> assigned(Example example, Weights weights) {
    Grid grid = new Grid(example.sums(weights.pair()));
    List<Best> all = new ArrayList<>();
    for (int i = 0; i < example.evidence().length; i++) {
      for (int j = 0; j < example.evidence()[i].length; j++) {
        all.add(new Best(i, j, weights.probability(grid.rivalry(i, j))));
      }
    }
    all.sort(Comparator.comparingDouble(Best::confidence).reversed());
    Set<Integer> sources = new HashSet<>();
    Set<Integer> targets = new HashSet<>();
    List<Best> chosen = new ArrayList<>();
    for (Best best : all) {
      if (!sources.contains(best.source()) && !targets.contains(best.target())) {
        sources.add(best.source());
        targets.add(best.target());
        chosen.add(best);
      }
    }
    return chosen;
  }
}
