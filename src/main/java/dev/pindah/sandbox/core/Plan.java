package dev.pindah.sandbox.core;

/** The plan of the simulated target accounts. */
public enum Plan {
  FREE,
  GROWTH,
  PRO,
  ENTERPRISE
}
