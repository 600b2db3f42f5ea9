package dev.pindah.console.page;

import dev.pindah.model.proof.Business;
import dev.pindah.report.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Value of deals, source beside target. Amounts of different currencies are never added up.
 *
 * @param charts by month, one per currency
 * @param stages by pipeline, stage and currency
 */
record DealTotals(List<Chart> charts, List<Stage> stages) {
  /** Months that are drawn one by one; what lies before them is one column. */
  private static final int MONTHS = 36;

  private static final String EARLIER = "earlier";

  DealTotals {
    charts = List.copyOf(charts);
    stages = List.copyOf(stages);
  }

  /**
   * Months of one currency.
   *
   * @param most amount of the tallest column
   */
  record Chart(String currency, String most, List<Month> months) {}

  /**
   * Deal value of a month.
   *
   * @param month yyyy-MM, {@code earlier}, or blank where no date is known
   * @param tall height of the column that was meant, 0 to 100
   * @param found height of the one that stands
   */
  record Month(String month, String meant, String stands, int tall, int found) {
    /** Year and month in five characters; a dash for anything else. */
    String shortName() {
      return month.matches("\\d{4}-\\d{2}")
          ? month.substring(2)
          : month.equals(EARLIER) ? "…" : "–";
    }
  }

  /** Deal value of a stage. */
  record Stage(
      String pipeline,
      String stage,
      String currency,
      long deals,
      String source,
      String found,
      boolean equal) {}

  private record Place(String pipeline, String stage, String currency) {}

  private record Pair(BigDecimal meant, BigDecimal stands) {
    static Pair of(List<Business.Line> lines) {
      return new Pair(sum(lines, Business.Line::meant), sum(lines, Business.Line::found));
    }

    BigDecimal most() {
      return meant.max(stands);
    }
  }

  static DealTotals of(List<Business.Line> lines, Names names) {
    List<Chart> charts = new ArrayList<>();
    new TreeMap<>(lines.stream().collect(Collectors.groupingBy(Business.Line::currency)))
        .forEach((currency, of) -> charts.add(chart(names.of(currency), of)));
    Comparator<Place> order =
        Comparator.comparing(Place::pipeline)
            .thenComparing(Place::stage)
            .thenComparing(Place::currency);
    Map<Place, List<Business.Line>> places = new TreeMap<>(order);
    lines.forEach(
        line ->
            places
                .computeIfAbsent(
                    new Place(
                        names.of(line.pipeline()),
                        names.of(line.stage()),
                        names.of(line.currency())),
                    first -> new ArrayList<>())
                .add(line));
    List<Stage> stages = new ArrayList<>();
    places.forEach(
        (place, of) ->
            stages.add(
                new Stage(
                    place.pipeline(),
                    place.stage(),
                    place.currency(),
                    of.stream().mapToLong(Business.Line::dealsFound).sum(),
                    sum(of, Business.Line::source).toPlainString(),
                    sum(of, Business.Line::found).toPlainString(),
                    of.stream().allMatch(Business.Line::equal))));
    return new DealTotals(charts, stages);
  }

  private static Chart chart(String currency, List<Business.Line> lines) {
    List<String> known =
        lines.stream()
            .map(Business.Line::month)
            .filter(month -> !month.isBlank())
            .distinct()
            .sorted()
            .toList();
    List<String> drawn = known.subList(Math.max(0, known.size() - MONTHS), known.size());
    Map<String, Pair> columns =
        new TreeMap<>(
            Comparator.comparingInt(DealTotals::place).thenComparing(Comparator.naturalOrder()));
    lines.stream()
        .collect(Collectors.groupingBy(line -> column(line.month(), drawn)))
        .forEach((month, of) -> columns.put(month, Pair.of(of)));
    BigDecimal most =
        columns.values().stream().map(Pair::most).reduce(BigDecimal.ONE, BigDecimal::max);
    List<Month> months = new ArrayList<>();
    columns.forEach(
        (month, pair) ->
            months.add(
                new Month(
                    month,
                    pair.meant().toPlainString(),
                    pair.stands().toPlainString(),
                    tall(pair.meant(), most),
                    tall(pair.stands(), most))));
    return new Chart(currency, most.toPlainString(), months);
  }

  private static String column(String month, List<String> drawn) {
    return month.isBlank() || drawn.contains(month) ? month : EARLIER;
  }

  /** What is earlier comes first, what has no date last. */
  private static int place(String month) {
    return month.equals(EARLIER) ? 0 : month.isBlank() ? 2 : 1;
  }

  private static int tall(BigDecimal amount, BigDecimal most) {
    return amount
        .multiply(BigDecimal.valueOf(100))
        .divide(most, 0, RoundingMode.HALF_UP)
        .max(BigDecimal.ZERO)
        .intValue();
  }

  private static BigDecimal sum(List<Business.Line> lines, Function<Business.Line, String> amount) {
    return lines.stream()
        .map(amount)
        .map(DealTotals::decimal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notDecimal) {
      return BigDecimal.ZERO;
    }
  }
}
