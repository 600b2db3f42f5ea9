package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.ledger.CallCounts.LoadCalls;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.util.List;

/** Keeps the books of calls: what the plans should take, and what was taken. */
final class Economy {
  /** Calls that only look at what is there. */
  static final String READ = "read";

  private final Destination destination;
  private final Ledger ledger;
  private final ProgressSink progress;
  private final Forecast forecast;

  Economy(Destination destination, Ledger ledger, ProgressSink progress) {
    this.destination = destination;
    this.ledger = ledger;
    this.progress = progress;
    this.forecast = new Forecast(destination.bulk());
  }

  /** Work that calls the target. */
  interface Work {
    long run();
  }

  /** Carries plans out, and writes down what that took. */
  long of(ObjectName object, String part, List<Plan> plans, Work work) {
    return of(object, part, forecast.calls(plans), work);
  }

  long of(ObjectName object, String part, long expected, Work work) {
    long before = destination.calls();
    try {
      return work.run();
    } finally {
      long used = destination.calls() - before;
      if (expected + used > 0) {
        ledger.record(
            tables -> tables.callCounts().load(new LoadCalls(object, part, expected, used)));
      }
    }
  }

  /** Tells how far a part is, and how long its rest takes by the limits: at its pace in calls. */
  void tell(String what, TargetModule module, long done, long total, long used) {
    long rest = done == 0 ? 0 : Math.round((double) used / done * Math.max(0, total - done));
    progress.at(what, done, total, destination.timeFor(module, rest));
  }

  long calls() {
    return destination.calls();
  }
}
