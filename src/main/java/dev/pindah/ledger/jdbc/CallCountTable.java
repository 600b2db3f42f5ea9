package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.CallCounts;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Table {@code call_count}. */
record CallCountTable(Handle handle) implements CallCounts {
  @Override
  public void add(Product product, String endpoint, long calls) {
    handle
        .createUpdate(
            """
            INSERT INTO call_count (product, endpoint, calls) VALUES (:product, :endpoint, :calls)
            ON CONFLICT (product, endpoint) DO UPDATE SET calls = call_count.calls + excluded.calls
            """)
        .bind("product", product.wire())
        .bind("endpoint", endpoint)
        .bind("calls", calls)
        .execute();
  }

  @Override
  public long total(Product product) {
    return byEndpoint(product).values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public Map<String, Long> byEndpoint(Product product) {
    Map<String, Long> counts = new TreeMap<>();
    handle
        .createQuery("SELECT endpoint, calls FROM call_count WHERE product = :product")
        .bind("product", product.wire())
        .map((row, context) -> counts.put(row.getString("endpoint"), row.getLong("calls")))
        .list();
    return counts;
  }

  @Override
  public void load(LoadCalls more) {
    handle
        .createUpdate(
            """
            INSERT INTO load_call (object, part, forecast, used)
            VALUES (:object, :part, :forecast, :used)
            ON CONFLICT (object, part) DO UPDATE SET
              forecast = load_call.forecast + excluded.forecast,
              used = load_call.used + excluded.used
            """)
        .bind("object", more.object().wire())
        .bind("part", more.part())
        .bind("forecast", more.forecast())
        .bind("used", more.used())
        .execute();
  }

  @Override
  public List<LoadCalls> load() {
    return handle
        .createQuery("SELECT object, part, forecast, used FROM load_call")
        .map(
            (row, context) ->
                new LoadCalls(
                    ObjectName.of(row.getString("object")).orElseThrow(),
                    row.getString("part"),
                    row.getLong("forecast"),
                    row.getLong("used")))
        .stream()
        .sorted(Comparator.comparing(LoadCalls::object).thenComparing(LoadCalls::part))
        .toList();
  }
}
