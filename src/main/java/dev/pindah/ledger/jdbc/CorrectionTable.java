package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Corrections;
import dev.pindah.model.Correction;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code correction}. */
record CorrectionTable(Handle handle) implements Corrections {
  @Override
  public void save(List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO correction (object, source_id, field, text)
            VALUES (:object, :id, :field, :text)
            ON CONFLICT (object, source_id, field) DO UPDATE SET text = excluded.text
            """);
    corrections.forEach(
        correction ->
            batch
                .bind("object", correction.key().object().wire())
                .bind("id", correction.key().id())
                .bind("field", correction.field())
                .bind("text", correction.text())
                .add());
    batch.execute();
  }

  @Override
  public List<Correction> all() {
    return handle
        .createQuery(
            "SELECT object, source_id, field, text FROM correction"
                + " ORDER BY object, source_id, field")
        .map(
            (row, context) ->
                new Correction(
                    new RecordKey(
                        ObjectName.of(row.getString("object")).orElseThrow(),
                        row.getString("source_id")),
                    row.getString("field"),
                    row.getString("text")))
        .list();
  }
}
