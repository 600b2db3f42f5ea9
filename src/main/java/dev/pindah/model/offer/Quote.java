package dev.pindah.model.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A price by the rules of {@code pricing.yaml}.
 *
 * @param number names this quote; the same quote of the same day has the same number
 * @param path category, source, destination, grade and volume band, as they were looked up
 * @param lines what is charged; empty when it is scoped individually
 * @param rate units of the price list's currency for one of this quote's
 */
public record Quote(
    String number,
    String customer,
    LocalDate date,
    LocalDate validUntil,
    List<String> path,
    long records,
    boolean individually,
    String currency,
    BigDecimal rate,
    List<Line> lines,
    BigDecimal net,
    String taxName,
    BigDecimal taxPercent,
    BigDecimal tax,
    BigDecimal total) {
  public Quote {
    path = List.copyOf(path);
    lines = List.copyOf(lines);
  }

  /** One line. */
  public record Line(String what, BigDecimal amount) {}
}
