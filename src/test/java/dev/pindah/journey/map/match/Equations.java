package dev.pindah.journey.map.match;

import java.util.Arrays;

/** Linear equations by elimination. */
final class Equations {
  private Equations() {}

  static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[][] left = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[] solution = right.clone();
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(left[row][column]) > Math.abs(left[pivot][column]) ? row : pivot;
      }
      double[] swapped = left[column];
      left[column] = left[pivot];
      left[pivot] = swapped;
      double value = solution[column];
      solution[column] = solution[pivot];
      solution[pivot] = value;
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : left[row][column] / left[column][column];
        for (int i = column; factor != 0 && i < size; i++) {
          left[row][i] -= factor * left[column][i];
        }
        solution[row] -= factor * solution[column];
      }
    }
    for (int i = 0; i < size; i++) {
      solution[i] /= left[i][i];
    }
    return solution;
  }
}
