package dev.pindah.journey.load;

import dev.pindah.connect.BulkWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many calls it takes to carry plans out, by the routes that the load itself would choose. */
final class Forecast {
  private final Optional<BulkWriter> bulk;

  Forecast(Optional<BulkWriter> bulk) {
    this.bulk = bulk;
  }

  /** Calls for plans that are carried out together, when nothing goes wrong. */
  long calls(List<Plan> plans) {
    List<Plan> singles = new ArrayList<>(plans);
    singles.removeIf(plan -> plan instanceof Plan.Match || plan instanceof Plan.Stop);
    if (bulk.isEmpty()) {
      return singles.size();
    }
    long calls = 0;
    for (List<Plan> together : BulkLoad.groups(bulk.get(), singles, plan -> true)) {
      calls += jobs(together, bulk.get().size());
    }
    return calls + singles.size();
  }

  /** A call and one look for each job; for new records also the pages that tell their ids. */
  private static long jobs(List<Plan> together, int size) {
    long jobs = Math.ceilDiv(together.size(), size);
    return together.getFirst() instanceof Plan.Create ? 3 * jobs : 2 * jobs;
  }
}
