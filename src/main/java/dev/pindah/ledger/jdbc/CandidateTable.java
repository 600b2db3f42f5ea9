package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Candidates;
import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.jdbc.MoveTable.Change;
import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code candidate}: how its rows are written; {@link CandidateReads} asks them. */
record CandidateTable(Handle handle, Clock clock) implements Candidates {
  private static final String UPSERT =
      """
      INSERT INTO candidate (object, source_id, step, module, attributes, links, cells,
        payload_hash, verdict_hash, state, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (object, source_id, step) DO UPDATE SET
        module = excluded.module, attributes = excluded.attributes,
        links = excluded.links, cells = excluded.cells,
        payload_hash = excluded.payload_hash, verdict_hash = excluded.verdict_hash,
        state = CASE WHEN candidate.state IN ('intended', 'unknown')
          THEN candidate.state ELSE excluded.state END,
        reason = CASE WHEN candidate.state IN ('intended', 'unknown')
          THEN candidate.reason ELSE excluded.reason END
      """;

  private static final Set<RecordState> UNDER_WAY =
      EnumSet.of(RecordState.INTENDED, RecordState.UNKNOWN);

  /** A candidate in the form of its row. */
  private record Row(
      Candidate candidate,
      String attributes,
      String cells,
      String links,
      String payloadHash,
      String verdictHash) {
    static Row of(Candidate candidate) {
      String attributes = Fingerprint.canonical(candidate.attributes());
      String cells = CandidateRow.cells(candidate.cells());
      return new Row(
          candidate,
          attributes,
          cells,
          CandidateRow.links(candidate.links()),
          candidate.payloadHash(attributes),
          Fingerprint.of(candidate.state().wire() + '\n' + candidate.reason() + '\n' + cells));
    }

    RecordKey key() {
      return candidate.key();
    }

    boolean same(Known known) {
      return known.payloadHash().equals(payloadHash) && known.verdictHash().equals(verdictHash);
    }
  }

  private record Group(ObjectName object, Step step) {}

  /** What the table already holds of a candidate. */
  private record Known(String payloadHash, String verdictHash, RecordState state) {}

  @Override
  public void save(List<Candidate> candidates) {
    // Hashing costs more than storing, so all cores share it.
    candidates.parallelStream().map(Row::of).toList().stream()
        .collect(
            Collectors.groupingBy(
                row -> new Group(row.key().object(), row.candidate().step()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach(this::save);
  }

  private void save(Group group, List<Row> rows) {
    Map<String, Known> before = known(group, rows);
    List<Row> changed =
        rows.stream()
            .filter(
                row -> {
                  Known known = before.get(row.key().id());
                  return known == null || !row.same(known);
                })
            .toList();
    if (changed.isEmpty()) {
      return;
    }
    List<Change> moves = new ArrayList<>();
    for (Row row : changed) {
      Known known = before.get(row.key().id());
      if (known != null && !UNDER_WAY.contains(known.state())) {
        moves.add(new Change(row.key(), group.step(), known.state(), row.candidate().state()));
      }
    }
    new MoveTable(handle, clock).remember(moves, "changed in the source or mapping");
    upsert(group, changed);
  }

  private Map<String, Known> known(Group group, List<Row> rows) {
    Map<String, Known> known = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT source_id, payload_hash, verdict_hash, state FROM candidate
            WHERE object = :object AND step = :step AND source_id IN (<ids>)
            """)
        .bind("object", group.object().wire())
        .bind("step", group.step().wire())
        .bindList("ids", rows.stream().map(row -> row.key().id()).toList())
        .map(
            (row, context) ->
                known.put(
                    row.getString("source_id"),
                    new Known(
                        row.getString("payload_hash"),
                        row.getString("verdict_hash"),
                        RecordState.of(row.getString("state")))))
        .list();
    return known;
  }

  /** Straight through JDBC: binding by reflection would cost as much as the store itself. */
  private void upsert(Group group, List<Row> rows) {
    try (PreparedStatement upsert = handle.getConnection().prepareStatement(UPSERT)) {
      for (Row row : rows) {
        Candidate candidate = row.candidate();
        upsert.setString(1, group.object().wire());
        upsert.setString(2, row.key().id());
        upsert.setString(3, group.step().wire());
        upsert.setString(4, candidate.module().wire());
        upsert.setString(5, row.attributes());
        upsert.setString(6, row.links());
        upsert.setString(7, row.cells());
        upsert.setString(8, row.payloadHash());
        upsert.setString(9, row.verdictHash());
        upsert.setString(10, candidate.state().wire());
        upsert.setString(11, candidate.reason());
        upsert.addBatch();
      }
      upsert.executeBatch();
    } catch (SQLException failed) {
      throw new LedgerException("candidates cannot be stored: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void move(
      List<RecordKey> keys, Step step, RecordState from, RecordState to, String reason) {
    new MoveTable(handle, clock).move(keys, step, from, to, reason);
  }

  @Override
  public long reopen(String reason) {
    List<Settled> settled =
        handle
            .createQuery(
                """
                SELECT c.object, c.source_id, c.step, c.state, c.cells, c.verdict_hash
                FROM candidate c
                WHERE c.state IN ('created', 'updated', 'matched', 'refused', 'held', 'skipped')
                  AND NOT EXISTS (SELECT 1 FROM crosswalk x
                    WHERE x.object = c.object AND x.source_id = c.source_id)
                """)
            .map(
                (row, context) ->
                    new Settled(
                        new RecordKey(CandidateRow.object(row), row.getString("source_id")),
                        Step.of(row.getString("step")),
                        RecordState.of(row.getString("state")),
                        wasReady(row.getString("cells"), row.getString("verdict_hash"))))
            .list()
            .stream()
            .filter(Settled::ready)
            .toList();
    MoveTable moves = new MoveTable(handle, clock);
    settled.stream()
        .collect(Collectors.groupingBy(one -> new At(one.step(), one.state())))
        .forEach(
            (at, all) ->
                moves.move(
                    all.stream().map(Settled::key).toList(),
                    at.step(),
                    at.state(),
                    RecordState.READY,
                    reason));
    return settled.size();
  }

  /** A record that load is through with, and whether transform had made it READY. */
  private record Settled(RecordKey key, Step step, RecordState state, boolean ready) {}

  private record At(Step step, RecordState state) {}

  /** The hash of a verdict says with which state the candidate came out of transform. */
  private static boolean wasReady(String cells, String verdictHash) {
    return Fingerprint.of(RecordState.READY.wire() + "\n\n" + cells).equals(verdictHash);
  }

  @Override
  public void remove(List<RecordKey> keys, Step step) {
    PreparedBatch batch =
        handle.prepareBatch(
            "DELETE FROM candidate WHERE object = :object AND source_id = :id AND step = :step");
    keys.forEach(
        key ->
            batch
                .bind("object", key.object().wire())
                .bind("id", key.id())
                .bind("step", step.wire())
                .add());
    if (batch.size() > 0) {
      batch.execute();
    }
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
  public Optional<Stored> find(RecordKey key, Step step) {
    return reads().find(key, step);
  }

  @Override
  public List<Stored> later(RecordKey key) {
    return reads().later(key);
  }

  @Override
  public List<Stored> page(
      ObjectName object, Step step, RecordState state, String afterId, int limit) {
    return reads().page(object, step, state, afterId, limit);
  }

  @Override
  public long count(RecordState state) {
    return reads().count(state);
  }

  @Override
  public long count(ObjectName object, Step step, RecordState state) {
    return reads().count(object, step, state);
  }

  @Override
  public long linkedWith(RecordKey key) {
    return reads().linkedWith(key);
  }

  @Override
  public List<Books> books() {
    return reads().books();
  }

  @Override
  public Map<String, Long> reasons(ObjectName object, RecordState state) {
    return reads().reasons(object, state);
  }

  private CandidateReads reads() {
    return new CandidateReads(handle);
  }
}
