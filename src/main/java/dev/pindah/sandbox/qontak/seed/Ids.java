package dev.pindah.sandbox.qontak.seed;

import java.util.OptionalLong;

/**
 * Ids of seeded rows: older rows have lower ids, but only roughly, so that nobody takes the order
 * of ids for the order of changes. Written rows go on above {@link #next}.
 */
record Ids(long first, long count) {

  private static final int BLOCK = 64;

  long id(long index) {
    return first + count - 1 - shuffled(index);
  }

  OptionalLong index(long id) {
    long position = first + count - 1 - id;
    return position < 0 || position >= count
        ? OptionalLong.empty()
        : OptionalLong.of(shuffled(position));
  }

  long next() {
    return first + count + 1000;
  }

  /** Its own inverse: within whole blocks the low bits are turned over by a mask of the block. */
  private long shuffled(long index) {
    long block = index / BLOCK;
    if ((block + 1) * BLOCK > count) {
      return index;
    }
    return index ^ (block * 37 + 21) % BLOCK;
  }
}
