package dev.pindah.journey.map.match;

import java.util.Arrays;
import java.util.List;

/**
 * A choice among alternatives or none of them, each with a sum of weighted evidence (conditional
 * logit; with one alternative a logistic regression), fitted by Newton's method.
 */
final class Fit {
  private static final int ROUNDS = 30;
  private static final double STILL = 1e-7;

  /**
   * @param alternatives evidence of each
   * @param chosen index of the right one, -1 for none of them
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Choice(double[][] alternatives, int chosen) {}

  private Fit() {}

  /**
   * @param prior what is believed before anything was seen; the last weight is the bias
   * @param trust how many choices the prior is worth
   */
  static double[] weights(List<Choice> choices, double[] prior, double trust) {
    double[] weights = prior.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[weights.length];
      double[][] curvature = new double[weights.length][weights.length];
      for (int i = 0; i < weights.length; i++) {
        gradient[i] = trust * (prior[i] - weights[i]);
        curvature[i][i] = trust;
      }
      choices.forEach(choice -> learn(choice, weights, gradient, curvature));
      double[] step = Equations.solve(curvature, gradient);
      double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      double damp = Math.min(1, 2 / Math.max(longest, STILL));
      for (int i = 0; i < weights.length; i++) {
        weights[i] += damp * step[i];
      }
      if (longest < STILL) {
        break;
      }
    }
    return weights;
  }

  private static void learn(
      Choice choice, double[] weights, double[] gradient, double[][] curvature) {
    int length = weights.length;
    double[] odds = new double[choice.alternatives().length];
    double highest = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Weights.sum(weights, choice.alternatives()[i]);
      highest = Math.max(highest, odds[i]);
    }
    double all = Math.exp(-highest);
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.exp(odds[i] - highest);
      all += odds[i];
    }
    double[] mean = new double[length];
    for (int i = 0; i < odds.length; i++) {
      double probability = odds[i] / all;
      double[] evidence = Arrays.copyOf(choice.alternatives()[i], length);
      evidence[length - 1] = 1;
      for (int a = 0; a < length; a++) {
        mean[a] += probability * evidence[a];
        gradient[a] += ((i == choice.chosen() ? 1 : 0) - probability) * evidence[a];
        for (int b = 0; probability > STILL && b < length; b++) {
          curvature[a][b] += probability * evidence[a] * evidence[b];
        }
      }
    }
    for (int a = 0; a < length; a++) {
      for (int b = 0; b < length; b++) {
        curvature[a][b] -= mean[a] * mean[b];
      }
    }
  }
}
