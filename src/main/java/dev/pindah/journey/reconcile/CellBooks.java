package dev.pindah.journey.reconcile;

import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts where every filled source cell ended, after the target was read back (promise P1). */
final class CellBooks {
  /** The buckets, in the order of the reports. */
  private static final List<String> BUCKETS =
      List.of("exact", "transformed", "degraded", "documented", "dropped", "failed");

  private record Place(ObjectName object, String field, String bucket) {}

  private final Map<Place, Long> counts = new HashMap<>();

  /** Adds a record's cells; {@code lost} are target attributes that do not stand as meant. */
  void add(Candidate candidate, Set<String> lost) {
    for (Cell cell : candidate.cells()) {
      counts.merge(
          new Place(candidate.key().object(), cell.field(), bucket(candidate.state(), cell, lost)),
          1L,
          Long::sum);
    }
  }

  private static String bucket(RecordState state, Cell cell, Set<String> lost) {
    if (state == RecordState.SKIPPED) {
      return cell.verdict() instanceof Verdict.Documented documented
          ? documented.wire()
          : "dropped";
    }
    if (!state.onTarget()) {
      return "failed";
    }
    String target = cell.target();
    return target != null && lost.contains(target) ? "failed" : cell.verdict().wire();
  }

  List<CellCount> counts() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new CellCount(
                    entry.getKey().object(),
                    entry.getKey().field(),
                    entry.getKey().bucket(),
                    entry.getValue()))
        .toList();
  }

  /** Sums over all objects and fields; every bucket is there. */
  static Map<String, Long> totals(List<CellCount> counts) {
    Map<String, Long> totals = new LinkedHashMap<>();
    BUCKETS.forEach(bucket -> totals.put(bucket, 0L));
    counts.forEach(count -> totals.merge(count.bucket(), count.cells(), Long::sum));
    return totals;
  }
}
