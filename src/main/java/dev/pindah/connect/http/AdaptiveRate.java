package dev.pindah.connect.http;

import java.time.Duration;

/**
 * Finds out how many calls a server bears that publishes no limit: a little more for every while in
 * which it answers fast, half as much when it refuses a call for being one too many or becomes
 * slow. Told the time, so that it can be tried without waiting; times are nanoseconds of any clock
 * that only moves on.
 */
final class AdaptiveRate {
  /** Calls per second with which it begins. */
  static final double START = 2;

  /** The most that other clients of this API were seen to use unharmed. */
  static final double MOST = 10;

  private static final double LEAST = 0.5;
  private static final double STEP = 0.5;

  /** Below the start the limit is near. */
  private static final double SMALL_STEP = 0.1;

  private static final Duration WHILE = Duration.ofSeconds(5);
  private static final Duration TOGETHER = Duration.ofSeconds(2);
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration FAST = Duration.ofSeconds(1);
  private static final double SECOND = 1e9;

  private double rate = START;
  private long next;
  private long changed;
  private boolean began;

  /** Whether the last change was a drop. */
  private boolean dropped;

  /**
   * Asks for a call's turn.
   *
   * @return 0 when the call may leave now and is counted; else how long until it is worth asking
   */
  synchronized long ask(long now) {
    if (!began) {
      began = true;
      next = now;
      changed = now;
    }
    if (now < next) {
      return next - now;
    }
    long interval = (long) (SECOND / rate);
    // A turn that was overslept by less than its length is not lost.
    next = Math.max(next, now - interval) + interval;
    return 0;
  }

  /**
   * An answer came.
   *
   * @param tooMany the server said that it was one call too many
   */
  synchronized void answered(long now, Duration took, boolean tooMany) {
    if (tooMany || took.compareTo(SLOW) > 0) {
      // Calls that were under way together suffer together: that is one piece of news.
      if (!dropped || now - changed >= TOGETHER.toNanos()) {
        change(now, Math.max(LEAST, rate / 2));
        dropped = true;
      }
    } else if (now - changed >= WHILE.toNanos() && took.compareTo(FAST) <= 0) {
      change(now, Math.min(MOST, rate + (rate < START ? SMALL_STEP : STEP)));
      dropped = false;
    }
  }

  private void change(long now, double to) {
    rate = to;
    changed = now;
  }

  synchronized double rate() {
    return rate;
  }
}
