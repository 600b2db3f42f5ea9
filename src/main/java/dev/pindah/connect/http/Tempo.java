package dev.pindah.connect.http;

import dev.pindah.connect.Halt;
import dev.pindah.connect.Pause;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How fast time passes: 1 for the real world, more in a rehearsal against a sandbox whose clock is
 * sped up as well. Waiting ends at once when a person wishes to stop.
 *
 * @param factor at least 1
 */
public record Tempo(double factor, Halt halt) implements Pause, TimeMeter {
  /** How long a wish to stop may go unnoticed. */
  private static final long SLICE = 100_000_000L;

  /** Counted from the start of the program: the machine's own count times the factor overflows. */
  private static final long START = System.nanoTime();

  public Tempo(double factor) {
    this(factor, new Halt());
  }

  @Override
  public void of(Duration duration) {
    long end = System.nanoTime() + (long) (duration.toNanos() / factor);
    try {
      for (long left = end - System.nanoTime();
          left > 0 && !halt.wished();
          left = end - System.nanoTime()) {
        Thread.sleep(Duration.ofNanos(Math.min(left, SLICE)));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long currentTimeNanos() {
    return (long) ((System.nanoTime() - START) * factor);
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
