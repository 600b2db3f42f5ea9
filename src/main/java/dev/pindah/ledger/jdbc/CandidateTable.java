package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Candidates;
import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Table {@code candidate}. */
record CandidateTable(Handle handle, Clock clock) implements Candidates {
  @Override
  public void save(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    PreparedBatch changed =
        handle.prepareBatch(
            """
            INSERT INTO move (object, source_id, step, from_state, to_state, reason, moved_at)
            SELECT object, source_id, step, state, :state, 'changed in the source or mapping', :at
            FROM candidate
            WHERE object = :object AND source_id = :id AND step = :step
              AND (payload_hash <> :payloadHash OR verdict_hash <> :verdictHash)
              AND state NOT IN ('intended', 'unknown')
            """);
    PreparedBatch upsert =
        handle.prepareBatch(
            """
            INSERT INTO candidate (object, source_id, step, module, attributes, links, cells,
              payload_hash, verdict_hash, state, reason)
            VALUES (:object, :id, :step, :module, :attributes, :links, :cells,
              :payloadHash, :verdictHash, :state, :reason)
            ON CONFLICT (object, source_id, step) DO UPDATE SET
              module = excluded.module, attributes = excluded.attributes,
              links = excluded.links, cells = excluded.cells,
              payload_hash = excluded.payload_hash, verdict_hash = excluded.verdict_hash,
              state = CASE WHEN candidate.state IN ('intended', 'unknown')
                THEN candidate.state ELSE excluded.state END,
              reason = CASE WHEN candidate.state IN ('intended', 'unknown')
                THEN candidate.reason ELSE excluded.reason END
            WHERE candidate.payload_hash <> excluded.payload_hash
              OR candidate.verdict_hash <> excluded.verdict_hash
            """);
    for (Candidate candidate : candidates) {
      String cells = CandidateRow.cells(candidate.cells());
      String payloadHash = candidate.payloadHash();
      String verdictHash =
          Fingerprint.of(candidate.state().wire() + '\n' + candidate.reason() + '\n' + cells);
      changed
          .bind("object", candidate.key().object().wire())
          .bind("id", candidate.key().id())
          .bind("step", candidate.step().wire())
          .bind("state", candidate.state().wire())
          .bind("at", clock.millis())
          .bind("payloadHash", payloadHash)
          .bind("verdictHash", verdictHash)
          .add();
      upsert
          .bind("object", candidate.key().object().wire())
          .bind("id", candidate.key().id())
          .bind("step", candidate.step().wire())
          .bind("module", candidate.module().wire())
          .bind("attributes", candidate.attributes().toString())
          .bind("links", CandidateRow.links(candidate.links()))
          .bind("cells", cells)
          .bind("payloadHash", payloadHash)
          .bind("verdictHash", verdictHash)
          .bind("state", candidate.state().wire())
          .bind("reason", candidate.reason())
          .add();
    }
    changed.execute();
    upsert.execute();
  }

  @Override
  public Optional<Stored> find(RecordKey key, Step step) {
    return handle
        .createQuery(
            """
            SELECT * FROM candidate WHERE object = :object AND source_id = :id AND step = :step
            """)
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .bind("step", step.wire())
        .map((row, context) -> CandidateRow.read(row))
        .findOne();
  }

  @Override
  public List<Stored> page(
      ObjectName object, Step step, RecordState state, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM candidate
            WHERE object = :object AND step = :step AND state = :state AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("step", step.wire())
        .bind("state", state.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> CandidateRow.read(row))
        .list();
  }

  @Override
  public long count(ObjectName object, Step step, RecordState state) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM candidate
            WHERE object = :object AND step = :step AND state = :state
            """)
        .bind("object", object.wire())
        .bind("step", step.wire())
        .bind("state", state.wire())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public void move(
      List<RecordKey> keys, Step step, RecordState from, RecordState to, String reason) {
    new MoveTable(handle, clock).move(keys, step, from, to, reason);
  }

  @Override
  public void remove(RecordKey key) {
    handle
        .createUpdate("DELETE FROM candidate WHERE object = :object AND source_id = :id")
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .execute();
  }

  @Override
  public List<Books> books() {
    Map<ObjectName, Long> read =
        counts(
            "SELECT object, COUNT(*) AS records FROM source_record WHERE deleted = 0 GROUP BY object");
    Map<ObjectName, Map<RecordState, Long>> states = new EnumMap<>(ObjectName.class);
    handle
        .createQuery(
            """
            SELECT c.object, c.state, COUNT(*) AS records FROM candidate c
            JOIN source_record s ON s.object = c.object AND s.source_id = c.source_id
            WHERE c.step = 'record' AND s.deleted = 0 GROUP BY c.object, c.state
            """)
        .map(
            (row, context) ->
                states
                    .computeIfAbsent(
                        object(row.getString("object")), any -> new EnumMap<>(RecordState.class))
                    .put(RecordState.of(row.getString("state")), row.getLong("records")))
        .list();
    List<Books> books = new ArrayList<>();
    read.forEach(
        (object, count) -> books.add(books(object, count, states.getOrDefault(object, Map.of()))));
    return books;
  }

  private static Books books(ObjectName object, long read, Map<RecordState, Long> states) {
    long created = states.getOrDefault(RecordState.CREATED, 0L);
    long updated = states.getOrDefault(RecordState.UPDATED, 0L);
    long matched = states.getOrDefault(RecordState.MATCHED, 0L);
    long skipped = states.getOrDefault(RecordState.SKIPPED, 0L);
    long refused = states.getOrDefault(RecordState.REFUSED, 0L);
    long held = states.getOrDefault(RecordState.HELD, 0L);
    long pending = read - created - updated - matched - skipped - refused - held;
    return new Books(object, read, created, updated, matched, skipped, refused, held, pending);
  }

  private Map<ObjectName, Long> counts(String sql) {
    Map<ObjectName, Long> counts = new EnumMap<>(ObjectName.class);
    try (Query query = handle.createQuery(sql)) {
      query
          .map(
              (row, context) -> counts.put(object(row.getString("object")), row.getLong("records")))
          .list();
    }
    return counts;
  }

  private static ObjectName object(String wire) {
    return ObjectName.of(wire).orElseThrow();
  }

  @Override
  public Map<String, Long> reasons(ObjectName object, RecordState state) {
    Map<String, Long> reasons = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT reason FROM candidate
            WHERE object = :object AND step = 'record' AND state = :state
            """)
        .bind("object", object.wire())
        .bind("state", state.wire())
        .mapTo(String.class)
        .forEach(reason -> reasons.merge(reason.replaceFirst(":.*", ""), 1L, Long::sum));
    return reasons;
  }
}
