package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.History;
import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.Moves;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The one place that moves the state of candidates, and table {@code move} that remembers it. */
record MoveTable(Handle handle, Clock clock) implements History {
  /** Moves all or none; a record that stands elsewhere than {@code from} is an error. */
  void move(List<RecordKey> keys, Step step, RecordState from, RecordState to, String reason) {
    if (keys.isEmpty()) {
      return;
    }
    if (!Moves.allowed(from, to)) {
      throw new LedgerException(
          "no record may move " + from + "->" + to + " (" + keys.getFirst() + ")");
    }
    PreparedBatch states =
        handle.prepareBatch(
            """
            UPDATE candidate SET state = :to, reason = :reason
            WHERE object = :object AND source_id = :id AND step = :step AND state = :from
            """);
    PreparedBatch moves =
        handle.prepareBatch(
            """
            INSERT INTO move (object, source_id, step, from_state, to_state, reason, moved_at)
            VALUES (:object, :id, :step, :from, :to, :reason, :at)
            """);
    for (RecordKey key : keys) {
      for (PreparedBatch batch : List.of(states, moves)) {
        batch
            .bind("object", key.object().wire())
            .bind("id", key.id())
            .bind("step", step.wire())
            .bind("from", from.wire())
            .bind("to", to.wire())
            .bind("reason", reason)
            .bind("at", clock.millis())
            .add();
      }
    }
    int[] moved = states.execute();
    for (int index = 0; index < moved.length; index++) {
      if (moved[index] != 1) {
        throw new LedgerException(
            keys.get(index) + " does not stand in " + from + ", so it cannot move to " + to);
      }
    }
    moves.execute();
  }

  /** A move that came with new content. */
  record Change(RecordKey key, Step step, RecordState from, RecordState to) {}

  void remember(List<Change> changes, String reason) {
    if (changes.isEmpty()) {
      return;
    }
    PreparedBatch moves =
        handle.prepareBatch(
            """
            INSERT INTO move (object, source_id, step, from_state, to_state, reason, moved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """);
    for (Change change : changes) {
      moves.add(
          change.key().object().wire(),
          change.key().id(),
          change.step().wire(),
          change.from().wire(),
          change.to().wire(),
          reason,
          clock.millis());
    }
    moves.execute();
  }

  @Override
  public List<String> moves(RecordKey key) {
    return handle
        .createQuery(
            """
            SELECT from_state, to_state FROM move
            WHERE object = :object AND source_id = :id ORDER BY number
            """)
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .map(
            (row, context) ->
                RecordState.of(row.getString("from_state"))
                    + "->"
                    + RecordState.of(row.getString("to_state")))
        .list();
  }
}
