package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.SampleRecords;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code sample_record}. */
record SampleRecordTable(Handle handle) implements SampleRecords {
  @Override
  public void replace(List<SampleRecord> records) {
    handle.execute("DELETE FROM sample_record");
    if (records.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO sample_record (object, source_id, reason, module, target_id)
            VALUES (:object, :id, :reason, :module, :targetId)
            """);
    for (SampleRecord record : records) {
      batch
          .bind("object", record.key().object().wire())
          .bind("id", record.key().id())
          .bind("reason", record.reason())
          .bind("module", record.module())
          .bind("targetId", record.targetId())
          .add();
    }
    batch.execute();
  }

  @Override
  public List<SampleRecord> all() {
    return handle
        .createQuery("SELECT * FROM sample_record ORDER BY object, source_id")
        .map(
            (row, context) ->
                new SampleRecord(
                    new RecordKey(
                        ObjectName.of(row.getString("object")).orElseThrow(),
                        row.getString("source_id")),
                    row.getString("reason"),
                    row.getString("module"),
                    row.getString("target_id")))
        .list();
  }
}
