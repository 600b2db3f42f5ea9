package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Slices;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code slice}. */
record SliceTable(Handle handle) implements Slices {
  @Override
  public Optional<Progress> find(String stage, String name) {
    return handle
        .createQuery("SELECT * FROM slice WHERE stage = :stage AND name = :name")
        .bind("stage", stage)
        .bind("name", name)
        .map(
            (row, context) ->
                new Progress(
                    row.getString("stage"),
                    row.getString("name"),
                    row.getString("position"),
                    row.getLong("records"),
                    row.getInt("done") == 1))
        .findOne();
  }

  @Override
  public void save(Progress progress) {
    handle
        .createUpdate(
            """
            INSERT INTO slice (stage, name, position, records, done)
            VALUES (:stage, :name, :position, :records, :done)
            ON CONFLICT (stage, name) DO UPDATE SET
              position = excluded.position, records = excluded.records, done = excluded.done
            """)
        .bind("stage", progress.stage())
        .bind("name", progress.name())
        .bind("position", progress.position())
        .bind("records", progress.records())
        .bind("done", progress.done() ? 1 : 0)
        .execute();
  }

  @Override
  public void reset(String stage) {
    handle.createUpdate("DELETE FROM slice WHERE stage = :stage").bind("stage", stage).execute();
  }
}
