package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.SourceRecords;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code source_record}. */
record SourceRecordTable(Handle handle) implements SourceRecords {
  @Override
  public int save(List<SourceRecord> records) {
    if (records.isEmpty()) {
      return 0;
    }
    Map<RecordKey, String> before = hashes(records);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO source_record (object, source_id, content, hash, read_at, deleted)
            VALUES (:object, :id, :content, :hash, :readAt, :deleted)
            ON CONFLICT (object, source_id) DO UPDATE SET
              content = excluded.content, hash = excluded.hash,
              read_at = excluded.read_at, deleted = excluded.deleted
            """);
    int changed = 0;
    for (SourceRecord record : records) {
      String state = record.hash() + record.deleted();
      if (!state.equals(before.put(record.key(), state))) {
        changed++;
      }
      batch
          .bind("object", record.key().object().wire())
          .bind("id", record.key().id())
          .bind("content", record.json())
          .bind("hash", record.hash())
          .bind("readAt", record.readAt().toEpochMilli())
          .bind("deleted", record.deleted() ? 1 : 0)
          .add();
    }
    batch.execute();
    return changed;
  }

  private Map<RecordKey, String> hashes(List<SourceRecord> records) {
    Map<RecordKey, String> hashes = new HashMap<>();
    String object = records.getFirst().key().object().wire();
    handle
        .createQuery(
            """
            SELECT * FROM source_record WHERE object = :object AND source_id IN (<ids>)
            """)
        .bind("object", object)
        .bindList("ids", records.stream().map(record -> record.key().id()).toList())
        .map((row, context) -> record(row))
        .forEach(record -> hashes.put(record.key(), record.hash() + record.deleted()));
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
    return handle
        .createQuery(
            """
            SELECT * FROM source_record
            WHERE object = :object AND deleted = 0 AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> record(row))
        .list();
  }

  private static SourceRecord record(ResultSet row) throws SQLException {
    return new SourceRecord(
        new RecordKey(
            ObjectName.of(row.getString("object")).orElseThrow(), row.getString("source_id")),
        row.getString("content"),
        row.getString("hash"),
        Instant.ofEpochMilli(row.getLong("read_at")),
        row.getInt("deleted") == 1);
  }
}
