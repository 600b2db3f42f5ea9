package dev.pindah.ledger;

import dev.pindah.model.Product;
import java.util.Map;

/** How many calls each account answered or should have: table {@code call_count}. */
public interface CallCounts {
  void add(Product product, String endpoint, long calls);

  long total(Product product);

  /** By endpoint. */
  Map<String, Long> byEndpoint(Product product);
}
