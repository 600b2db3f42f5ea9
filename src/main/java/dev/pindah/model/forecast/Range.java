package dev.pindah.model.forecast;

import java.util.function.DoubleUnaryOperator;

/** A quantity that is known, or known to lie between two others. */
public record Range(double low, double likely, double high) {
  public static final Range ZERO = new Range(0, 0, 0);

  public Range {
    boolean ordered = low >= 0 && low <= likely && likely <= high && high < 1e15;
    if (!ordered) {
      throw new IllegalArgumentException(
          "no range: " + low + " to " + likely + " to " + high + "; low comes first");
    }
  }

  public static Range exactly(double quantity) {
    return new Range(quantity, quantity, quantity);
  }

  /** A count; none is so large that its digits matter here. */
  public static Range exactly(long quantity) {
    return exactly((double) quantity);
  }

  public static Range of(double low, double likely, double high) {
    return new Range(low, likely, high);
  }

  public boolean exact() {
    return low == high;
  }

  public Range plus(Range other) {
    return new Range(low + other.low, likely + other.likely, high + other.high);
  }

  public Range times(double factor) {
    return new Range(low * factor, likely * factor, high * factor);
  }

  public Range times(Range factor) {
    return new Range(low * factor.low, likely * factor.likely, high * factor.high);
  }

  /** Each bound by itself; the function must not fall. */
  Range each(DoubleUnaryOperator function) {
    return new Range(
        function.applyAsDouble(low), function.applyAsDouble(likely), function.applyAsDouble(high));
  }

  /** How many sets of a size hold so many. */
  Range sets(int size) {
    return each(quantity -> Math.ceil(quantity / size));
  }

  Range atMost(Range other) {
    return new Range(
        Math.min(low, other.low), Math.min(likely, other.likely), Math.min(high, other.high));
  }

  /** The likely quantity as a whole number. */
  public long rounded() {
    return Math.round(likely);
  }
}
