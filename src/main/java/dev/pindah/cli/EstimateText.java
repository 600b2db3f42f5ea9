package dev.pindah.cli;

import dev.pindah.model.Product;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Hours;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.offer.Estimate;
import dev.pindah.model.offer.Quote;
import java.util.Locale;

/** The estimate on a terminal. */
final class EstimateText {
  private EstimateText() {}

  static void say(Output output, Estimate estimate) {
    output.say("basis: " + estimate.basis());
    output.say(
        String.format(
            Locale.ROOT,
            "%-10s %26s %26s %22s",
            "stage",
            "calls to source",
            "calls to target",
            "hours"));
    for (Hours hours : estimate.forecast().hours()) {
      line(
          output,
          hours.stage(),
          hours.sourceCalls(),
          hours.targetCalls().plus(hours.deskCalls()),
          hours.hours());
    }
    line(
        output,
        "sum",
        estimate.forecast().calls(Product.QONTAK),
        estimate
            .forecast()
            .calls(Product.FRESHSALES)
            .plus(estimate.forecast().calls(Product.FRESHDESK)),
        estimate.forecast().totalHours());
    output.say(
        String.format(
            Locale.ROOT,
            "room: ledger %s MB, files %s MB; days of people: %s",
            ranged(estimate.forecast().ledgerBytes().times(1e-6), 0),
            ranged(estimate.forecast().fileBytes().times(1e-6), 0),
            ranged(estimate.effort().days(), 1)));
    output.say(
        String.format(
            Locale.ROOT,
            "grade %s, %.1f points",
            estimate.grade().letter(),
            estimate.grade().points()));
    quote(output, estimate.quote());
    estimate.assumptions().forEach(text -> output.say("assumed: " + text));
    estimate.comparison().ifPresent(comparison -> compare(output, comparison));
  }

  private static void line(Output output, String stage, Range source, Range target, Range hours) {
    output.say(
        String.format(
            Locale.ROOT,
            "%-10s %26s %26s %22s",
            stage,
            ranged(source, 0),
            ranged(target, 0),
            ranged(hours, 1)));
  }

  private static String ranged(Range range, int decimals) {
    String form = "%,." + decimals + "f";
    return range.exact()
        ? String.format(Locale.ROOT, form, range.likely())
        : String.format(
            Locale.ROOT,
            form + " (" + form + "-" + form + ")",
            range.likely(),
            range.low(),
            range.high());
  }

  private static void quote(Output output, Quote quote) {
    String rule = String.join(" > ", quote.path());
    output.say(
        quote.individually()
            ? "quote " + quote.number() + ": scoped individually (" + rule + ")"
            : String.format(
                Locale.ROOT,
                "quote %s: %s %,.2f with %s, valid until %s (%s; no fee per record)",
                quote.number(),
                quote.currency(),
                quote.total(),
                quote.taxName(),
                quote.validUntil(),
                rule));
  }

  private static void compare(Output output, Comparison comparison) {
    output.say("forecast and actual:");
    for (Comparison.Line line : comparison.lines()) {
      if (line.actual() > 0 || line.foretold().likely() >= 1) {
        output.say(
            String.format(
                Locale.ROOT,
                "  %-10s %-58s %20s %8d%s",
                line.stage(),
                line.product().wire() + " " + line.endpoint(),
                ranged(line.foretold(), 0),
                line.actual(),
                line.within() ? "" : "  outside"));
      }
    }
  }
}
