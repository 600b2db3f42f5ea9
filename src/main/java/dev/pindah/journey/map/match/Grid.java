package dev.pindah.journey.map.match;

import java.util.Arrays;

/** The sums of all pairs of two tables, and how each stands among its rivals. */
final class Grid {
  private final double[][] sums;
  private final double[][] rows;
  private final double[][] columns;

  Grid(double[][] sums) {
    this.sums = sums;
    int width = sums.length == 0 ? 0 : sums[0].length;
    rows = bestTwo(sums.length);
    columns = bestTwo(width);
    for (int row = 0; row < sums.length; row++) {
      for (int column = 0; column < width; column++) {
        note(rows[row], sums[row][column]);
        note(columns[column], sums[row][column]);
      }
    }
  }

  private static double[][] bestTwo(int length) {
    double[][] best = new double[length][2];
    Arrays.stream(best).forEach(two -> Arrays.fill(two, Double.NEGATIVE_INFINITY));
    return best;
  }

  private static void note(double[] best, double sum) {
    if (sum > best[0]) {
      best[1] = best[0];
      best[0] = sum;
    } else if (sum > best[1]) {
      best[1] = sum;
    }
  }

  private static double rival(double[] best, double sum) {
    return sum >= best[0] ? best[1] : best[0];
  }

  double[] rivalry(int row, int column) {
    double sum = sums[row][column];
    return Weights.rivalry(sum, rival(rows[row], sum), rival(columns[column], sum));
  }
}
