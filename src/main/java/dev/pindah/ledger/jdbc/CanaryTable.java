package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Canaries;
import dev.pindah.model.TargetModule;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table {@code canary}. */
record CanaryTable(Handle handle) implements Canaries {
  @Override
  public void intend(String name, TargetModule module, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO canary (name, module, target_id, gone, intended_at)
            VALUES (:name, :module, '', 0, :at)
            """)
        .bind("name", name)
        .bind("module", module.wire())
        .bind("at", at.toEpochMilli())
        .execute();
  }

  @Override
  public void stands(String name, String targetId) {
    one(
        handle
            .createUpdate("UPDATE canary SET target_id = :id WHERE name = :name")
            .bind("id", targetId)
            .bind("name", name)
            .execute(),
        name);
  }

  @Override
  public void gone(String name) {
    one(
        handle
            .createUpdate("UPDATE canary SET gone = 1 WHERE name = :name")
            .bind("name", name)
            .execute(),
        name);
  }

  private static void one(int rows, String name) {
    if (rows != 1) {
      throw new IllegalStateException("there is no canary " + name);
    }
  }

  @Override
  public List<Canary> left() {
    return handle
        .createQuery(
            """
            SELECT name, module, target_id, intended_at FROM canary WHERE gone = 0
            ORDER BY intended_at DESC, name DESC
            """)
        .map(
            (row, context) ->
                new Canary(
                    row.getString("name"),
                    TargetModule.of(row.getString("module")).orElseThrow(),
                    row.getString("target_id"),
                    Instant.ofEpochMilli(row.getLong("intended_at"))))
        .list();
  }
}
