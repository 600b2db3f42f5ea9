package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Attempts;
import dev.pindah.ledger.LedgerException;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table {@code attempt}. */
record AttemptTable(Handle handle, Clock clock) implements Attempts {
  private static final String OPEN = "open";

  private static final String INTEND =
      """
      INSERT INTO attempt (object, source_id, step, verb, module, target_id, payload_hash,
        intended_at, answer, detail, answered_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', '', 0)
      """;

  private static final String ANSWER =
      """
      UPDATE attempt SET answer = ?, detail = ?, answered_at = ?,
        target_id = CASE WHEN ? = '' THEN target_id ELSE ? END
      WHERE number = (SELECT MAX(number) FROM attempt
        WHERE object = ? AND source_id = ? AND step = ?)
      AND answer IN ('open', 'LOST')
      """;

  @Override
  public void intend(List<Intention> intentions) {
    if (intentions.isEmpty()) {
      return;
    }
    new Direct(handle)
        .run(
            INTEND,
            intentions.stream()
                .map(
                    intention ->
                        new Object[] {
                          intention.key().object().wire(),
                          intention.key().id(),
                          intention.step().wire(),
                          intention.verb().name(),
                          intention.module().wire(),
                          intention.targetId(),
                          intention.payloadHash(),
                          intention.at().toEpochMilli()
                        })
                .toList());
    new MoveTable(handle, clock)
        .move(
            intentions.stream().map(Intention::key).toList(),
            intentions.getFirst().step(),
            RecordState.READY,
            RecordState.INTENDED,
            "");
  }

  @Override
  public void answer(
      RecordKey key, Step step, Answer answer, String targetId, String detail, Instant at) {
    int rows =
        new Direct(handle)
            .run(
                ANSWER,
                answer.name(),
                detail,
                at.toEpochMilli(),
                targetId,
                targetId,
                key.object().wire(),
                key.id(),
                step.wire());
    if (rows != 1) {
      throw new LedgerException("an answer came for " + key + " that nobody waited for");
    }
  }

  @Override
  public List<Intention> unresolved(ObjectName object, Step step) {
    return handle
        .createQuery(
            """
            SELECT a.* FROM attempt a JOIN candidate c
              ON c.object = a.object AND c.source_id = a.source_id AND c.step = a.step
            WHERE a.object = :object AND a.step = :step AND a.answer IN ('open', 'LOST')
              AND c.state IN ('intended', 'unknown')
              AND a.number = (SELECT MAX(number) FROM attempt newest
                WHERE newest.object = a.object AND newest.source_id = a.source_id
                  AND newest.step = a.step)
            ORDER BY a.number
            """)
        .bind("object", object.wire())
        .bind("step", step.wire())
        .map((row, context) -> intention(row))
        .list();
  }

  private static Intention intention(ResultSet row) throws SQLException {
    return new Intention(
        new RecordKey(
            ObjectName.of(row.getString("object")).orElseThrow(), row.getString("source_id")),
        Step.of(row.getString("step")),
        Verb.valueOf(row.getString("verb")),
        TargetModule.of(row.getString("module")).orElseThrow(),
        row.getString("target_id"),
        row.getString("payload_hash"),
        Instant.ofEpochMilli(row.getLong("intended_at")));
  }

  @Override
  public List<String> trail(RecordKey key) {
    return handle
        .createQuery(
            """
            SELECT * FROM attempt WHERE object = :object AND source_id = :id ORDER BY number
            """)
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .map((row, context) -> line(row))
        .list();
  }

  private static String line(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    return "%s %s %s %s: %s%s"
        .formatted(
            Instant.ofEpochMilli(row.getLong("intended_at")),
            row.getString("verb"),
            row.getString("module"),
            row.getString("target_id"),
            answer.equals(OPEN) ? "no answer yet" : answer,
            row.getString("detail").isEmpty() ? "" : " (" + row.getString("detail") + ")");
  }
}
