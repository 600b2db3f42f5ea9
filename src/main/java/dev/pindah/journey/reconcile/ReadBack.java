package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a module of the target into the ledger as it stands now: by pages where the module has a
 * list, else record by record under everything that we hung something on.
 */
final class ReadBack {
  private static final int CHUNK = 500;

  /** States of records that stand on the target. */
  private static final List<RecordState> STANDING =
      List.of(RecordState.CREATED, RecordState.UPDATED, RecordState.MATCHED);

  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;

  ReadBack(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
  }

  void run(TargetModule module) {
    ledger.record(tables -> tables.targetRecords().clear(Reading.AFTER, module));
    if (module.hanging()) {
      beneath(module);
    } else {
      pages(module);
    }
  }

  private void pages(TargetModule module) {
    long done = 0;
    for (int number = 1; ; number++) {
      TargetReader.Page page = reader.page(module, number);
      save(page.rows());
      done += page.rows().size();
      progress.at("reconcile: read " + module.wire() + " back", done, -1);
      if (page.last()) {
        return;
      }
    }
  }

  private void beneath(TargetModule module) {
    Set<Pair> parents = new LinkedHashSet<>();
    for (ObjectName object : ObjectName.values()) {
      for (Step step : List.of(Step.RECORD, Step.PART)) {
        STANDING.forEach(state -> parents(module, object, step, state, parents));
      }
    }
    long done = 0;
    for (Pair parent : parents) {
      save(reader.under(module, parent.module(), parent.targetId()));
      progress.at("reconcile: read " + module.wire() + " back", ++done, parents.size());
    }
  }

  private void parents(
      TargetModule module, ObjectName object, Step step, RecordState state, Set<Pair> parents) {
    String after = "";
    while (true) {
      String from = after;
      List<Stored> page =
          ledger.read(tables -> tables.candidates().page(object, step, state, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      after = page.getLast().candidate().key().id();
      ledger
          .read(
              tables ->
                  page.stream()
                      .map(Stored::candidate)
                      .filter(candidate -> candidate.module() == module)
                      .flatMap(
                          candidate ->
                              candidate.links().stream()
                                  .flatMap(link -> tables.crosswalk().find(link.to()).stream())
                                  .filter(pair -> pair.module() != module)
                                  .limit(1))
                      .toList())
          .forEach(parents::add);
    }
  }

  private void save(List<Row> rows) {
    List<TargetRecord> records =
        rows.stream()
            .map(
                row ->
                    new TargetRecord(
                        row.module(), row.id(), row.json(), row.keys(), clock.instant()))
            .toList();
    ledger.record(tables -> tables.targetRecords().save(Reading.AFTER, records));
  }
}
