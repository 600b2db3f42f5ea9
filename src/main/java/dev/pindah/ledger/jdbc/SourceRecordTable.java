package dev.pindah.ledger.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pindah.ledger.SourceRecords;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code source_record}. */
record SourceRecordTable(Handle handle) implements SourceRecords {
  static final String CHILDREN =
      """
      SELECT * FROM source_record
      WHERE parent_object = :parentObject AND parent_id = :parentId AND object = :object
        AND deleted = 0
      ORDER BY source_id
      """;

  @Override
  public int save(List<SourceRecord> records) {
    return records.stream()
        .collect(groupingBy(record -> record.key().object(), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .mapToInt(group -> save(group.getKey(), group.getValue()))
        .sum();
  }

  private int save(ObjectName object, List<SourceRecord> records) {
    Map<String, String> before = hashes(object, records);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO source_record (object, source_id, parent_object, parent_id, content, hash,
              read_at, changed_at, complete, deleted)
            VALUES (:object, :id, :parentObject, :parentId, :content, :hash, :readAt, :readAt,
              :complete, :deleted)
            ON CONFLICT (object, source_id) DO UPDATE SET
              parent_object = excluded.parent_object, parent_id = excluded.parent_id,
              content = excluded.content, read_at = excluded.read_at,
              changed_at = CASE
                WHEN source_record.hash = excluded.hash
                  AND source_record.deleted = excluded.deleted
                THEN source_record.changed_at ELSE excluded.changed_at END,
              hash = excluded.hash, complete = excluded.complete, deleted = excluded.deleted
            """);
    List<SourceRecord> changed = new ArrayList<>();
    for (SourceRecord record : records) {
      String state = record.hash() + record.deleted();
      if (!state.equals(before.put(record.key().id(), state))) {
        changed.add(record);
      }
      batch
          .bind("object", object.wire())
          .bind("id", record.key().id())
          .bind("parentObject", record.parent().map(parent -> parent.object().wire()).orElse(""))
          .bind("parentId", record.parent().map(RecordKey::id).orElse(""))
          .bind("content", record.json())
          .bind("hash", record.hash())
          .bind("readAt", record.readAt().toEpochMilli())
          .bind("complete", record.complete() ? 1 : 0)
          .bind("deleted", record.deleted() ? 1 : 0)
          .add();
    }
    batch.execute();
    remember(changed);
    return changed.size();
  }

  private void remember(List<SourceRecord> changed) {
    if (changed.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO source_version (object, source_id, hash, deleted, seen_at)
            VALUES (:object, :id, :hash, :deleted, :at)
            """);
    changed.forEach(
        record ->
            batch
                .bind("object", record.key().object().wire())
                .bind("id", record.key().id())
                .bind("hash", record.hash())
                .bind("deleted", record.deleted() ? 1 : 0)
                .bind("at", record.readAt().toEpochMilli())
                .add());
    batch.execute();
  }

  @Override
  public void touch(ObjectName object, List<String> ids, Instant at) {
    if (ids.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE source_record SET read_at = :at, deleted = 0
            WHERE object = :object AND source_id = :id
            """);
    ids.forEach(
        id ->
            batch.bind("object", object.wire()).bind("id", id).bind("at", at.toEpochMilli()).add());
    batch.execute();
  }

  @Override
  public List<Version> versions(RecordKey key) {
    return handle
        .createQuery(
            """
            SELECT * FROM source_version WHERE object = :object AND source_id = :id
            ORDER BY number
            """)
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .map(
            (row, context) ->
                new Version(
                    row.getString("hash"),
                    row.getInt("deleted") == 1,
                    Instant.ofEpochMilli(row.getLong("seen_at"))))
        .list();
  }

  private Map<String, String> hashes(ObjectName object, List<SourceRecord> records) {
    Map<String, String> hashes = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT source_id, hash, deleted FROM source_record
            WHERE object = :object AND source_id IN (<ids>)
            """)
        .bind("object", object.wire())
        .bindList("ids", records.stream().map(record -> record.key().id()).toList())
        .map(
            (row, context) ->
                hashes.put(
                    row.getString("source_id"),
                    row.getString("hash") + (row.getInt("deleted") == 1)))
        .list();
    return hashes;
  }

  @Override
  public Optional<SourceRecord> find(RecordKey key) {
    return handle
        .createQuery("SELECT * FROM source_record WHERE object = :object AND source_id = :id")
        .bind("object", key.object().wire())
        .bind("id", key.id())
        .map((row, context) -> record(row))
        .findOne();
  }

  @Override
  public long count(ObjectName object) {
    return seenSince(object, Instant.EPOCH);
  }

  @Override
  public long seenSince(ObjectName object, Instant start) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM source_record
            WHERE object = :object AND deleted = 0 AND read_at >= :start
            """)
        .bind("object", object.wire())
        .bind("start", start.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<SourceRecord> unseenSince(
      ObjectName object, Instant start, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM source_record
            WHERE object = :object AND deleted = 0 AND read_at < :start AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("start", start.toEpochMilli())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> record(row))
        .list();
  }

  @Override
  public List<SourceRecord> page(ObjectName object, String afterId, int limit) {
    return changedSince(object, Instant.EPOCH, afterId, limit);
  }

  @Override
  public List<SourceRecord> changedSince(
      ObjectName object, Instant since, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM source_record
            WHERE object = :object AND deleted = 0 AND changed_at >= :since AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("since", since.toEpochMilli())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> record(row))
        .list();
  }

  @Override
  public List<String> idsChangedSince(ObjectName object, Instant since, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT source_id FROM source_record
            WHERE object = :object AND deleted = 0 AND changed_at >= :since AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("since", since.toEpochMilli())
        .bind("after", afterId)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  @Override
  public List<SourceRecord> incomplete(ObjectName object, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM source_record
            WHERE object = :object AND deleted = 0 AND complete = 0 AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> record(row))
        .list();
  }

  @Override
  public List<SourceRecord> tombstones(ObjectName object, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM source_record
            WHERE object = :object AND deleted = 1 AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> record(row))
        .list();
  }

  @Override
  public List<SourceRecord> children(RecordKey parent, ObjectName object) {
    return handle
        .createQuery(CHILDREN)
        .bind("parentObject", parent.object().wire())
        .bind("parentId", parent.id())
        .bind("object", object.wire())
        .map((row, context) -> record(row))
        .list();
  }

  private static SourceRecord record(ResultSet row) throws SQLException {
    Optional<ObjectName> parent = ObjectName.of(row.getString("parent_object"));
    String parentId = row.getString("parent_id");
    return new SourceRecord(
        new RecordKey(
            ObjectName.of(row.getString("object")).orElseThrow(), row.getString("source_id")),
        parent.map(object -> new RecordKey(object, parentId)),
        row.getString("content"),
        row.getString("hash"),
        Instant.ofEpochMilli(row.getLong("read_at")),
        row.getInt("complete") == 1,
        row.getInt("deleted") == 1);
  }
}
