package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.KeptCells;
import dev.pindah.model.KeptCell;
import dev.pindah.model.KeptCell.State;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code kept_cell}. */
record KeptCellTable(Handle handle) implements KeptCells {
  @Override
  public void save(List<KeptCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO kept_cell (object, source_id, step, attribute, state, source_value,
              target_value)
            VALUES (:object, :id, :step, :attribute, :state, :source, :target)
            ON CONFLICT (object, source_id, step, attribute) DO UPDATE SET
              state = excluded.state, source_value = excluded.source_value,
              target_value = excluded.target_value
            """);
    cells.forEach(
        cell ->
            batch
                .bind("object", cell.key().object().wire())
                .bind("id", cell.key().id())
                .bind("step", cell.step().wire())
                .bind("attribute", cell.attribute())
                .bind("state", cell.state().wire())
                .bind("source", cell.sourceValue())
                .bind("target", cell.targetValue())
                .add());
    batch.execute();
  }

  @Override
  public List<KeptCell> all() {
    return handle
        .createQuery(
            """
            SELECT object, source_id, step, attribute, state, source_value, target_value
            FROM kept_cell ORDER BY object, source_id, step, attribute
            """)
        .map(
            (row, context) ->
                new KeptCell(
                    new RecordKey(
                        ObjectName.of(row.getString("object")).orElseThrow(),
                        row.getString("source_id")),
                    Step.of(row.getString("step")),
                    row.getString("attribute"),
                    State.of(row.getString("state")),
                    row.getString("source_value"),
                    row.getString("target_value")))
        .list();
  }

  @Override
  public void remove(List<KeptCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            DELETE FROM kept_cell WHERE object = :object AND source_id = :id AND step = :step
              AND attribute = :attribute
            """);
    cells.forEach(
        cell ->
            batch
                .bind("object", cell.key().object().wire())
                .bind("id", cell.key().id())
                .bind("step", cell.step().wire())
                .bind("attribute", cell.attribute())
                .add());
    batch.execute();
  }
}
