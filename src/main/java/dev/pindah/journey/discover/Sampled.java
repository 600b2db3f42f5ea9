package dev.pindah.journey.discover;

import dev.pindah.model.forecast.Range;

/** A quantity per record, seen on some records, and what it comes to over all of them. */
final class Sampled {
  /** Standard errors to either side: nineteen of twenty samples lie within. */
  private static final double ERRORS = 2;

  private long records;
  private double sum;
  private double squares;

  void add(double quantity) {
    records++;
    sum += quantity;
    squares += quantity * quantity;
  }

  long records() {
    return records;
  }

  double sum() {
    return sum;
  }

  /** What so many records have together; exact when all of them were seen. */
  Range total(Range population) {
    if (records == 0) {
      return Range.ZERO;
    }
    if (population.exact() && records >= population.likely()) {
      return Range.exactly(sum);
    }
    double mean = sum / records;
    double spread = Math.sqrt(Math.max(0, squares / records - mean * mean));
    // Few records that are all alike say little: one more may have one more.
    double error = ERRORS * spread / Math.sqrt((double) records) + 1.0 / records;
    double low = Math.max(sum, (mean - error) * population.low());
    double likely = Math.max(low, mean * population.likely());
    return new Range(low, likely, Math.max(likely, (mean + error) * population.high()));
  }
}
