package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.Fingerprint;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Aggregate.Measure;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** One attribute on one side, added up value by value. */
final class Side {
  private static final int OPTIONS = 24;
  private static final int REPEATS = 3;

  private final Distinct distinct = new Distinct();
  private final Map<String, Long> options = new TreeMap<>();
  private boolean manyOptions;
  private long filled;
  private boolean numbers = true;
  private boolean days = true;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal least = BigDecimal.ZERO;
  private BigDecimal most = BigDecimal.ZERO;
  private String first = "";
  private String last = "";
  private long length;
  private int shortest;
  private int longest;

  /** Adds a filled value. */
  void add(String value) {
    distinct.add(HexFormat.of().parseHex(Fingerprint.of(value)));
    option(value);
    text(value);
    numbers &= Plain.decimal(value).isPresent();
    Plain.decimal(value).ifPresent(this::number);
    days &= value.matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?");
    filled++;
  }

  private void option(String value) {
    if (!manyOptions) {
      options.merge(value, 1L, Long::sum);
      manyOptions = options.size() > OPTIONS;
    }
    if (manyOptions) {
      options.clear();
    }
  }

  private void text(String value) {
    first = filled == 0 || value.compareTo(first) < 0 ? value : first;
    last = filled == 0 || value.compareTo(last) > 0 ? value : last;
    shortest = filled == 0 ? value.length() : Math.min(shortest, value.length());
    longest = Math.max(longest, value.length());
    length += value.length();
  }

  private void number(BigDecimal number) {
    sum = sum.add(number);
    least = filled == 0 ? number : least.min(number);
    most = filled == 0 ? number : most.max(number);
  }

  Measure measure() {
    if (filled == 0) {
      return Measure.LENGTH;
    }
    return numbers ? Measure.NUMBER : days ? Measure.DAY : Measure.LENGTH;
  }

  /**
   * What it came to.
   *
   * @param records all records, filled or not
   */
  Aggregate.Side result(Measure measure, long records) {
    Map<String, Long> kept = filled >= (long) options.size() * REPEATS ? options : Map.of();
    if (filled == 0) {
      return new Aggregate.Side(records, 0, 0, "", "", "", Map.of());
    }
    return switch (measure) {
      case NUMBER ->
          new Aggregate.Side(
              records,
              filled,
              distinct.count(),
              Plain.number(least),
              Plain.number(most),
              Plain.number(sum),
              kept);
      case DAY -> new Aggregate.Side(records, filled, distinct.count(), first, last, "", kept);
      case LENGTH ->
          new Aggregate.Side(
              records,
              filled,
              distinct.count(),
              Integer.toString(shortest),
              Integer.toString(longest),
              Long.toString(length),
              kept);
    };
  }
}
