package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Mappings;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code mapping}. */
record MappingTable(Handle handle) implements Mappings {
  @Override
  public void save(Confirmed mapping) {
    handle
        .createUpdate(
            """
            INSERT INTO mapping (file_hash, content, confirmed_by, confirmed_at)
            VALUES (:hash, :content, :by, :at)
            """)
        .bind("hash", mapping.fileHash())
        .bind("content", mapping.content())
        .bind("by", mapping.by())
        .bind("at", mapping.at().toEpochMilli())
        .execute();
  }

  @Override
  public Optional<Confirmed> latest() {
    return handle
        .createQuery("SELECT * FROM mapping ORDER BY number DESC LIMIT 1")
        .map(
            (row, context) ->
                new Confirmed(
                    row.getString("file_hash"),
                    row.getString("content"),
                    row.getString("confirmed_by"),
                    Instant.ofEpochMilli(row.getLong("confirmed_at"))))
        .findOne();
  }
}
