package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.StageCalls;
import dev.pindah.model.Product;
import dev.pindah.model.forecast.Actual;
import dev.pindah.model.forecast.Actual.Calls;
import dev.pindah.model.forecast.Actual.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Tables {@code stage_call} and {@code stage_time}. */
record StageCallTables(Handle handle) implements StageCalls {
  @Override
  public void add(String stage, Product product, String endpoint, long calls) {
    handle
        .createUpdate(
            """
            INSERT INTO stage_call (stage, product, endpoint, calls)
            VALUES (:stage, :product, :endpoint, :calls)
            ON CONFLICT (stage, product, endpoint) DO UPDATE SET
              calls = stage_call.calls + excluded.calls
            """)
        .bind("stage", stage)
        .bind("product", product.wire())
        .bind("endpoint", endpoint)
        .bind("calls", calls)
        .execute();
  }

  @Override
  public void spent(String stage, Duration time, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO stage_time (stage, millis, first_at) VALUES (:stage, :millis, :firstAt)
            ON CONFLICT (stage) DO UPDATE SET millis = stage_time.millis + excluded.millis
            """)
        .bind("stage", stage)
        .bind("millis", time.toMillis())
        .bind("firstAt", at.toEpochMilli())
        .execute();
  }

  @Override
  public Actual actual() {
    List<Calls> calls =
        handle
            .createQuery("SELECT * FROM stage_call ORDER BY stage, product, endpoint")
            .map(
                (row, context) ->
                    new Calls(
                        row.getString("stage"),
                        Product.valueOf(row.getString("product").toUpperCase(Locale.ROOT)),
                        row.getString("endpoint"),
                        row.getLong("calls")))
            .list();
    List<Spent> spent =
        handle
            .createQuery("SELECT * FROM stage_time ORDER BY first_at, stage")
            .map(
                (row, context) ->
                    new Spent(
                        row.getString("stage"),
                        Duration.ofMillis(row.getLong("millis")),
                        Instant.ofEpochMilli(row.getLong("first_at"))))
            .list();
    return new Actual(calls, spent);
  }
}
