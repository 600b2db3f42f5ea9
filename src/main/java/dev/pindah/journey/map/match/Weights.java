package dev.pindah.journey.map.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each respect counts for, fitted on labelled fields.
 *
 * @param pair over {@link Evidence#RESPECTS}, a bias at the end
 * @param choice over {@link #CHOICE}, a bias at the end: how far a pair is to be trusted among its
 *     rivals
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weights(double[] pair, double[] choice) {
  /** The pair's own sum, and how far it is ahead of the best rival on either side. */
  static final List<String> CHOICE = List.of("sum", "ahead-of-targets", "ahead-of-sources");

  private static final String RESOURCE = "weights.json";
  private static final String BIAS = "bias";

  /** Further ahead tells no more. */
  private static final double FAR = 6;

  static Weights load() {
    try (InputStream stream = Weights.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the build");
      }
      JsonNode json = JsonMapper.shared().readTree(stream);
      return new Weights(
          read(json.path("pair"), Evidence.RESPECTS), read(json.path("choice"), CHOICE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double[] read(JsonNode json, List<String> names) {
    List<Double> values = new ArrayList<>();
    names.forEach(name -> values.add(json.path(name).asDouble(0)));
    values.add(json.path(BIAS).asDouble(0));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** As the file of weights says it. */
  ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    write(json.putObject("pair"), Evidence.RESPECTS, pair);
    write(json.putObject("choice"), CHOICE, choice);
    return json;
  }

  private static void write(ObjectNode json, List<String> names, double[] values) {
    for (int i = 0; i < names.size(); i++) {
      json.put(names.get(i), Math.round(values[i] * 1e4) / 1e4);
    }
    json.put(BIAS, Math.round(values[names.size()] * 1e4) / 1e4);
  }

  static double sum(double[] weights, double[] evidence) {
    double sum = weights[evidence.length];
    for (int i = 0; i < evidence.length; i++) {
      sum += weights[i] * evidence[i];
    }
    return sum;
  }

  /** What is known of a pair among its rivals, in the order of {@link #CHOICE}. */
  static double[] rivalry(double sum, double bestOtherTarget, double bestOtherSource) {
    return new double[] {sum, ahead(sum, bestOtherTarget), ahead(sum, bestOtherSource)};
  }

  private static double ahead(double sum, double other) {
    return Math.clamp(sum - other, -FAR, FAR);
  }

  double probability(double[] rivalry) {
    return 1 / (1 + Math.exp(-sum(choice, rivalry)));
  }
}
