package dev.pindah.journey.discover.estimate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A price list.
 *
 * @param exchange what one unit of another currency is worth in {@code currency}
 * @param prices bands by {@code category/source/destination/grade}, from small to large
 * @param extras fixed prices by name
 * @param minutes of people by kind of work
 */
public record Pricing(
    String currency,
    int validDays,
    String taxName,
    BigDecimal taxPercent,
    Map<String, BigDecimal> exchange,
    Map<String, List<Band>> prices,
    Map<String, BigDecimal> extras,
    Map<String, Double> minutes) {
  public Pricing {
    exchange = Map.copyOf(exchange);
    prices = Map.copyOf(prices);
    extras = Map.copyOf(extras);
    minutes = Map.copyOf(minutes);
  }

  /** A price for up to so many records. */
  public record Band(long records, BigDecimal price) {}

  Optional<Band> band(String place, long records) {
    return prices.getOrDefault(place, List.of()).stream()
        .filter(band -> records <= band.records())
        .findFirst();
  }

  double minutes(String work) {
    return minutes.getOrDefault(work, 0.0);
  }
}
