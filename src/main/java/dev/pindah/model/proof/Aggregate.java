package dev.pindah.model.proof;

import java.util.Map;
import java.util.TreeMap;

/**
 * One target attribute over all records of an object, as meant and as found.
 *
 * @param attribute API name on the target
 * @param measure what min, max and sum are of: number, day or length of the text (values of texts
 *     are nobody's business here)
 */
public record Aggregate(String object, String attribute, Measure measure, Side meant, Side found) {
  /** What is added up. */
  public enum Measure {
    NUMBER,
    DAY,
    LENGTH
  }

  /** Whether both sides say the same. */
  public boolean equal() {
    return meant.equals(found);
  }

  /**
   * One side.
   *
   * @param distinct exact up to 4,096 different values, estimated above
   * @param sum blank for days
   * @param options counts per value, where few values repeat; else empty
   */
  public record Side(
      long records,
      long filled,
      long distinct,
      String min,
      String max,
      String sum,
      Map<String, Long> options) {
    public Side {
      options = new TreeMap<>(options);
    }

    /** Share of records without a value, 0 to 1. */
    public double nullRate() {
      return records == 0 ? 0 : (records - filled) / (double) records;
    }
  }
}
