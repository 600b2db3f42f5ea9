package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.ledger.CallCounts.LoadCalls;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.OptionalLong;

/** Keeps the books of calls: what the plans should take, and what was taken. */
final class Economy {
  /** Calls that only look at what is there. */
  static final String READ = "read";

  private final Destination destination;
  private final Ledger ledger;
  private final ProgressSink progress;
  private final Forecast forecast;

  /** Calls that were written down; none before the first work. */
  private OptionalLong booked = OptionalLong.empty();

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

  /**
   * The same. Calls that work before it left under way count with it: they are of the same part,
   * since whoever begins another waits for them.
   */
  long of(ObjectName object, String part, long expected, Work work) {
    long before = booked.orElseGet(destination::calls);
    try {
      return work.run();
    } finally {
      long now = destination.calls();
      booked = OptionalLong.of(now);
      long used = now - before;
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
