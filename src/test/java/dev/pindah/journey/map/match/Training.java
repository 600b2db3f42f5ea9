package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Fit.Choice;
import dev.pindah.journey.map.match.LabelledFields.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Fits the weights on labelled fields: first the pairs, then the trust among rivals. */
final class Training {
  /** What a person would expect the evidence to count, where the fields say little. */
  private static final double[] PAIR = {
    2, 1, 1, -1, -1, 1, 2, 1, 3, 1, -1, 0.5, -1, -3, -1, 5, 2, 6, 10, -8
  };

  private static final double[] CHOICE = {1, 0.3, 0.3, 0};
  private static final double PAIR_TRUST = 0.3;
  private static final double CHOICE_TRUST = 0.3;

  /** Alternatives per field that the trust is fitted on; the others are no rivals. */
  private static final int RIVALS = 3;

  /** A sheet with the evidence of all its pairs: by source, target, respect. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Example(Sheet sheet, double[][][] evidence) {
    static Example of(Sheet sheet, Matcher matcher) {
      Evidence evidence = matcher.evidence(sheet.sources(), sheet.targets());
      double[][][] all =
          IntStream.range(0, sheet.sources().size())
              .mapToObj(
                  i ->
                      IntStream.range(0, sheet.targets().size())
                          .mapToObj(j -> evidence.of(i, j))
                          .toArray(double[][]::new))
              .toArray(double[][][]::new);
      return new Example(sheet, all);
    }

    /** The same with some respects left out. */
    Example without(Set<String> respects) {
      double[][][] masked =
          Arrays.stream(evidence)
              .map(
                  row ->
                      Arrays.stream(row)
                          .map(
                              pair ->
                                  IntStream.range(0, pair.length)
                                      .mapToDouble(
                                          k ->
                                              respects.contains(Evidence.RESPECTS.get(k))
                                                  ? 0
                                                  : pair[k])
                                      .toArray())
                          .toArray(double[][]::new))
              .toArray(double[][][]::new);
      return new Example(sheet, masked);
    }

    double[][] sums(double[] pair) {
      double[][] sums = new double[evidence.length][];
      for (int i = 0; i < evidence.length; i++) {
        double[][] row = evidence[i];
        sums[i] =
            IntStream.range(0, row.length).mapToDouble(j -> Weights.sum(pair, row[j])).toArray();
      }
      return sums;
    }
  }

  private Training() {}

  /** The trust is fitted on companies that the pair weights in use have not seen. */
  static Weights weights(List<Example> examples) {
    List<Choice> trusted = new ArrayList<>();
    for (String company : companies(examples)) {
      double[] pair = pair(without(examples, company));
      examples.stream()
          .filter(example -> example.sheet().company().equals(company))
          .forEach(example -> trusted.addAll(trust(example, pair)));
    }
    return new Weights(pair(examples), Fit.weights(trusted, CHOICE, CHOICE_TRUST));
  }

  static List<String> companies(List<Example> examples) {
    return examples.stream().map(example -> example.sheet().company()).distinct().toList();
  }

  static List<Example> without(List<Example> examples, String company) {
    return examples.stream().filter(example -> !example.sheet().company().equals(company)).toList();
  }

  private static double[] pair(List<Example> examples) {
    List<Choice> choices = new ArrayList<>();
    for (Example example : examples) {
      for (int i = 0; i < example.evidence().length; i++) {
        choices.add(new Choice(example.evidence()[i], example.sheet().truth().get(i)));
      }
    }
    return Fit.weights(choices, PAIR, PAIR_TRUST);
  }

  private static List<Choice> trust(Example example, double[] pair) {
    double[][] sums = example.sums(pair);
    Grid grid = new Grid(sums);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      int row = i;
      int right = example.sheet().truth().get(i);
      IntStream.range(0, sums[i].length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer j) -> sums[row][j]).reversed())
          .limit(RIVALS)
          .forEach(
              j ->
                  choices.add(
                      new Choice(new double[][] {grid.rivalry(row, j)}, j == right ? 0 : -1)));
    }
    return choices;
  }
}
