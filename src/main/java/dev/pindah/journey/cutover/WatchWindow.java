package dev.pindah.journey.cutover;

import dev.pindah.ledger.WatchLooks.Look;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The 72 hours after a sign-off. They belong to the sign-off and not to the process that watches,
 * so that it may be stopped and started again.
 */
public final class WatchWindow {
  /** Real length. */
  public static final Duration LENGTH = Duration.ofDays(3);

  private final Instant signed;
  private final Clock clock;
  private final double factor;

  /**
   * A window.
   *
   * @param factor how much faster time passes: rehearsals only
   */
  public WatchWindow(Instant signed, Clock clock, double factor) {
    this.signed = signed;
    this.clock = clock;
    this.factor = factor;
  }

  public Instant end() {
    return signed.plus(scaled(LENGTH));
  }

  public boolean over() {
    return !clock.instant().isBefore(end());
  }

  /** Until the next look: the last one is at the end, not after it. */
  public Duration pause(Duration every) {
    Duration left = Duration.between(clock.instant(), end()).multipliedBy((long) factor);
    return left.isNegative() || left.compareTo(every) > 0 ? every : left;
  }

  private Duration scaled(Duration real) {
    return Duration.ofMillis((long) (real.toMillis() / factor));
  }

  /** Why people should hear of the newest look; empty when it is no news. */
  public static Optional<String> news(List<Look> looks, boolean over) {
    if (looks.isEmpty()) {
      return Optional.empty();
    }
    Look now = looks.getLast();
    Look before =
        looks.size() > 1 ? looks.get(looks.size() - 2) : new Look(now.at(), 0, 0, 0, true);
    if (over) {
      return Optional.of(
          now.broken() == 0 && now.reached()
              ? "the watch is over without damage"
              : "the watch is over and something is open");
    }
    if (now.reached() != before.reached()) {
      return Optional.of(now.reached() ? "both sides answer again" : "a side cannot be reached");
    }
    if (now.broken() != before.broken()) {
      return Optional.of(
          now.broken() > before.broken() ? "something is broken" : "fewer findings than before");
    }
    return now.lateWrites() > before.lateWrites()
        ? Optional.of("somebody still writes in Qontak")
        : Optional.empty();
  }
}
