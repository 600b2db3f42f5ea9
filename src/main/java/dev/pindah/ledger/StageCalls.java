package dev.pindah.ledger;

import dev.pindah.model.Product;
import dev.pindah.model.forecast.Actual;
import java.time.Duration;
import java.time.Instant;

/** What each stage really took: tables {@code stage_call} and {@code stage_time}. */
public interface StageCalls {
  void add(String stage, Product product, String endpoint, long calls);

  /** Time that a stage was at work; the instant counts when it is its first. */
  void spent(String stage, Duration time, Instant at);

  /** Everything so far. */
  Actual actual();
}
