package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.WatchLooks;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table {@code watch_look}. */
record WatchLookTable(Handle handle) implements WatchLooks {
  @Override
  public void save(Look look) {
    handle
        .createUpdate(
            """
            INSERT INTO watch_look (at, edited, broken, late_writes, reached)
            VALUES (:at, :edited, :broken, :late, :reached)
            ON CONFLICT (at) DO UPDATE SET edited = excluded.edited, broken = excluded.broken,
              late_writes = excluded.late_writes, reached = excluded.reached
            """)
        .bind("at", look.at().toEpochMilli())
        .bind("edited", look.edited())
        .bind("broken", look.broken())
        .bind("late", look.lateWrites())
        .bind("reached", look.reached() ? 1 : 0)
        .execute();
  }

  @Override
  public List<Look> since(Instant start) {
    return handle
        .createQuery("SELECT * FROM watch_look WHERE at >= :start ORDER BY at")
        .bind("start", start.toEpochMilli())
        .map(
            (row, context) ->
                new Look(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getLong("edited"),
                    row.getLong("broken"),
                    row.getLong("late_writes"),
                    row.getInt("reached") == 1))
        .list();
  }
}
