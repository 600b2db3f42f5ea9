package dev.pindah.sandbox.freshsales.auth;

import java.time.Duration;
import java.time.Instant;

/** A count of calls in a fixed window that opens with its first call. */
final class Window {

  private final Duration length;
  private Instant end = Instant.MIN;
  private int used;

  Window(Duration length) {
    this.length = length;
  }

  /** Takes a call if there is one left. */
  boolean take(Instant now, int limit) {
    if (!now.isBefore(end)) {
      end = now.plus(length);
      used = 0;
    }
    if (used >= limit) {
      return false;
    }
    used++;
    return true;
  }

  int left(int limit) {
    return Math.max(0, limit - used);
  }

  /** Seconds until the window opens anew, rounded up. */
  long secondsLeft(Instant now) {
    return Math.max(1, (Duration.between(now, end).toMillis() + 999) / 1000);
  }
}
