package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Promises;
import dev.pindah.model.Promise;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code promise}. */
record PromiseTable(Handle handle) implements Promises {
  @Override
  public void replace(List<Promise> promises, Instant at) {
    handle.execute("DELETE FROM promise");
    if (promises.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO promise (id, answer, tried, detail, found_at)
            VALUES (:id, :answer, :tried, :detail, :at)
            """);
    promises.forEach(
        promise ->
            batch
                .bind("id", promise.id())
                .bind("answer", promise.answer())
                .bind("tried", promise.tried() ? 1 : 0)
                .bind("detail", promise.detail())
                .bind("at", at.toEpochMilli())
                .add());
    batch.execute();
  }

  @Override
  public List<Promise> all() {
    return handle
        .createQuery("SELECT id, answer, tried, detail FROM promise ORDER BY id")
        .map(
            (row, context) ->
                new Promise(
                    row.getString("id"),
                    row.getString("answer"),
                    row.getInt("tried") == 1,
                    row.getString("detail")))
        .list();
  }
}
