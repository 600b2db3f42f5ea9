package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Crosswalk;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Table {@code crosswalk}. */
record CrosswalkTable(Handle handle) implements Crosswalk {
  private static final String SAVE =
      """
      INSERT INTO crosswalk
        (object, source_id, module, target_id, ours, before_image, payload_hash)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (object, source_id) DO UPDATE SET
        module = excluded.module, target_id = excluded.target_id,
        payload_hash = CASE WHEN excluded.payload_hash = ''
          THEN crosswalk.payload_hash ELSE excluded.payload_hash END
      """;

  @Override
  public void save(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    new Direct(handle)
        .run(
            SAVE,
            pairs.stream()
                .map(
                    pair ->
                        new Object[] {
                          pair.key().object().wire(),
                          pair.key().id(),
                          pair.module().wire(),
                          pair.targetId(),
                          pair.ours() ? 1 : 0,
                          pair.before(),
                          pair.payloadHash()
                        })
                .toList());
  }

  @Override
  public Optional<Pair> find(RecordKey key) {
    return new Direct(handle)
            .ask(
                "SELECT * FROM crosswalk WHERE object = ? AND source_id = ?",
                CrosswalkTable::pair,
                key.object().wire(),
                key.id())
            .stream()
            .findFirst();
  }

  @Override
  public Optional<Pair> byTarget(TargetModule module, String targetId) {
    return new Direct(handle)
            .ask(
                """
            SELECT * FROM crosswalk WHERE module = ? AND target_id = ?
            ORDER BY source_id LIMIT 1
            """,
                CrosswalkTable::pair,
                module.wire(),
                targetId)
            .stream()
            .findFirst();
  }

  @Override
  public List<Pair> sharing(TargetModule module, String targetId) {
    return handle
        .createQuery(
            """
            SELECT * FROM crosswalk WHERE module = :module AND target_id = :targetId
            ORDER BY object, source_id
            """)
        .bind("module", module.wire())
        .bind("targetId", targetId)
        .map((row, context) -> pair(row))
        .list();
  }

  @Override
  public List<String> targets(TargetModule module, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT target_id FROM crosswalk
            WHERE module = :module AND target_id > :after ORDER BY target_id LIMIT :limit
            """)
        .bind("module", module.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  @Override
  public long count(TargetModule module) {
    return handle
        .createQuery("SELECT COUNT(DISTINCT target_id) FROM crosswalk WHERE module = :module")
        .bind("module", module.wire())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<Pair> page(ObjectName object, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM crosswalk WHERE object = :object AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> pair(row))
        .list();
  }

  @Override
  public long count(ObjectName object) {
    return handle
        .createQuery("SELECT COUNT(*) FROM crosswalk WHERE object = :object")
        .bind("object", object.wire())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public Set<TargetModule> modules() {
    return handle
        .createQuery("SELECT DISTINCT module FROM crosswalk")
        .map((row, context) -> TargetModule.of(row.getString("module")).orElseThrow())
        .collect(Collectors.toSet());
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        new RecordKey(
            ObjectName.of(row.getString("object")).orElseThrow(), row.getString("source_id")),
        TargetModule.of(row.getString("module")).orElseThrow(),
        row.getString("target_id"),
        row.getInt("ours") == 1,
        row.getString("before_image"),
        row.getString("payload_hash"));
  }

  @Override
  public void remove(RecordKey key) {
    handle
        .createUpdate("DELETE FROM crosswalk WHERE object = :object AND source_id = :id")
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .execute();
  }
}
