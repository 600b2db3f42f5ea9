package dev.pindah.report;

import dev.pindah.ledger.CellCounts.CellCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cell books per object and field, in the order of the reports. */
public final class Buckets {
  public static final List<String> NAMES =
      List.of("exact", "transformed", "degraded", "documented", "dropped", "failed");

  private Buckets() {}

  /** Counts in the order of {@link #NAMES}, by object and field. */
  public static Map<String, List<Long>> byField(List<CellCount> cells) {
    Map<String, Map<String, Long>> fields = new LinkedHashMap<>();
    for (CellCount count : cells) {
      fields
          .computeIfAbsent(
              count.object().wire() + "." + count.field(), field -> new LinkedHashMap<>())
          .put(count.bucket(), count.cells());
    }
    Map<String, List<Long>> rows = new LinkedHashMap<>();
    fields.forEach(
        (field, counts) ->
            rows.put(
                field, NAMES.stream().map(bucket -> counts.getOrDefault(bucket, 0L)).toList()));
    return rows;
  }
}
