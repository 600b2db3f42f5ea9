package dev.pindah.journey.map.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each respect counts for: a logistic regression over {@link Evidence}.
 *
 * @param bias added to every sum
 * @param respects in the order of {@link Evidence#RESPECTS}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weights(double bias, double[] respects) {
  private static final String RESOURCE = "weights.json";

  static Weights load() {
    try (InputStream stream = Weights.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the build");
      }
      JsonNode json = JsonMapper.shared().readTree(stream);
      List<Double> values = new ArrayList<>();
      Evidence.RESPECTS.forEach(name -> values.add(json.path(name).asDouble(0)));
      return new Weights(
          json.path("bias").asDouble(0),
          values.stream().mapToDouble(Double::doubleValue).toArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Probability that a pair with this evidence is right. */
  double probability(double[] evidence) {
    double sum = bias;
    for (int i = 0; i < evidence.length; i++) {
      sum += respects[i] * evidence[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
