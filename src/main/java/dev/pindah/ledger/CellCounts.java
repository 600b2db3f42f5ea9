package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import java.util.List;

/** The cell books as the last comparison found them: table {@code cell_count}. */
public interface CellCounts {
  /**
   * How many filled source cells of a field ended in a bucket.
   *
   * @param bucket exact, transformed, degraded, documented, dropped or failed
   */
  record CellCount(ObjectName object, String field, String bucket, long cells) {}

  /** Replaces the counts of all objects. */
  void replace(List<CellCount> counts);

  /** In the order of objects, fields and buckets. */
  List<CellCount> all();
}
