package dev.pindah.journey;

import java.util.Locale;

/** The ten stages, in order. Command, package and page of the docs carry the same word. */
public enum Stage {
  DISCOVER,
  MAP,
  PREPARE,
  EXTRACT,
  TRANSFORM,
  LOAD,
  RECONCILE,
  CUTOVER,
  ROLLBACK,
  HANDOFF;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
