package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.CallCounts;
import dev.pindah.model.Product;
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
}
