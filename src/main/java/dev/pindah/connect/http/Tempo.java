package dev.pindah.connect.http;

import dev.pindah.connect.Pause;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How fast time passes: 1 for the real world, more in a rehearsal against a sandbox whose clock is
 * sped up as well.
 *
 * @param factor at least 1
 */
public record Tempo(double factor) implements Pause, TimeMeter {
  @Override
  public void of(Duration duration) {
    try {
      Thread.sleep(Duration.ofNanos((long) (duration.toNanos() / factor)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long currentTimeNanos() {
    return (long) (System.nanoTime() * factor);
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
