package dev.pindah.connect;

import java.time.Duration;

/** Waits; a rehearsal waits shorter. */
@FunctionalInterface
public interface Pause {
  /** Returns when the time has passed; an interrupt ends the wait and stays set. */
  void of(Duration duration);
}
