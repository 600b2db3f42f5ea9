package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Audits;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.forecast.Forecast;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tables {@code audit} and {@code forecast}. */
record AuditTables(Handle handle) implements Audits {
  @Override
  public void save(Facts facts) {
    handle
        .createUpdate("INSERT INTO audit (read_at, content) VALUES (:readAt, :content)")
        .bind("readAt", facts.readAt().toEpochMilli())
        .bind("content", Json.MAPPER.writeValueAsString(facts))
        .execute();
  }

  @Override
  public Optional<Facts> latest() {
    return handle
        .createQuery("SELECT content FROM audit ORDER BY number DESC LIMIT 1")
        .mapTo(String.class)
        .findOne()
        .map(content -> Json.MAPPER.readValue(content, Facts.class));
  }

  @Override
  public void save(Foretold foretold) {
    handle
        .createUpdate("INSERT INTO forecast (made_at, content) VALUES (:madeAt, :content)")
        .bind("madeAt", foretold.at().toEpochMilli())
        .bind("content", Json.MAPPER.writeValueAsString(foretold.forecast()))
        .execute();
  }

  @Override
  public List<Foretold> foretold() {
    return handle
        .createQuery("SELECT made_at, content FROM forecast ORDER BY number")
        .map(
            (row, context) ->
                new Foretold(
                    Instant.ofEpochMilli(row.getLong("made_at")),
                    Json.MAPPER.readValue(row.getString("content"), Forecast.class)))
        .list();
  }
}
