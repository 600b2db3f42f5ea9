package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.TrialWriter;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.Promise;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Inventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tries out what holds on this account and keeps the answers; everything that it makes is removed
 * again, by this run or by the next.
 */
public final class ProbeTarget {
  private static final Duration BEFORE = Duration.ofMinutes(10);

  private final Destination target;
  private final Ledger ledger;
  private final Clock clock;
  private final Pause pause;
  private final LongSupplier nanos;
  private final ProgressSink progress;

  /**
   * A probe.
   *
   * @param nanos time that passes as fast as pauses do
   */
  public ProbeTarget(
      Destination target,
      Ledger ledger,
      Clock clock,
      Pause pause,
      LongSupplier nanos,
      ProgressSink progress) {
    this.target = target;
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
    this.nanos = nanos;
    this.progress = progress;
  }

  /** One answer to every question, found or assumed; the sheet is kept in the ledger. */
  public List<Promise> run() {
    Inventory inventory =
        ledger
            .read(tables -> tables.inventories().latest(Product.FRESHSALES))
            .orElseThrow(() -> new IllegalStateException("prepare reads the target first"));
    List<Promise> found = new ArrayList<>();
    Optional<TrialWriter> trials = target.trials();
    if (trials.isPresent()) {
      try {
        run(new Flock(target, trials.get(), ledger, clock), inventory, found);
      } finally {
        new Sweep(target, ledger, pause).run();
      }
    }
    List<Promise> sheet = whole(found);
    ledger.record(tables -> tables.promises().replace(sheet, clock.instant()));
    return sheet;
  }

  private void run(Flock flock, Inventory inventory, List<Promise> found) {
    Instant since = clock.instant().minus(BEFORE);
    step(1);
    ContactTrials contacts = new ContactTrials(flock, inventory, pause, nanos);
    Optional<Row> first = contacts.first(found);
    if (first.isEmpty()) {
      return;
    }
    String id = first.get().id();
    step(2);
    // First of all what a deal does: later trials give the contact to somebody else.
    found.addAll(new DealTrials(flock, inventory).run(id));
    step(3);
    found.addAll(new ChoiceTrials(flock, inventory).run(id));
    step(4);
    found.addAll(new BulkTrials(flock, inventory, pause, since).run());
    step(5);
    found.addAll(contacts.rest(id));
    int fired = target.reader().under(TargetModule.TASKS, TargetModule.CONTACTS, id).size();
    found.add(
        fired > 0
            ? Assumption.WORKFLOWS.found("yes", fired + " tasks came with a contact")
            : Assumption.WORKFLOWS.found(
                "no", "no task came with a contact; mails and webhooks cannot be seen"));
    step(6);
  }

  private void step(int number) {
    progress.at("prepare: probe the target", number, 6);
  }

  private static List<Promise> whole(List<Promise> found) {
    List<Promise> sheet = new ArrayList<>();
    for (Assumption question : Assumption.values()) {
      sheet.add(
          found.stream()
              .filter(promise -> promise.id().equals(question.id()))
              .findFirst()
              .orElseGet(
                  () ->
                      question.assumed(
                          question == Assumption.FILE_SIZE
                              ? "no endpoint removes a file again"
                              : "no throw-away contact could be made")));
    }
    return sheet;
  }
}
