package dev.pindah.journey.reconcile;

import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.RecordState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts where every filled source cell ended, after the target was read back (promise P1). */
public final class CellBooks {
  /** The buckets, in the order of the reports. */
  public static final List<String> BUCKETS =
      List.of("exact", "transformed", "degraded", "documented", "dropped", "failed");

  private final Map<String, Long> counts = new LinkedHashMap<>();

  CellBooks() {
    BUCKETS.forEach(bucket -> counts.put(bucket, 0L));
  }

  /** Adds a record's cells; {@code lost} are target attributes that do not stand as meant. */
  void add(Candidate candidate, Set<String> lost) {
    for (Cell cell : candidate.cells()) {
      counts.merge(bucket(candidate.state(), cell, lost), 1L, Long::sum);
    }
  }

  private static String bucket(RecordState state, Cell cell, Set<String> lost) {
    if (state == RecordState.SKIPPED) {
      return "dropped";
    }
    if (!state.onTarget()) {
      return "failed";
    }
    String target = cell.target();
    return target != null && lost.contains(target) ? "failed" : cell.verdict().wire();
  }

  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }
}
