package dev.pindah.connect.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;

/**
 * The calls that an account may still take, shared by everything that calls it. Starts from what
 * the plan promises and believes the server's own count when it tells one.
 */
public final class Budget {
  /** No published hourly limit is smaller; no published limit of a minute is larger. */
  private static final long HOURLY = 1_000;

  private final Tempo tempo;
  private final Bucket bucket;
  private final double share;
  private long heldUntil;

  private Budget(Tempo tempo, Bucket bucket, double share) {
    this.tempo = tempo;
    this.bucket = bucket;
    this.share = share;
    this.heldUntil = tempo.currentTimeNanos();
  }

  /** So many calls per duration. */
  public record Limit(long calls, Duration per) {}

  /**
   * A budget.
   *
   * @param share part of every limit that may be used, 0 to 1; the rest is the customer's
   */
  public static Budget of(List<Limit> limits, double share, Tempo tempo) {
    var builder = Bucket.builder().withCustomTimePrecision(tempo);
    for (Limit limit : limits) {
      long calls = Math.max(1, (long) (limit.calls() * share));
      builder.addLimit(
          Bandwidth.builder().capacity(calls).refillGreedy(calls, limit.per()).build());
    }
    return new Budget(tempo, builder.build(), share);
  }

  /** Waits for a call's turn. */
  void take() {
    try {
      bucket.asBlocking().consume(1, this::park);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    tempo.of(Duration.ofNanos(Math.max(0, held() - tempo.currentTimeNanos())));
  }

  private void park(long nanos) {
    tempo.of(Duration.ofNanos(nanos));
  }

  /** Nobody calls for a while: the server said so. */
  synchronized void hold(Duration duration) {
    heldUntil = Math.max(heldUntil, tempo.currentTimeNanos() + duration.toNanos());
  }

  private synchronized long held() {
    return heldUntil;
  }

  /**
   * The server's own count of what is left of its hourly limit. Counts of shorter windows say
   * nothing about the hour and are left to the bucket.
   */
  void learn(long limit, long remaining) {
    if (limit < HOURLY) {
      return;
    }
    long usable = Math.max(0, remaining - (long) (limit * (1 - share)));
    long excess = bucket.getAvailableTokens() - usable;
    if (excess > 0) {
      bucket.consumeIgnoringRateLimits(excess);
    }
  }
}
