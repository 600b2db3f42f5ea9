package dev.pindah.cli;

import dev.pindah.connect.CallMeter;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Product;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts calls into the ledger, some at a time, and the time of the stage that makes them. A kill
 * loses the few that were not written yet, so the count is a floor.
 */
final class CountCalls implements CallMeter {
  private static final int BATCH = 25;

  private record Place(Product product, String endpoint) {}

  /** What is to be written: calls and time of one stage. */
  private record Taken(String stage, Map<Place, Long> calls, Instant since, Instant until) {}

  private final Ledger ledger;
  private final Clock clock;

  /** Time that is sped up says nothing about the real one. */
  private final boolean rehearsal;

  private Map<Place, Long> pending = new HashMap<>();
  private String stage = "";
  private Instant since;
  private int count;

  CountCalls(Ledger ledger, Clock clock, boolean rehearsal) {
    this.ledger = ledger;
    this.clock = clock;
    this.rehearsal = rehearsal;
    this.since = clock.instant();
  }

  @Override
  public void called(Product product, String endpoint) {
    Taken full = null;
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

  /** What is called from here on is of another stage. */
  void stage(String next) {
    Taken rest;
    synchronized (this) {
      rest = take();
      stage = next;
      since = rest.until();
    }
    save(rest);
  }

  void flush() {
    Taken rest;
    synchronized (this) {
      rest = take();
    }
    save(rest);
  }

  private Taken take() {
    Instant now = clock.instant();
    if (pending.isEmpty()) {
      return new Taken(stage, Map.of(), since, now);
    }
    Taken taken = new Taken(stage, pending, since, now);
    pending = new HashMap<>();
    count = 0;
    since = now;
    return taken;
  }

  private void save(Taken taken) {
    if (taken.calls().isEmpty()) {
      return;
    }
    Duration real = Duration.between(taken.since(), taken.until());
    Duration time = rehearsal || real.isNegative() ? Duration.ZERO : real;
    ledger.record(
        tables -> {
          taken
              .calls()
              .forEach(
                  (place, calls) -> {
                    tables.callCounts().add(place.product(), place.endpoint(), calls);
                    tables
                        .stageCalls()
                        .add(taken.stage(), place.product(), place.endpoint(), calls);
                  });
          tables.stageCalls().spent(taken.stage(), time, taken.since());
        });
  }
}
