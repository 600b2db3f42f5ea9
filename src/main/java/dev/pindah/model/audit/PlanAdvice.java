package dev.pindah.model.audit;

import dev.pindah.model.forecast.Range;
import dev.pindah.model.schema.Plan;
import java.util.List;

/**
 * Which plan of the target holds this account.
 *
 * @param needs what has to fit, in words
 * @param smallest the smallest plan that loses nothing; the largest one when every plan does
 * @param plans from small to large
 */
public record PlanAdvice(List<String> needs, Plan smallest, List<Fit> plans) {
  public PlanAdvice {
    needs = List.copyOf(needs);
    plans = List.copyOf(plans);
  }

  /**
   * One plan.
   *
   * @param loses what it has no room for
   * @param hours of load and proof under its quota
   */
  public record Fit(Plan plan, boolean current, List<String> loses, Range hours) {
    public Fit {
      loses = List.copyOf(loses);
    }
  }
}
