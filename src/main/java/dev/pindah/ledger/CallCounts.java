package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import java.util.List;
import java.util.Map;

/**
 * How many calls each account answered or should have: tables {@code call_count} and {@code
 * load_call}.
 */
public interface CallCounts {
  void add(Product product, String endpoint, long calls);

  long total(Product product);

  /**
   * Calls of one part of a load.
   *
   * @param part the step, or {@code read} for reading what is there before the first write
   * @param forecast calls that its plans should take; reading has none
   */
  record LoadCalls(ObjectName object, String part, long forecast, long used) {}

  /** Adds to what the part has taken so far. */
  void load(LoadCalls more);

  /** In the order of {@link ObjectName} and of parts. */
  List<LoadCalls> load();

  /** By endpoint. */
  Map<String, Long> byEndpoint(Product product);
}
