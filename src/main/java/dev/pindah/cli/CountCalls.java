package dev.pindah.cli;

import dev.pindah.connect.CallMeter;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Product;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts calls into the ledger, some at a time. A kill loses the few that were not written yet, so
 * the count is a floor.
 */
final class CountCalls implements CallMeter {
  private static final int BATCH = 25;

  private record Place(Product product, String endpoint) {}

  private final Ledger ledger;
  private Map<Place, Long> pending = new HashMap<>();
  private int count;

  CountCalls(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void called(Product product, String endpoint) {
    Map<Place, Long> full = null;
    synchronized (this) {
      pending.merge(new Place(product, endpoint), 1L, Long::sum);
      if (++count >= BATCH) {
        full = take();
      }
    }
    if (full != null) {
      save(full);
    }
  }

  void flush() {
    Map<Place, Long> rest;
    synchronized (this) {
      rest = take();
    }
    save(rest);
  }

  private Map<Place, Long> take() {
    Map<Place, Long> taken = pending;
    pending = new HashMap<>();
    count = 0;
    return taken;
  }

  private void save(Map<Place, Long> counts) {
    if (!counts.isEmpty()) {
      ledger.record(
          tables ->
              counts.forEach(
                  (place, calls) ->
                      tables.callCounts().add(place.product(), place.endpoint(), calls)));
    }
  }
}
