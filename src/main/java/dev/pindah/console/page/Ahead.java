package dev.pindah.console.page;

import dev.pindah.ledger.Audits.Foretold;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Product;
import dev.pindah.model.forecast.Actual;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Hours;
import dev.pindah.model.forecast.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls that were made, and what the forecast says is left of them and of the time, until both
 * sides are compared.
 *
 * @param source calls to the source
 * @param target calls to the CRM and the helpdesk
 * @param left hours under the limits of both sides; empty where nothing was foretold
 */
record Ahead(Calls source, Calls target, Optional<Range> left) {
  /** Stages that the time is asked for; the cutover is at a person's hour. */
  private static final List<String> STAGES = List.of("prepare", "extract", "load", "reconcile");

  /**
   * Calls to one side.
   *
   * @param left likely ones; empty where nothing was foretold
   */
  record Calls(long used, Optional<Long> left) {
    int percent() {
      long whole = used + left.orElse(0L);
      return whole == 0 ? 0 : (int) (used * 100 / whole);
    }
  }

  /** Where nothing is left. */
  boolean over() {
    return left.map(hours -> hours.high() == 0).orElse(false);
  }

  static Duration time(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3_600));
  }

  static Ahead of(Tables tables, List<JourneyStep> steps) {
    Actual actual = tables.stageCalls().actual();
    List<Foretold> foretold = tables.audits().foretold();
    Optional<Forecast> forecast =
        foretold.isEmpty() ? Optional.empty() : Optional.of(foretold.getLast().forecast());
    List<String> open =
        STAGES.stream()
            .filter(
                stage -> steps.stream().noneMatch(step -> step.word().equals(stage) && step.done()))
            .toList();
    return new Ahead(
        new Calls(
            tables.callCounts().total(Product.QONTAK),
            forecast.map(known -> left(known, actual, open, List.of(Product.QONTAK)))),
        new Calls(
            tables.callCounts().total(Product.FRESHSALES)
                + tables.callCounts().total(Product.FRESHDESK),
            forecast.map(
                known ->
                    left(known, actual, open, List.of(Product.FRESHSALES, Product.FRESHDESK)))),
        forecast.map(known -> hours(known, actual, open)));
  }

  private static long left(
      Forecast forecast, Actual actual, List<String> open, List<Product> products) {
    long left = 0;
    for (String stage : open) {
      for (Product product : products) {
        left +=
            Math.max(
                0,
                forecast.calls(stage, product).rounded() - used(actual, stage, List.of(product)));
      }
    }
    return left;
  }

  private static long used(Actual actual, String stage, List<Product> products) {
    return actual.calls().stream()
        .filter(calls -> calls.stage().equals(stage) && products.contains(calls.product()))
        .mapToLong(Actual.Calls::calls)
        .sum();
  }

  /** What is left of a stage by the calls that it has made. */
  private static Range hours(Forecast forecast, Actual actual, List<String> open) {
    return forecast.hours().stream()
        .filter(hours -> open.contains(hours.stage()))
        .map(hours -> hours.hours().times(1 - share(hours, actual)))
        .reduce(Range.ZERO, Range::plus);
  }

  private static double share(Hours hours, Actual actual) {
    double foretold =
        hours.sourceCalls().plus(hours.targetCalls()).plus(hours.deskCalls()).likely();
    long used = used(actual, hours.stage(), List.of(Product.values()));
    return foretold <= 0 ? 0 : Math.min(1, used / foretold);
  }
}
