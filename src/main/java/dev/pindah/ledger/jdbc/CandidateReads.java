package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.Books;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What is asked of table {@code candidate}: rows, counts and the books. */
record CandidateReads(Handle handle) {
  Optional<Stored> find(RecordKey key, Step step) {
    return new Direct(handle)
            .ask(
                "SELECT * FROM candidate WHERE object = ? AND source_id = ? AND step = ?",
                CandidateRow::read,
                key.object().wire(),
                key.id(),
                step.wire())
            .stream()
            .findFirst();
  }

  List<Stored> later(RecordKey key) {
    return new Direct(handle)
            .ask(
                "SELECT * FROM candidate WHERE object = ? AND source_id = ? AND step <> 'record'",
                CandidateRow::read,
                key.object().wire(),
                key.id())
            .stream()
            .sorted(Comparator.comparing(stored -> stored.candidate().step()))
            .toList();
  }

  List<Stored> page(ObjectName object, Step step, RecordState state, String afterId, int limit) {
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

  long count(RecordState state) {
    return handle
        .createQuery("SELECT COUNT(*) FROM candidate WHERE state = :state")
        .bind("state", state.wire())
        .mapTo(Long.class)
        .one();
  }

  long count(ObjectName object, Step step, RecordState state) {
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

  long linkedWith(RecordKey key) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM candidate
            JOIN source_record ON source_record.object = candidate.object
              AND source_record.source_id = candidate.source_id AND source_record.deleted = 0
            WHERE candidate.links LIKE :link
              AND NOT (candidate.object = :object AND candidate.source_id = :id)
            """)
        .bind("link", "%\"" + key.object().wire() + "\",\"" + key.id() + "\"]%")
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .mapTo(Long.class)
        .one();
  }

  List<Books> books() {
    Map<ObjectName, Long> read =
        counts(
            """
            SELECT object, COUNT(*) AS records FROM source_record
            WHERE deleted = 0 GROUP BY object
            UNION ALL
            SELECT f.object, COUNT(*) AS records
            FROM (SELECT 'file' AS object FROM file WHERE state <> 'GONE') f GROUP BY f.object
            """);
    Map<ObjectName, Map<RecordState, Long>> states = new EnumMap<>(ObjectName.class);
    handle
        .createQuery(
            """
            SELECT c.object, c.state, COUNT(*) AS records FROM candidate c
            JOIN source_record s ON s.object = c.object AND s.source_id = c.source_id
            WHERE c.step = 'record' AND s.deleted = 0 GROUP BY c.object, c.state
            UNION ALL
            SELECT c.object, c.state, COUNT(*) AS records FROM candidate c
            JOIN file f ON f.file_id = c.source_id
            WHERE c.object = 'file' AND c.step = 'record' AND f.state <> 'GONE'
            GROUP BY c.object, c.state
            """)
        .map(
            (row, context) ->
                states
                    .computeIfAbsent(
                        CandidateRow.object(row), any -> new EnumMap<>(RecordState.class))
                    .put(RecordState.of(row.getString("state")), row.getLong("records")))
        .list();
    List<Books> books = new ArrayList<>();
    read.forEach(
        (object, count) -> {
          if (object.moves()) {
            books.add(books(object, count, states.getOrDefault(object, Map.of())));
          }
        });
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
          .map((row, context) -> counts.put(CandidateRow.object(row), row.getLong("records")))
          .list();
    }
    return counts;
  }

  Map<String, Long> reasons(ObjectName object, RecordState state) {
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
