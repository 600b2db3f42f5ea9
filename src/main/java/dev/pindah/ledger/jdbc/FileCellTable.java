package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.FileCells;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code file_cell}. */
record FileCellTable(Handle handle) implements FileCells {
  @Override
  public void save(List<FileCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO file_cell (object, source_id, field, content, file, line)
            VALUES (:object, :id, :field, :content, :file, :line)
            ON CONFLICT (object, source_id, field) DO UPDATE SET
              content = excluded.content, file = excluded.file, line = excluded.line
            """);
    cells.forEach(
        cell ->
            batch
                .bind("object", cell.key().object().wire())
                .bind("id", cell.key().id())
                .bind("field", cell.field())
                .bind("content", cell.text())
                .bind("file", cell.file())
                .bind("line", cell.line())
                .add());
    batch.execute();
  }

  @Override
  public List<FileCell> of(ObjectName object, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT * FROM file_cell WHERE object = :object AND source_id IN (<ids>)
            ORDER BY source_id, field
            """)
        .bind("object", object.wire())
        .bindList("ids", ids)
        .map(
            (row, context) ->
                new FileCell(
                    new RecordKey(object, row.getString("source_id")),
                    row.getString("field"),
                    row.getString("content"),
                    row.getString("file"),
                    row.getInt("line")))
        .list();
  }

  @Override
  public int forget(String file) {
    return handle
        .createUpdate("DELETE FROM file_cell WHERE file = :file")
        .bind("file", file)
        .execute();
  }

  @Override
  public long count() {
    return handle.createQuery("SELECT COUNT(*) FROM file_cell").mapTo(Long.class).one();
  }
}
