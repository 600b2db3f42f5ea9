package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.CellCounts;
import dev.pindah.model.ObjectName;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code cell_count}. */
record CellCountTable(Handle handle) implements CellCounts {
  @Override
  public void replace(List<CellCount> counts) {
    handle.execute("DELETE FROM cell_count");
    if (counts.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO cell_count (object, field, bucket, cells)
            VALUES (:object, :field, :bucket, :cells)
            """);
    counts.forEach(
        count ->
            batch
                .bind("object", count.object().wire())
                .bind("field", count.field())
                .bind("bucket", count.bucket())
                .bind("cells", count.cells())
                .add());
    batch.execute();
  }

  @Override
  public List<CellCount> all() {
    return handle
        .createQuery("SELECT object, field, bucket, cells FROM cell_count")
        .map(
            (row, context) ->
                new CellCount(
                    ObjectName.of(row.getString("object")).orElseThrow(),
                    row.getString("field"),
                    row.getString("bucket"),
                    row.getLong("cells")))
        .list()
        .stream()
        .sorted(
            Comparator.comparing(CellCount::object)
                .thenComparing(CellCount::field)
                .thenComparing(CellCount::bucket))
        .toList();
  }
}
