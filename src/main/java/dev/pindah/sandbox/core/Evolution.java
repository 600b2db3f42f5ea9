package dev.pindah.sandbox.core;

/** How much life goes on: so many records of each object are changed, added, deleted. */
public record Evolution(int changed, int added, int deleted) {
  public Evolution {
    if (changed < 0 || added < 0 || deleted < 0) {
      throw new IllegalArgumentException("an evolution counts from 0 up");
    }
  }
}
