package dev.pindah.journey;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.Source;
import dev.pindah.journey.cutover.Conflicts;
import dev.pindah.journey.cutover.Deletions;
import dev.pindah.journey.cutover.SettleDeletions;
import dev.pindah.journey.cutover.SettleDeletions.Settled;
import dev.pindah.journey.cutover.ThreeWay;
import dev.pindah.journey.cutover.Tombstones;
import dev.pindah.journey.extract.Extract;
import dev.pindah.journey.load.DryRun;
import dev.pindah.journey.load.Intent;
import dev.pindah.journey.load.Load;
import dev.pindah.journey.load.LookAgain;
import dev.pindah.journey.reconcile.Depth;
import dev.pindah.journey.reconcile.Judgements;
import dev.pindah.journey.reconcile.Reconcile;
import dev.pindah.journey.reconcile.Reconcile.Reconciliation;
import dev.pindah.journey.rollback.Rollback;
import dev.pindah.journey.rollback.Rollback.Scope;
import dev.pindah.journey.sample.Sample;
import dev.pindah.journey.sample.Sample.Sampled;
import dev.pindah.journey.sample.Sample.Shown;
import dev.pindah.journey.transform.Fix;
import dev.pindah.journey.transform.TransformRecords;
import dev.pindah.journey.transform.TransformSettings;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Finding;
import dev.pindah.model.Gate;
import dev.pindah.model.Kept;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.proof.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs stages one after another; each can be killed and run again. */
public final class Journey {
  /** What people write in the source; the rest follows from it or from the setup. */
  private static final List<ObjectName> WRITTEN_BY_PEOPLE =
      List.of(
          ObjectName.COMPANY,
          ObjectName.CONTACT,
          ObjectName.DEAL,
          ObjectName.TASK,
          ObjectName.TICKET,
          ObjectName.NOTE,
          ObjectName.CHAT);

  /** Changed records of an object that are named. */
  private static final int SHOWN = 500;

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

  /**
   * The fix-list; the validation gate follows those of its entries that pause. Who passed it by
   * name has seen the list.
   */
  public List<Fix> transform(Mapping mapping) {
    List<Fix> fixes = transform.run(mapping);
    long pausing = fixes.stream().filter(Fix::pauses).count();
    if (!gates.passedByPerson(Gate.VALIDATION)) {
      gates.observe(
          Gate.VALIDATION,
          pausing == 0,
          pausing == 0 ? "nothing on the fix-list pauses" : pausing + " entries on the fix-list");
    }
    return fixes;
  }

  /** Refuses while a gate before load is open. */
  public void load() {
    gates.require("load", Gates.BEFORE_LOAD);
    new Load(destination, ledger, clock, pause, progress).run();
  }

  /** What load would do; it needs no gate, since it writes nothing to the target. */
  public Map<ObjectName, Intent> dryRun() {
    return new DryRun(destination, ledger, clock, pause, progress).run();
  }

  /** What load refused or held may go again; what was in its way is looked at anew. */
  public void lookAgain(List<RecordKey> keys) {
    new LookAgain(destination.reader(), ledger, clock).run(keys);
  }

  /**
   * Takes back what load did. What became of writes whose answer never came is found out first, so
   * that nothing is left behind; a load that still has records to write may follow.
   */
  public dev.pindah.journey.rollback.Outcome rollback(Scope scope) {
    new Load(destination, ledger, clock, pause, progress).settle();
    return new Rollback(destination, ledger, clock, pause, progress).run(scope);
  }

  /**
   * Brings a slice over, shows it and takes it back; refuses while a gate before it is open. Reads
   * the source first, where nothing of it was read yet.
   *
   * @param look called while the slice stands on the target
   */
  public Sampled sample(Mapping mapping, int size, Consumer<Shown> look) {
    gates.require("sample", Gates.BEFORE_SAMPLE);
    Sample sample = new Sample(destination, ledger, clock, pause, progress);
    String version = ledger.read(tables -> tables.mappings().latest()).orElseThrow().fileHash();
    if (!sample.underWay(version, size)) {
      if (!sample.somethingRead()) {
        progress.stage(Stage.EXTRACT.wire());
        extract();
      }
      progress.stage("sample");
      transform(mapping);
      sample.choose(mapping, version, size);
    }
    return sample.run(look);
  }

  public Outcome reconcile(Mapping mapping) {
    return reconcile(mapping, Depth.WHOLE);
  }

  /**
   * Reads both sides and compares them.
   *
   * @param depth how much to read back of what takes a call for each
   */
  public Outcome reconcile(Mapping mapping, Depth depth) {
    Reconciliation reconciliation =
        new Reconcile(destination.reader(), ledger, clock, progress, depth).run();
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
    Outcome outcome = new Outcome(reconciliation, second, proof);
    gates.observe(
        Gate.EXPORT_RECONCILED,
        outcome.balanced(),
        outcome.balanced() ? "the books balance" : "the books do not balance");
    return outcome;
  }

  /**
   * Extract, transform, load, reconcile; goes on where an earlier run stopped.
   *
   * @param look sees the fix-list before the load, which may wait for it
   */
  public Outcome run(Mapping mapping, Consumer<List<Fix>> look) {
    progress.stage(Stage.EXTRACT.wire());
    extract();
    progress.stage(Stage.TRANSFORM.wire());
    look.accept(transform(mapping));
    progress.stage(Stage.LOAD.wire());
    load();
    progress.stage(Stage.RECONCILE.wire());
    return reconcile(mapping);
  }

  /**
   * What one delta came to.
   *
   * @param lag records that were behind when it began to write
   * @param tombstones records that stand on the target and are gone from the source
   * @param settled what became of them
   */
  public record Delta(
      Outcome outcome,
      long lag,
      int conflicts,
      long kept,
      List<RecordKey> tombstones,
      Settled settled) {
    public Delta {
      tombstones = List.copyOf(tombstones);
    }

    /** Whether all is over and nothing waits for a person. */
    public boolean clean() {
      return conflicts == 0 && outcome.balanced();
    }
  }

  public Delta delta(Mapping mapping) {
    return delta(mapping, Deletions.LIST, Gates.PROGRAM);
  }

  /**
   * Brings over what has changed since the last pass; what people changed on the target is kept.
   */
  public Delta delta(Mapping mapping, Deletions deletions, String by) {
    extractAgain();
    ThreeWay cells = new ThreeWay(destination.reader(), ledger, clock, progress);
    cells.readTarget();
    transform.raw(mapping, cells::compare);
    transform(mapping);
    List<RecordKey> tombstones = new Tombstones(ledger).settle();
    long lag = ledger.read(tables -> tables.candidates().count(RecordState.READY));
    progress.say("delta: " + lag + " records behind");
    load();
    Settled settled =
        new SettleDeletions(destination, ledger, clock).run(tombstones, deletions, by);
    if (settled.deleted() > 0) {
      // What was linked to them is no longer.
      transform(mapping);
      load();
    }
    Outcome outcome = reconcile(mapping);
    Conflicts conflicts = new Conflicts(ledger, clock);
    Delta delta =
        new Delta(outcome, lag, conflicts.open().size(), conflicts.kept(), tombstones, settled);
    if (gates.state(Gate.SOURCE_FROZEN) != Gates.State.OPEN) {
      gates.observe(
          Gate.DELTA_CLEAN,
          delta.clean(),
          delta.conflicts() > 0
              ? delta.conflicts() + " cells changed on both sides wait for a decision"
              : outcome.balanced() ? "everything is over" : "the books do not balance");
    }
    return delta;
  }

  /** How far the target is behind, record by record. */
  public record Lag(long creates, long updates, long deleted) {
    public long records() {
      return creates + updates + deleted;
    }
  }

  /** Reads the source again and says what a delta would write; the target is left alone. */
  public Lag lag(Mapping mapping) {
    extractAgain();
    SecondPass plan = SecondPass.plan(transform, mapping, ledger);
    return new Lag(plan.creates(), plan.updates(), new Tombstones(ledger).standing());
  }

  private void extractAgain() {
    if (Extract.finished(ledger)) {
      Extract.again(ledger);
    }
    extract();
  }

  /**
   * Two looks at the source with a time between: what changed meanwhile. The gate passes when it is
   * nothing.
   */
  public List<RecordKey> freeze(Duration between) {
    extractAgain();
    Instant first = clock.instant();
    progress.say("freeze: looking again in " + words(between));
    pause.of(between);
    extractAgain();
    List<RecordKey> changed = new ArrayList<>();
    for (ObjectName object : ObjectName.values()) {
      // The source lists the fields of a schema in another order each time.
      if (object == ObjectName.SCHEMA) {
        continue;
      }
      ledger
          .read(tables -> tables.sourceRecords().idsChangedSince(object, first, "", SHOWN))
          .forEach(id -> changed.add(new RecordKey(object, id)));
    }
    gates.observe(
        Gate.SOURCE_FROZEN,
        changed.isEmpty(),
        changed.isEmpty()
            ? "nothing changed in " + words(between)
            : "still changing: " + changed.getFirst() + " and others");
    return changed;
  }

  private static String words(Duration between) {
    return between.toMinutes() > 0
        ? between.toMinutes() + " minutes"
        : between.toSeconds() + " seconds";
  }

  /**
   * What one look after the sign-off came to.
   *
   * @param edited cells that people changed on the target
   * @param broken findings that no person explains
   * @param lateWrites records that somebody still wrote in the source
   */
  public record Watched(long edited, List<Finding> broken, long lateWrites) {
    public Watched {
      broken = List.copyOf(broken);
    }
  }

  /** Looks at both sides and writes to neither. */
  public Watched watch(Mapping mapping, Instant since) {
    extractAgain();
    long late = 0;
    for (ObjectName object : WRITTEN_BY_PEOPLE) {
      late +=
          ledger
              .read(tables -> tables.sourceRecords().idsChangedSince(object, since, "", SHOWN))
              .size();
    }
    ThreeWay cells = new ThreeWay(destination.reader(), ledger, clock, progress);
    cells.readTarget();
    transform.raw(mapping, cells::compare);
    Kept kept = new Kept(ledger.read(tables -> tables.keptCells().all()));
    List<Finding> errors =
        new Reconcile(destination.reader(), ledger, clock, progress, Depth.withoutBodies())
            .run().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    List<Finding> broken =
        errors.stream()
            .filter(
                finding ->
                    ObjectName.of(finding.object())
                        .map(
                            object ->
                                !kept.attributes(new RecordKey(object, finding.id()))
                                    .contains(finding.field()))
                        .orElse(true))
            .toList();
    return new Watched(errors.size() - (long) broken.size(), broken, late);
  }
}
