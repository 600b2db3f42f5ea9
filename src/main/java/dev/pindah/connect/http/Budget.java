package dev.pindah.connect.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The calls that an account may still take, shared by everything that calls it. Starts from what
 * the plan promises and believes the server's own count when it tells one.
 */
public final class Budget {
  /** No published hourly limit is smaller; no published limit of a minute is larger. */
  private static final long HOURLY = 1_000;

  private static final Duration HOUR = Duration.ofHours(1);

  /** Limits of up to this length are kept to strictly; servers count longer ones themselves. */
  private static final Duration SHORT = Duration.ofMinutes(1);

  /** One part in so many of a short limit may be used at once: servers dislike bursts. */
  private static final long BURST = 25;

  private final Tempo tempo;
  private final Bucket bucket;
  private final double share;
  private final Optional<AdaptiveRate> adaptive;

  /** A wider limit that counts the same calls. */
  private final Optional<Budget> around;

  /** Whether the server's headers tell the limit of a minute, and what they told last. */
  private final boolean minutely;

  /** Calls per second that all limits together allow in the long run; 0 where none is known. */
  private volatile double steadyRate;

  private long perMinute;
  private long heldUntil;

  /**
   * One after the other asks for its turn: what had its turn already while nobody calls would all
   * go at once afterwards.
   */
  private final ReentrantLock turn = new ReentrantLock();

  /** Calls that wait or are under way, which the server's count may not know of yet. */
  private final AtomicInteger underWay = new AtomicInteger();

  /** What the plan promises; empty where limits are told or found out in other ways. */
  private final List<Limit> promised;

  private final ShortLimit shorter = new ShortLimit();

  private Budget(
      Tempo tempo,
      Bucket bucket,
      double share,
      Optional<AdaptiveRate> adaptive,
      Optional<Budget> around,
      double steadyRate,
      long perMinute,
      List<Limit> promised) {
    this.promised = promised;
    this.steadyRate = steadyRate;
    this.tempo = tempo;
    this.bucket = bucket;
    this.share = share;
    this.adaptive = adaptive;
    this.around = around;
    this.minutely = perMinute > 0;
    this.perMinute = perMinute;
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
    limits.forEach(limit -> builder.addLimit(bandwidth(limit, share)));
    return new Budget(
        tempo,
        builder.build(),
        share,
        Optional.empty(),
        Optional.empty(),
        rate(limits, share),
        0,
        List.copyOf(limits));
  }

  private static double rate(List<Limit> limits, double share) {
    return limits.stream()
        .mapToDouble(limit -> limit.calls() * share / limit.per().toMillis() * 1000)
        .min()
        .orElse(0);
  }

  /**
   * For a server that counts by the minute and tells its limit with every answer.
   *
   * @param calls per minute until the first answer
   */
  public static Budget minutely(long calls, double share, Tempo tempo) {
    Bucket bucket =
        Bucket.builder()
            .withCustomTimePrecision(tempo)
            .addLimit(bandwidth(new Limit(calls, SHORT), share))
            .build();
    return new Budget(
        tempo, bucket, share, Optional.empty(), Optional.empty(), 0, calls, List.of());
  }

  /** The same for calls that also count against a wider limit. */
  public Budget within(Budget wider) {
    return new Budget(
        tempo, bucket, share, adaptive, Optional.of(wider), steadyRate, perMinute, promised);
  }

  private static Bandwidth bandwidth(Limit limit, double share) {
    long calls = Math.max(1, (long) (limit.calls() * share));
    boolean smooth = limit.per().compareTo(SHORT) <= 0 && calls > 1;
    long burst = smooth ? Math.max(1, calls / BURST) : calls;
    // What may burst comes off the refill, so that no window of this length sees more than calls.
    long refill = smooth ? calls - burst : calls;
    return Bandwidth.builder().capacity(burst).refillGreedy(refill, limit.per()).build();
  }

  /** One call after the other at even distances: no second sees more than the rate. */
  public static Budget steady(double callsPerSecond, Tempo tempo) {
    return new Budget(
        tempo,
        bucketOf(callsPerSecond, tempo),
        1,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        List.of());
  }

  /** For a server that publishes no limit: begins slowly and finds out what it bears. */
  public static Budget adaptive(Tempo tempo) {
    Bucket most = bucketOf(AdaptiveRate.MOST, tempo);
    return new Budget(
        tempo, most, 1, Optional.of(new AdaptiveRate()), Optional.empty(), 0, 0, List.of());
  }

  private static Bucket bucketOf(double callsPerSecond, Tempo tempo) {
    return Bucket.builder()
        .withCustomTimePrecision(tempo)
        .addLimit(
            Bandwidth.builder()
                .capacity(1)
                .refillGreedy(1, Duration.ofNanos((long) (1e9 / callsPerSecond)))
                .build())
        .build();
  }

  /** How long so many calls take at least: what is left may go at once, the rest as it refills. */
  Duration timeFor(long calls) {
    double perSecond = minutely ? perMinute * share / SHORT.toSeconds() : steadyRate;
    long waiting = calls - bucket.getAvailableTokens();
    Duration held =
        Duration.ofNanos(calls <= 0 ? 0 : Math.max(0, heldUntil() - tempo.currentTimeNanos()));
    return waiting <= 0 || perSecond <= 0
        ? held
        : held.plus(Duration.ofMillis((long) (waiting / perSecond * 1000)));
  }

  /** Calls per second that it allows at the moment, where that changes. */
  public OptionalDouble rate() {
    return adaptive.map(found -> OptionalDouble.of(found.rate())).orElseGet(OptionalDouble::empty);
  }

  /** Told how long an answer took in real time, and whether the call was one too many. */
  void answered(Duration took, boolean tooMany) {
    adaptive.ifPresent(rule -> rule.answered(tempo.currentTimeNanos(), took, tooMany));
  }

  /**
   * A call was one too many although the promised limits were kept: there is a shorter one that
   * nothing tells of but the refusal.
   *
   * @param limit as the refusal tells it
   */
  void exceeded(OptionalLong limit) {
    if (!promised.isEmpty()) {
      shorter.exceeded(tempo.currentTimeNanos(), limit).ifPresent(this::keepTo);
    }
  }

  private void keepTo(long calls) {
    List<Limit> kept =
        promised.stream()
            .map(
                limit ->
                    limit.per().compareTo(SHORT) <= 0
                        ? new Limit(Math.min(calls, limit.calls()), limit.per())
                        : limit)
            .toList();
    var changed = BucketConfiguration.builder();
    kept.forEach(limit -> changed.addLimit(bandwidth(limit, share)));
    bucket.replaceConfiguration(changed.build(), TokensInheritanceStrategy.PROPORTIONALLY);
    steadyRate = rate(kept, share);
  }

  /** Waits for the turn of a call that counts as so many. */
  void take(int calls) {
    around.ifPresent(wider -> wider.take(calls));
    try {
      turn.lockInterruptibly();
      try {
        awaitHold();
        bucket.asBlocking().consume(calls, this::park);
        adaptive.ifPresent(this::await);
        awaitHold();
        if (!promised.isEmpty()) {
          shorter.sent(tempo.currentTimeNanos()).ifPresent(this::keepTo);
        }
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitHold() {
    while (held()) {
      park(heldUntil() - tempo.currentTimeNanos());
    }
  }

  private boolean held() {
    return heldUntil() > tempo.currentTimeNanos()
        && !tempo.halt().wished()
        && !Thread.currentThread().isInterrupted();
  }

  /** A call is to be made. */
  void comes() {
    underWay.incrementAndGet();
  }

  /** Its answer is there, or will never be. */
  void goes() {
    underWay.decrementAndGet();
  }

  private void await(AdaptiveRate rule) {
    long wait = rule.ask(tempo.currentTimeNanos());
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      park(wait);
      wait = rule.ask(tempo.currentTimeNanos());
    }
  }

  private void park(long nanos) {
    tempo.of(Duration.ofNanos(nanos));
  }

  /** Nobody calls for a while: the server said so. */
  synchronized void hold(Duration duration) {
    heldUntil = Math.max(heldUntil, tempo.currentTimeNanos() + duration.toNanos());
  }

  private synchronized long heldUntil() {
    return heldUntil;
  }

  /**
   * The server's own count of what is left of its hourly limit: when all but the customer's share
   * is used, nobody calls until it begins anew. Counts of shorter windows say nothing about the
   * hour and are left to the bucket.
   */
  void learn(long limit, long remaining, Optional<Duration> reset) {
    if (minutely) {
      learnMinute(limit);
      return;
    }
    if (limit < HOURLY) {
      return;
    }
    long usable = remaining - Math.round(limit * (1 - share));
    long excess = bucket.getAvailableTokens() - Math.max(0, usable - underWay.get());
    if (excess > 0) {
      bucket.consumeIgnoringRateLimits(excess);
    }
    if (usable <= 0) {
      reset
          .filter(wait -> wait.compareTo(HOUR) <= 0)
          .ifPresent(wait -> hold(wait.plus(Duration.ofSeconds(1))));
    }
  }

  private synchronized void learnMinute(long limit) {
    if (limit > 0 && limit != perMinute) {
      perMinute = limit;
      bucket.replaceConfiguration(
          BucketConfiguration.builder().addLimit(bandwidth(new Limit(limit, SHORT), share)).build(),
          TokensInheritanceStrategy.PROPORTIONALLY);
    }
  }
}
