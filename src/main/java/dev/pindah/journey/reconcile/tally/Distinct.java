package dev.pindah.journey.reconcile.tally;

import java.nio.ByteBuffer;
import java.util.TreeSet;

/**
 * How many different values there were, in bounded memory: it keeps the smallest hashes only. Up to
 * as many values as it keeps the answer is exact; above, an estimate that is the same for the same
 * values in any order.
 */
final class Distinct {
  private static final int KEPT = 4096;
  private static final double HASHES = Math.pow(2, 63);

  private final TreeSet<Long> smallest = new TreeSet<>();

  /** Adds a value by its SHA-256. */
  void add(byte[] sha256) {
    long hash = ByteBuffer.wrap(sha256).getLong() >>> 1;
    if (smallest.size() < KEPT) {
      smallest.add(hash);
    } else if (hash < smallest.last() && smallest.add(hash)) {
      smallest.pollLast();
    }
  }

  long count() {
    return smallest.size() < KEPT
        ? smallest.size()
        : Math.round((KEPT - 1) / (smallest.last() / HASHES));
  }
}
