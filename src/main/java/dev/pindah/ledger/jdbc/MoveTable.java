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

/** The one place that moves the state of candidates, and table {@code move} that remembers it. */
record MoveTable(Handle handle, Clock clock) implements History {
  private static final String MOVE =
      """
      UPDATE candidate SET state = ?, reason = ?
      WHERE object = ? AND source_id = ? AND step = ? AND state = ?
      """;

  private static final String REMEMBER =
      """
      INSERT INTO move (object, source_id, step, from_state, to_state, reason, moved_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  /** Moves all or none; a record that stands elsewhere than {@code from} is an error. */
  void move(List<RecordKey> keys, Step step, RecordState from, RecordState to, String reason) {
    if (keys.isEmpty()) {
      return;
    }
    if (!Moves.allowed(from, to)) {
      throw new LedgerException(
          "no record may move " + from + "->" + to + " (" + keys.getFirst() + ")");
    }
    List<Object[]> rows =
        keys.stream()
            .map(
                key ->
                    new Object[] {
                      to.wire(), reason, key.object().wire(), key.id(), step.wire(), from.wire()
                    })
            .toList();
    int[] moved = new Direct(handle).run(MOVE, rows);
    for (int index = 0; index < moved.length; index++) {
      if (moved[index] != 1) {
        throw new LedgerException(
            keys.get(index) + " does not stand in " + from + ", so it cannot move to " + to);
      }
    }
    remember(keys.stream().map(key -> new Change(key, step, from, to)).toList(), reason);
  }

  /** A move that came with new content. */
  record Change(RecordKey key, Step step, RecordState from, RecordState to) {}

  void remember(List<Change> changes, String reason) {
    if (changes.isEmpty()) {
      return;
    }
    new Direct(handle)
        .run(
            REMEMBER,
            changes.stream()
                .map(
                    change ->
                        new Object[] {
                          change.key().object().wire(),
                          change.key().id(),
                          change.step().wire(),
                          change.from().wire(),
                          change.to().wire(),
                          reason,
                          clock.millis()
                        })
                .toList());
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
