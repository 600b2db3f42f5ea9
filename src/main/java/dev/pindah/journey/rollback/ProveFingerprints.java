package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Reach;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.rollback.Fingerprints.Difference;
import dev.pindah.journey.rollback.Fingerprints.Why;
import dev.pindah.journey.rollback.Judgement.PutBack;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.ledger.UndoSteps.Count;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads every module that was written to once more, by pages, and compares it with what was read
 * before the first write. A record of others that we put back and that still differs is put back
 * once more: a target may stamp times of its own on the first write.
 */
final class ProveFingerprints {
  private static final int CHUNK = 500;

  private final TargetReader reader;
  private final Ledger ledger;
  private final UndoBook book;
  private final TakeBack takeBack;
  private final Clock clock;
  private final ProgressSink progress;

  ProveFingerprints(
      TargetReader reader,
      Ledger ledger,
      UndoBook book,
      TakeBack takeBack,
      Clock clock,
      ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.book = book;
    this.takeBack = takeBack;
    this.clock = clock;
    this.progress = progress;
  }

  Fingerprints run() {
    Set<TargetModule> modules =
        book.counts().keySet().stream()
            .map(Count::module)
            .filter(module -> module != TargetModule.USERS)
            .filter(module -> reader.reach(module) != Reach.NONE)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Fingerprints.Part> proved = new ArrayList<>();
    for (TargetModule module : modules) {
      read(module);
      repair(module);
      proved.add(prove(module));
      ledger.record(
          tables -> {
            tables.targetRecords().clear(Reading.UNDONE, module);
            // What was kept is still measured against what we read of it last.
            if (tables.crosswalk().count(module) == 0) {
              tables.targetRecords().clear(Reading.AFTER, module);
              tables.targetRecords().clear(Reading.WRITTEN, module);
            }
          });
    }
    return new Fingerprints(proved);
  }

  private void read(TargetModule module) {
    Set<String> standing = new HashSet<>();
    ledger.record(tables -> tables.targetRecords().clear(Reading.UNDONE, module));
    if (reader.reach(module) == Reach.PAGES) {
      reader.pages(
          module,
          rows -> {
            save(rows);
            rows.forEach(row -> standing.add(row.id()));
            progress.at("prove: read " + module.wire() + " again", standing.size(), -1);
          });
      return;
    }
    for (String parent : ledger.read(tables -> tables.undoSteps().parents(book.round(), module))) {
      int slash = parent.indexOf('/');
      TargetModule kind = TargetModule.of(parent.substring(0, slash)).orElseThrow();
      String id = parent.substring(slash + 1);
      // What hung on a record of ours is gone with it.
      if (ledger.read(tables -> there(kind, id, tables))) {
        save(reader.under(module, kind, id));
      }
    }
  }

  private boolean there(TargetModule module, String id, Tables tables) {
    return tables.undoSteps().byTarget(book.round(), module, id).stream()
        .noneMatch(step -> step.verb() == Verb.DELETE && step.state() == State.REVERSED);
  }

  private void save(List<Row> rows) {
    List<TargetRecord> records =
        rows.stream()
            .map(
                row ->
                    new TargetRecord(
                        row.module(), row.id(), row.json(), row.keys(), clock.instant()))
            .toList();
    if (!records.isEmpty()) {
      ledger.record(tables -> tables.targetRecords().save(Reading.UNDONE, records));
    }
  }

  /** Puts back once more what a second write can still put right. */
  private void repair(TargetModule module) {
    List<TargetRecord> again = new ArrayList<>();
    each(
        Reading.BEFORE,
        module,
        before -> {
          Optional<TargetRecord> now = find(Reading.UNDONE, module, before.id());
          if (now.isPresent()
              && !Canonical.differences(before.json(), now.get().json()).isEmpty()
              && steps(module, before.id()).stream()
                  .anyMatch(
                      step -> step.verb() == Verb.RESTORE && step.state() == State.REVERSED)) {
            again.add(before);
          }
        });
    for (TargetRecord before : again) {
      TargetRecord now = find(Reading.UNDONE, module, before.id()).orElseThrow();
      Set<String> cells =
          business(module, Canonical.differences(before.json(), now.json())).stream()
              .filter(name -> !BusinessCells.RELATIONS.contains(name))
              .filter(name -> !name.equals(BusinessCells.TAGS))
              .collect(Collectors.toCollection(TreeSet::new));
      Row row = new Row(module, now.id(), now.json(), now.keys());
      if (!cells.isEmpty()) {
        takeBack.again(
            new PutBack(new Standing(module, now.id(), List.of()), row, before.json(), cells));
        reader.one(module, now.id()).ifPresent(fresh -> save(List.of(fresh)));
      }
    }
  }

  private Set<String> business(TargetModule module, Set<String> cells) {
    return ledger.read(
        tables -> {
          BusinessCells business = BusinessCells.of(module, tables);
          return cells.stream()
              .filter(business::holds)
              .collect(Collectors.toCollection(TreeSet::new));
        });
  }

  private Fingerprints.Part prove(TargetModule module) {
    Side before = new Side();
    Side after = new Side();
    List<Difference> differences = new ArrayList<>();
    each(
        Reading.BEFORE,
        module,
        row -> {
          if (ours(module, row.id())) {
            return;
          }
          before.add(row);
          Optional<TargetRecord> now = find(Reading.UNDONE, module, row.id());
          Set<String> cells =
              now.map(found -> Canonical.differences(row.json(), found.json()))
                  .orElse(Set.of("the record is gone"));
          if (!cells.isEmpty()) {
            differences.add(
                new Difference(row.id(), why(module, row.id(), cells, now.isEmpty()), cells));
          }
        });
    each(
        Reading.UNDONE,
        module,
        row -> {
          boolean known = find(Reading.BEFORE, module, row.id()).isPresent();
          if (known && !ours(module, row.id())) {
            after.add(row);
          } else if (!deletedAfterAll(module, row.id())) {
            after.add(row);
            Set<String> cells = Set.of("the record is new");
            differences.add(new Difference(row.id(), newcomer(module, row.id()), cells));
          }
        });
    return new Fingerprints.Part(
        module, before.rows, after.rows, before.hash, after.hash, differences);
  }

  /** Hash over rows in the order of their ids. */
  private static final class Side {
    private long rows;
    private String hash = Fingerprint.of("");

    void add(TargetRecord row) {
      rows++;
      hash =
          Fingerprint.of(hash + "\n" + row.id() + " " + Fingerprint.of(Canonical.of(row.json())));
    }
  }

  /** Read before the first write of a later load, and made by an earlier one of ours. */
  private boolean ours(TargetModule module, String id) {
    return ledger.read(
        tables ->
            tables.crosswalk().sharing(module, id).stream().anyMatch(pair -> pair.ours())
                || tables.undoSteps().byTarget(book.round(), module, id).stream()
                    .anyMatch(step -> step.verb() == Verb.DELETE));
  }

  private Why why(TargetModule module, String id, Set<String> cells, boolean gone) {
    List<UndoStep> steps = steps(module, id);
    boolean standing = ledger.read(tables -> !tables.crosswalk().sharing(module, id).isEmpty());
    if (standing || any(steps, State.KEPT) || any(steps, State.ERRORED)) {
      return Why.KEPT;
    }
    boolean written =
        steps.stream()
            .anyMatch(step -> step.verb() == Verb.RESTORE && step.state() == State.REVERSED);
    if (!written || gone) {
      return Why.OTHERS;
    }
    return business(module, cells).isEmpty() ? Why.OTHERS : Why.UNEXPLAINED;
  }

  private Why newcomer(TargetModule module, String id) {
    List<UndoStep> steps = steps(module, id);
    boolean standing = ledger.read(tables -> !tables.crosswalk().sharing(module, id).isEmpty());
    if (any(steps, State.STAYS)) {
      return Why.RESIDUE;
    }
    if (standing || any(steps, State.KEPT) || any(steps, State.ERRORED)) {
      return Why.KEPT;
    }
    return steps.isEmpty() ? Why.OTHERS : Why.UNEXPLAINED;
  }

  /** A list may still show what is gone already. */
  private boolean deletedAfterAll(TargetModule module, String id) {
    boolean deleted =
        steps(module, id).stream()
            .anyMatch(step -> step.verb() == Verb.DELETE && step.state() == State.REVERSED);
    return deleted && !module.hanging() && reader.one(module, id).isEmpty();
  }

  private static boolean any(List<UndoStep> steps, State state) {
    return steps.stream().anyMatch(step -> step.state() == state);
  }

  private List<UndoStep> steps(TargetModule module, String id) {
    return ledger.read(tables -> tables.undoSteps().byTarget(book.round(), module, id));
  }

  private Optional<TargetRecord> find(Reading reading, TargetModule module, String id) {
    return ledger.read(tables -> tables.targetRecords().find(reading, module, id));
  }

  private void each(Reading reading, TargetModule module, Consumer<TargetRecord> work) {
    String after = "";
    while (true) {
      String from = after;
      List<TargetRecord> page =
          ledger.read(tables -> tables.targetRecords().page(reading, module, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(work);
      after = page.getLast().id();
    }
  }
}
