package dev.pindah.model.audit;

import java.util.List;

/**
 * How hard the migration is, from a published formula: the weighted mean of the factors that are
 * known. A from 85 points, B from 70, C from 55, D below.
 */
public record Grade(char letter, double points, List<Factor> factors, List<Change> changes) {
  public Grade {
    factors = List.copyOf(factors);
    changes = List.copyOf(changes);
  }

  /**
   * One factor.
   *
   * @param weight in parts of a hundred
   * @param points 0 to 100; -1 when nothing is known, which leaves the factor out
   * @param inputs every number that went into it
   */
  public record Factor(String id, int weight, double points, List<String> inputs) {
    public Factor {
      inputs = List.copyOf(inputs);
    }

    public boolean known() {
      return points >= 0;
    }
  }

  /** What would change it, and to what. */
  public record Change(String what, double points, char letter) {}

  public static char letter(double points) {
    return points >= 85 ? 'A' : points >= 70 ? 'B' : points >= 55 ? 'C' : 'D';
  }
}
