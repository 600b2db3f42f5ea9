package dev.pindah.journey.discover.estimate;

import dev.pindah.journey.discover.estimate.Pricing.Band;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.offer.Quote;
import dev.pindah.model.offer.Quote.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks a price up; nothing is charged by the record. */
public final class MakeQuote {
  /** More than this is scoped individually, whatever a price list says. */
  static final long INDIVIDUALLY = 2_000_000;

  private static final String PLACE = "crm/qontak/freshsales/";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private MakeQuote() {}

  /**
   * The quote.
   *
   * @param extras names of what the account has beside its records
   * @param currency three letters, of the price list or with a rate in it
   * @throws IllegalArgumentException the price list has no such currency or no price
   */
  public static Quote of(
      Pricing pricing,
      char grade,
      long records,
      List<String> extras,
      String customer,
      String currency,
      LocalDate date) {
    BigDecimal rate = rate(pricing, currency);
    Optional<Band> band = pricing.band(PLACE + grade, records);
    boolean individually = records > INDIVIDUALLY || band.isEmpty();
    List<String> path = new ArrayList<>(List.of((PLACE + grade).split("/")));
    path.add(
        individually
            ? "scoped individually"
            : String.format(Locale.ROOT, "up to %,d records", band.orElseThrow().records()));
    List<Line> lines = new ArrayList<>();
    if (!individually) {
      lines.add(new Line("migration", in(currency, band.orElseThrow().price(), rate)));
      for (String extra : extras) {
        BigDecimal price = pricing.extras().getOrDefault(extra, BigDecimal.ZERO);
        if (price.signum() > 0) {
          lines.add(new Line(extra, in(currency, price, rate)));
        }
      }
    }
    BigDecimal net = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax =
        rounded(
            currency, net.multiply(pricing.taxPercent()).divide(HUNDRED, 10, RoundingMode.HALF_UP));
    return new Quote(
        number(date, customer, path, lines),
        customer,
        date,
        date.plusDays(pricing.validDays()),
        path,
        records,
        individually,
        currency,
        rate,
        lines,
        net,
        pricing.taxName(),
        pricing.taxPercent(),
        tax,
        net.add(tax));
  }

  private static BigDecimal rate(Pricing pricing, String currency) {
    if (currency.equals(pricing.currency())) {
      return BigDecimal.ONE;
    }
    return Optional.ofNullable(pricing.exchange().get(currency))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the price list has no rate for "
                        + currency
                        + "; it knows "
                        + known(pricing)
                        + " — add it under 'exchange' in pricing.yaml"));
  }

  private static String known(Pricing pricing) {
    List<String> known = new ArrayList<>(List.of(pricing.currency()));
    pricing.exchange().keySet().stream().sorted().forEach(known::add);
    return String.join(", ", known);
  }

  private static BigDecimal in(String currency, BigDecimal amount, BigDecimal rate) {
    return rounded(currency, amount.divide(rate, 10, RoundingMode.HALF_UP));
  }

  /** A rupiah has no parts that anybody pays. */
  private static BigDecimal rounded(String currency, BigDecimal amount) {
    return amount.setScale(currency.equals("IDR") ? 0 : 2, RoundingMode.HALF_UP);
  }

  private static String number(
      LocalDate date, String customer, List<String> path, List<Line> lines) {
    String content = customer + "\n" + path + "\n" + lines;
    return "Q-"
        + date.toString().replace("-", "")
        + "-"
        + Fingerprint.of(content).substring(0, 6).toUpperCase(Locale.ROOT);
  }

  /** Prices by volume band, for the pair sheet: bands to price. */
  public static Map<Long, BigDecimal> bands(Pricing pricing, char grade) {
    Map<Long, BigDecimal> bands = new java.util.TreeMap<>();
    pricing
        .prices()
        .getOrDefault(PLACE + grade, List.of())
        .forEach(band -> bands.put(band.records(), band.price()));
    return bands;
  }
}
