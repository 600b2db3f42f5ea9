package dev.pindah.journey;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.Source;
import dev.pindah.journey.extract.Extract;
import dev.pindah.journey.load.Load;
import dev.pindah.journey.reconcile.Judgements;
import dev.pindah.journey.reconcile.Reconcile;
import dev.pindah.journey.reconcile.Reconcile.Reconciliation;
import dev.pindah.journey.transform.TransformRecords;
import dev.pindah.journey.transform.TransformSettings;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Finding;
import dev.pindah.model.Gate;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.WaitingForPerson;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.proof.Proof;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Runs stages one after another; each can be killed and run again. */
public final class Journey {
  private final Source source;
  private final Destination destination;
  private final Ledger ledger;
  private final Clock clock;
  private final Pause pause;
  private final ProgressSink progress;
  private final Gates gates;
  private final TransformRecords transform;

  public Journey(
      Source source,
      Destination destination,
      Ledger ledger,
      Clock clock,
      Pause pause,
      TransformSettings settings,
      ProgressSink progress) {
    this.source = source;
    this.destination = destination;
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
    this.gates = new Gates(ledger, clock);
    this.transform = new TransformRecords(ledger, settings, progress);
  }

  /** What a whole run came to. */
  public record Outcome(Reconciliation reconciliation, SecondPass secondPass, Proof proof) {
    /** Whether the books balance and a second pass would write nothing. */
    public boolean balanced() {
      return reconciliation.balanced() && secondPass.nothing() && proof.holds();
    }
  }

  public List<Finding> extract() {
    return new Extract(source, ledger, clock, progress).run();
  }

  /** The fix-list; the validation gate follows it. */
  public List<Finding> transform(Mapping mapping) {
    List<Finding> fixes = transform.run(mapping);
    gates.observe(
        Gate.VALIDATION,
        fixes.isEmpty(),
        fixes.isEmpty() ? "nothing on the fix-list" : fixes.size() + " entries on the fix-list");
    return fixes;
  }

  /** Refuses while a gate before load is open. */
  public void load() {
    Optional<Gate> open = gates.firstOpen(Gates.BEFORE_LOAD);
    if (open.isPresent()) {
      throw new WaitingForPerson(
          open.get(),
          "load waits for the gate '"
              + open.get().id()
              + "': "
              + open.get().needs()
              + " — 'pindah gate list' shows all gates, 'pindah gate pass "
              + open.get().id()
              + " --by NAME --reason TEXT' passes it");
    }
    new Load(destination, ledger, clock, pause, progress).run();
  }

  public Outcome reconcile(Mapping mapping) {
    Reconciliation reconciliation =
        new Reconcile(destination.reader(), ledger, clock, progress).run();
    SecondPass second = SecondPass.plan(transform, mapping, ledger);
    Judgements judgements = new Judgements(ledger, clock);
    List<Finding> wrong = judgements.wrong(reconciliation.proof().sample());
    Proof proof =
        reconciliation
            .proof()
            .with(second.rung())
            .with(judgements.rung(reconciliation.proof().sample()));
    ledger.record(
        tables -> {
          tables.findings().replace(SecondPass.STAGE, second.findings());
          tables.findings().replace(Judgements.STAGE, wrong);
          tables.proofs().save(proof);
        });
    return new Outcome(reconciliation, second, proof);
  }

  /** Extract, transform, load, reconcile; goes on where an earlier run stopped. */
  public Outcome run(Mapping mapping) {
    extract();
    transform(mapping);
    load();
    return reconcile(mapping);
  }
}
