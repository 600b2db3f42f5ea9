package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.UndoSteps;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code undo_step}. */
record UndoStepTable(Handle handle) implements UndoSteps {
  static final String BY_TARGET =
      """
      SELECT * FROM undo_step
      WHERE round = :round AND module = :module AND target_id = :targetId
      ORDER BY object, source_id
      """;

  @Override
  public void save(List<UndoStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO undo_step (round, object, source_id, module, target_id, verb, state, parent,
              detail, written_at)
            VALUES (:round, :object, :id, :module, :targetId, :verb, :state, :parent, :detail, :at)
            ON CONFLICT (round, object, source_id) DO UPDATE SET
              module = excluded.module, target_id = excluded.target_id, verb = excluded.verb,
              state = excluded.state, parent = excluded.parent, detail = excluded.detail,
              written_at = excluded.written_at
            """);
    for (UndoStep step : steps) {
      batch
          .bind("round", step.round())
          .bind("object", step.key().object().wire())
          .bind("id", step.key().id())
          .bind("module", step.module().wire())
          .bind("targetId", step.targetId())
          .bind("verb", step.verb().name())
          .bind("state", step.state().name())
          .bind("parent", step.parent())
          .bind("detail", step.detail())
          .bind("at", step.at().toEpochMilli())
          .add();
    }
    batch.execute();
  }

  @Override
  public Optional<UndoStep> find(long round, RecordKey key) {
    return handle
        .createQuery(
            """
            SELECT * FROM undo_step
            WHERE round = :round AND object = :object AND source_id = :id
            """)
        .bind("round", round)
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .map((row, context) -> step(row))
        .findOne();
  }

  @Override
  public List<UndoStep> byTarget(long round, TargetModule module, String targetId) {
    return handle
        .createQuery(BY_TARGET)
        .bind("round", round)
        .bind("module", module.wire())
        .bind("targetId", targetId)
        .map((row, context) -> step(row))
        .list();
  }

  @Override
  public List<UndoStep> in(long round, State state, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM undo_step WHERE round = :round AND state = :state
            ORDER BY module, target_id, object, source_id LIMIT :limit
            """)
        .bind("round", round)
        .bind("state", state.name())
        .bind("limit", limit)
        .map((row, context) -> step(row))
        .list();
  }

  @Override
  public List<String> parents(long round, TargetModule module) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT parent FROM undo_step
            WHERE round = :round AND module = :module AND parent <> '' ORDER BY parent
            """)
        .bind("round", round)
        .bind("module", module.wire())
        .mapTo(String.class)
        .list();
  }

  @Override
  public Map<Count, Long> counts(long round) {
    Map<Count, Long> counts = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT module, verb, state, COUNT(*) AS records FROM undo_step
            WHERE round = :round GROUP BY module, verb, state
            """)
        .bind("round", round)
        .map(
            (row, context) ->
                counts.put(
                    new Count(
                        TargetModule.of(row.getString("module")).orElseThrow(),
                        Verb.valueOf(row.getString("verb")),
                        State.valueOf(row.getString("state"))),
                    row.getLong("records")))
        .list();
    return counts;
  }

  @Override
  public long round() {
    return handle
        .createQuery("SELECT COALESCE(MAX(round), 0) FROM undo_step")
        .mapTo(Long.class)
        .one();
  }

  private static UndoStep step(ResultSet row) throws SQLException {
    return new UndoStep(
        row.getLong("round"),
        new RecordKey(
            ObjectName.of(row.getString("object")).orElseThrow(), row.getString("source_id")),
        TargetModule.of(row.getString("module")).orElseThrow(),
        row.getString("target_id"),
        Verb.valueOf(row.getString("verb")),
        State.valueOf(row.getString("state")),
        row.getString("parent"),
        row.getString("detail"),
        Instant.ofEpochMilli(row.getLong("written_at")));
  }
}
