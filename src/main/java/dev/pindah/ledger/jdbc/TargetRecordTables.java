package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.TargetRecords;
import dev.pindah.model.TargetModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;

/** Tables {@code target_record} and {@code target_key}. */
record TargetRecordTables(Handle handle) implements TargetRecords {
  private static final TypeReference<Map<String, List<String>>> KEYS = new TypeReference<>() {};

  private static final String SAVE =
      """
      INSERT INTO target_record (reading, module, target_id, content, keys, read_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (reading, module, target_id) DO UPDATE SET
        content = excluded.content, keys = excluded.keys, read_at = excluded.read_at
      """;

  /** In the order of the keys: by that of the records, all of them would be gone through. */
  static final String BY_KEY =
      """
      SELECT r.* FROM target_key k JOIN target_record r
        ON r.reading = k.reading AND r.module = k.module AND r.target_id = k.target_id
      WHERE k.reading = ? AND k.module = ? AND k.kind = ? AND k.key_value = ?
      ORDER BY k.target_id
      """;

  private static final String SAVE_KEY =
      """
      INSERT INTO target_key (reading, module, kind, key_value, target_id)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  @Override
  public void save(Reading reading, List<TargetRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> keys = new ArrayList<>();
    for (TargetRecord record : records) {
      String module = record.module().wire();
      rows.add(
          new Object[] {
            reading.name(),
            module,
            record.id(),
            record.json(),
            Json.MAPPER.writeValueAsString(record.keys()),
            record.readAt().toEpochMilli()
          });
      record
          .keys()
          .forEach(
              (kind, values) ->
                  new LinkedHashSet<>(values)
                      .forEach(
                          value ->
                              keys.add(
                                  new Object[] {
                                    reading.name(), module, kind, value, record.id()
                                  })));
    }
    Direct direct = new Direct(handle);
    direct.run(SAVE, rows);
    if (!keys.isEmpty()) {
      direct.run(SAVE_KEY, keys);
    }
  }

  @Override
  public Optional<TargetRecord> find(Reading reading, TargetModule module, String id) {
    return new Direct(handle)
            .ask(
                "SELECT * FROM target_record WHERE reading = ? AND module = ? AND target_id = ?",
                TargetRecordTables::record,
                reading.name(),
                module.wire(),
                id)
            .stream()
            .findFirst();
  }

  @Override
  public List<TargetRecord> byKey(Reading reading, TargetModule module, String kind, String value) {
    return new Direct(handle)
        .ask(BY_KEY, TargetRecordTables::record, reading.name(), module.wire(), kind, value);
  }

  @Override
  public Set<String> keys(Reading reading, TargetModule module, String kind) {
    return handle
        .createQuery(
            """
            SELECT key_value FROM target_key
            WHERE reading = :reading AND module = :module AND kind = :kind
            """)
        .bind("reading", reading.name())
        .bind("module", module.wire())
        .bind("kind", kind)
        .mapTo(String.class)
        .set();
  }

  @Override
  public List<TargetRecord> page(Reading reading, TargetModule module, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM target_record
            WHERE reading = :reading AND module = :module AND target_id > :after
            ORDER BY target_id LIMIT :limit
            """)
        .bind("reading", reading.name())
        .bind("module", module.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> record(row))
        .list();
  }

  @Override
  public long count(Reading reading, TargetModule module) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM target_record WHERE reading = :reading AND module = :module")
        .bind("reading", reading.name())
        .bind("module", module.wire())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public void clear(Reading reading, TargetModule module) {
    for (String table : List.of("target_key", "target_record")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE reading = :reading AND module = :module")
          .bind("reading", reading.name())
          .bind("module", module.wire())
          .execute();
    }
  }

  private static TargetRecord record(ResultSet row) throws SQLException {
    return new TargetRecord(
        TargetModule.of(row.getString("module")).orElseThrow(),
        row.getString("target_id"),
        row.getString("content"),
        Json.MAPPER.readValue(row.getString("keys"), KEYS),
        Instant.ofEpochMilli(row.getLong("read_at")));
  }
}
