package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import dev.pindah.ledger.SourceFiles;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code file}. */
record SourceFileTable(Handle handle) implements SourceFiles {
  @Override
  public void links(RecordKey parent, List<SourceFile> links) {
    Set<String> now = links.stream().map(SourceFile::id).collect(Collectors.toSet());
    List<SourceFile> known = all(parent);
    Set<String> before = known.stream().map(SourceFile::id).collect(Collectors.toSet());
    known.stream()
        .filter(file -> !now.contains(file.id()))
        .filter(file -> file.state() != State.GONE)
        .forEach(file -> update(file.without(State.GONE, 0, "the record links to it no more")));
    known.stream()
        .filter(file -> now.contains(file.id()))
        .filter(file -> file.state() == State.GONE)
        .forEach(file -> update(file.without(State.FOUND, 0, "")));
    insert(links.stream().filter(file -> !before.contains(file.id())).toList());
  }

  private void insert(List<SourceFile> files) {
    if (files.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO file (file_id, parent_object, parent_id, field, url, url_hash, name, state,
              sha256, bytes, content_type, reason)
            VALUES (:file, :object, :id, :field, :url, :urlHash, :name, :state, :sha256,
              :bytes, :contentType, :reason)
            ON CONFLICT (file_id) DO NOTHING
            """);
    for (SourceFile file : files) {
      batch
          .bind("file", file.id())
          .bind("object", file.parent().object().wire())
          .bind("id", file.parent().id())
          .bind("field", file.field())
          .bind("url", file.url())
          .bind("urlHash", Fingerprint.of(file.url()))
          .bind("name", file.name())
          .bind("state", file.state().name())
          .bind("sha256", file.sha256())
          .bind("bytes", file.bytes())
          .bind("contentType", file.contentType())
          .bind("reason", file.reason())
          .add();
    }
    batch.execute();
  }

  @Override
  public void save(List<SourceFile> files) {
    files.forEach(this::update);
  }

  private void update(SourceFile file) {
    int rows =
        handle
            .createUpdate(
                """
                UPDATE file SET state = :state, sha256 = :sha256, bytes = :bytes,
                  content_type = :contentType, reason = :reason
                WHERE file_id = :file
                """)
            .bind("file", file.id())
            .bind("state", file.state().name())
            .bind("sha256", file.sha256())
            .bind("bytes", file.bytes())
            .bind("contentType", file.contentType())
            .bind("reason", file.reason())
            .execute();
    if (rows != 1) {
      throw new LedgerException("a file of " + file.parent() + " is saved but was never found");
    }
  }

  @Override
  public int retry() {
    return handle
        .createUpdate(
            """
            UPDATE file SET state = 'FOUND', bytes = 0, reason = ''
            WHERE state IN ('MISSING', 'TOO_LARGE', 'REFUSED')
            """)
        .execute();
  }

  @Override
  public List<SourceFile> of(RecordKey parent) {
    return all(parent).stream().filter(file -> file.state() != State.GONE).toList();
  }

  private List<SourceFile> all(RecordKey parent) {
    return handle
        .createQuery(
            """
            SELECT * FROM file WHERE parent_object = :object AND parent_id = :id
            ORDER BY field, url
            """)
        .bind("object", parent.object().wire())
        .bind("id", parent.id())
        .map((row, context) -> file(row))
        .list();
  }

  @Override
  public List<SourceFile> in(State state, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM file WHERE state = :state AND file_id > :after
            ORDER BY file_id LIMIT :limit
            """)
        .bind("state", state.name())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> file(row))
        .list();
  }

  @Override
  public Optional<SourceFile> find(String id) {
    return handle
        .createQuery("SELECT * FROM file WHERE file_id = :file")
        .bind("file", id)
        .map((row, context) -> file(row))
        .findOne();
  }

  @Override
  public Optional<SourceFile> stored(String url) {
    return handle
        .createQuery("SELECT * FROM file WHERE url_hash = :hash AND state = 'STORED' LIMIT 1")
        .bind("hash", Fingerprint.of(url))
        .map((row, context) -> file(row))
        .findOne();
  }

  @Override
  public Map<State, Long> counts() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    handle
        .createQuery("SELECT state, count(*) AS files FROM file GROUP BY state")
        .map(
            (row, context) ->
                counts.put(State.valueOf(row.getString("state")), row.getLong("files")))
        .list();
    return counts;
  }

  @Override
  public long bytes() {
    return handle
        .createQuery(
            """
            SELECT coalesce(sum(bytes), 0) FROM (
              SELECT sha256, max(bytes) AS bytes FROM file WHERE state = 'STORED' GROUP BY sha256
            ) AS contents
            """)
        .mapTo(Long.class)
        .one();
  }

  private static SourceFile file(ResultSet row) throws SQLException {
    String object = row.getString("parent_object");
    return new SourceFile(
        new RecordKey(
            ObjectName.of(object)
                .orElseThrow(() -> new LedgerException("file of an unknown object " + object)),
            row.getString("parent_id")),
        row.getString("field"),
        row.getString("url"),
        row.getString("name"),
        State.valueOf(row.getString("state")),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getString("content_type"),
        row.getString("reason"));
  }
}
