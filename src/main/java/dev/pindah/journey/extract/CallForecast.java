package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Calls that one slice of the source will take.
 *
 * @param what the slice, in words
 */
public record CallForecast(String what, long calls) {
  /** What is given record by record costs one call for each. */
  static List<CallForecast> of(RecordReader records, Ledger ledger, Set<ObjectName> without) {
    List<CallForecast> forecasts = new ArrayList<>();
    for (ObjectName object : records.thin()) {
      if (!without.contains(object)) {
        forecasts.add(new CallForecast(object.wire() + " in full", count(ledger, object)));
      }
    }
    for (Branch branch : records.branches()) {
      if (!without.contains(branch.child())) {
        forecasts.add(
            new CallForecast(
                branch.child().wire() + " of " + branch.parent().wire(),
                count(ledger, branch.parent())));
      }
    }
    return forecasts;
  }

  private static long count(Ledger ledger, ObjectName object) {
    return ledger.read(tables -> tables.sourceRecords().count(object));
  }

  /** How long so many calls take at a rate, in words. */
  static String time(long calls, double callsPerSecond) {
    Duration time = Duration.ofMillis((long) (calls * 1000 / callsPerSecond));
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
  }
}
