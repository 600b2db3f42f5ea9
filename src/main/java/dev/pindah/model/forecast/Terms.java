package dev.pindah.model.forecast;

import dev.pindah.model.ObjectName;
import dev.pindah.model.schema.Plan;
import java.util.Set;

/**
 * Under which limits the work is done.
 *
 * @param callsPerSecond of the source
 * @param plan of the target; it limits calls per hour
 * @param share part of the target's quota that may be used, above 0 and up to 1
 * @param bulk whether the target takes records in bulk
 * @param helpdesk whether tickets go to the helpdesk
 * @param wholesale objects that the source was seen to list without their parents
 * @param without objects that are left out
 * @param pipelines sales pipelines of the source: their stages cost a call each
 */
public record Terms(
    Range callsPerSecond,
    Plan plan,
    double share,
    boolean bulk,
    boolean helpdesk,
    Set<ObjectName> wholesale,
    Set<ObjectName> without,
    int pipelines) {
  /** The source publishes no limit: slowest pace that was seen to be safe, and a quick one. */
  public static final Range USUAL_PACE = Range.of(1.5, 2, 10);

  public Terms {
    wholesale = Set.copyOf(wholesale);
    without = Set.copyOf(without);
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException("a share lies above 0 and up to 1");
    }
  }

  /** The same on another plan. */
  public Terms on(Plan other) {
    return new Terms(callsPerSecond, other, share, bulk, helpdesk, wholesale, without, pipelines);
  }
}
