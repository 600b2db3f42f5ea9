package dev.pindah.cli;

import dev.pindah.journey.Stage;
import dev.pindah.journey.discover.estimate.MakeQuote;
import dev.pindah.journey.discover.estimate.Pricing;
import dev.pindah.journey.discover.judge.Published;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.schema.Plan;
import dev.pindah.report.Words;
import dev.pindah.report.audit.PairSheet;
import dev.pindah.report.audit.PairSheet.Example;
import dev.pindah.report.audit.PairSheet.Pair;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sheet of the pair, from the same data as discover and estimate, so that it cannot go stale.
 */
final class PairSheetFile {
  private static final List<Long> CONTACTS =
      List.of(1_000L, 5_000L, 20_000L, 50_000L, 100_000L, 250_000L);

  private PairSheetFile() {}

  static String page(Pricing pricing, Words words) {
    Grade grade = Published.grade();
    return PairSheet.page(
        new Pair(
            Published.compatibility(),
            Published.ours(),
            Published.traps(),
            Arrays.stream(Stage.values()).map(Stage::wire).toList(),
            grade,
            CONTACTS.stream().map(PairSheetFile::example).toList(),
            MakeQuote.bands(pricing, grade.letter()),
            pricing.currency()),
        words);
  }

  /** An account of a usual shape. */
  private static Example example(long contacts) {
    Map<ObjectName, Range> counts = new EnumMap<>(ObjectName.class);
    counts.put(ObjectName.CONTACT, Range.exactly(contacts));
    counts.put(ObjectName.COMPANY, Range.exactly(contacts / 5));
    counts.put(ObjectName.DEAL, Range.exactly(contacts / 4));
    counts.put(ObjectName.TASK, Range.exactly(contacts / 5));
    counts.put(ObjectName.TICKET, Range.exactly(contacts / 5));
    counts.put(ObjectName.NOTE, Range.exactly(contacts));
    Volumes volumes = Volumes.of(counts, Map.of());
    Map<Plan, Range> hours = new EnumMap<>(Plan.class);
    for (Plan plan : Plan.values()) {
      hours.put(plan, forecast(volumes, plan).totalHours());
    }
    Forecast forecast = forecast(volumes, Plan.GROWTH);
    return new Example(
        contacts,
        volumes.moving().rounded(),
        forecast.calls(Product.QONTAK),
        forecast.calls(Product.FRESHSALES),
        hours);
  }

  private static Forecast forecast(Volumes volumes, Plan plan) {
    return Forecast.of(
        volumes, new Terms(Terms.USUAL_PACE, plan, 0.9, true, false, Set.of(), Set.of(), 1));
  }
}
