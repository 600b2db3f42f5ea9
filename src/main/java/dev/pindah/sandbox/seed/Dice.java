package dev.pindah.sandbox.seed;

import java.util.List;
import java.util.UUID;

/**
 * Randomness without state: what falls for a salt and an index depends on nothing else but the
 * seed.
 */
public record Dice(long seed) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** 64 well-mixed bits. */
  public long bits(String salt, long index) {
    return mix(mix(seed + GOLDEN * salt.hashCode()) + GOLDEN * (index + 1));
  }

  /** From 0 up to, not including, the bound. */
  public int below(String salt, long index, int bound) {
    return (int) Long.remainderUnsigned(bits(salt, index), bound);
  }

  /** From 0 up to, not including, the bound. */
  public long belowLong(String salt, long index, long bound) {
    return Long.remainderUnsigned(bits(salt, index), bound);
  }

  public boolean percent(String salt, long index, int percent) {
    return below(salt, index, 100) < percent;
  }

  public <T> T of(String salt, long index, List<T> choices) {
    return choices.get(below(salt, index, choices.size()));
  }

  public UUID uuid(String salt, long index) {
    long high = bits(salt, index);
    long low = mix(high + GOLDEN);
    return new UUID(
        (high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
