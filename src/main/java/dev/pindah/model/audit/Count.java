package dev.pindah.model.audit;

import dev.pindah.model.forecast.Range;

/**
 * How many records there are.
 *
 * @param basis where the number comes from
 */
public record Count(Range number, Basis basis) {
  /** Where a number comes from. */
  public enum Basis {
    /** Every record was read. */
    EXTRACTED,
    /** The account's own count. */
    COUNTED,
    /** From some records, with the range that their number allows. */
    SAMPLED,
    /** As many were seen; there may be more. */
    AT_LEAST,
    /** Typed in by a person. */
    TYPED
  }

  public static Count exactly(long number, Basis basis) {
    return new Count(Range.exactly((double) number), basis);
  }
}
