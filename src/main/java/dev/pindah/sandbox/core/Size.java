package dev.pindah.sandbox.core;

/** How big the seeded source company is. */
public enum Size {
  /** For demos and tests; holds every quirk that the bigger ones hold. */
  TINY,
  /** A real small company: 20 000 contacts and what belongs to them. */
  STANDARD,
  /** Two million contacts; rows are made when asked for, memory stays flat. */
  LARGE
}
