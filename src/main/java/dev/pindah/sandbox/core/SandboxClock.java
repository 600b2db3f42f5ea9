package dev.pindah.sandbox.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Simulated time: starts at the wall clock's and runs {@code speed} times as fast, so that with 60
 * an hour's quota is back after a minute. What a client signs with its own clock is judged by
 * {@link #wall()}.
 */
public final class SandboxClock implements InstantSource {

  private final InstantSource wall;
  private final Instant start;
  private final double speed;
  private final AtomicReference<Duration> advanced = new AtomicReference<>(Duration.ZERO);

  public SandboxClock(InstantSource wall, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, not " + speed);
    }
    this.wall = wall;
    this.start = wall.instant();
    this.speed = speed;
  }

  /** Simulated now: of quotas, tokens, index lag, and the dates written on records. */
  @Override
  public Instant instant() {
    double elapsed = Duration.between(start, wall.instant()).toNanos() * speed;
    return start.plusNanos((long) elapsed).plus(advanced.get());
  }

  /** Real now. */
  public Instant wall() {
    return wall.instant();
  }

  public double speed() {
    return speed;
  }

  /** How long a simulated time lasts for a caller who waits; at least what it takes, never less. */
  public Duration toWall(Duration simulated) {
    return Duration.ofNanos((long) Math.ceil(simulated.toNanos() / speed));
  }

  /** Jumps forward, as if the time had passed. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time runs forward");
    }
    advanced.accumulateAndGet(by, Duration::plus);
  }
}
