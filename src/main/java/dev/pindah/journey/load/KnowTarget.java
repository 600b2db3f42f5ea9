package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/**
 * Reads a module by pages into the ledger. Before the first write this gives the before-images and
 * the keys that tell an existing record from a new one.
 */
final class KnowTarget {
  static final String STAGE = "load-know";

  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;

  /** Parents whose children were read. */
  private final Set<String> read = new HashSet<>();

  KnowTarget(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Once per migration; what was half read before a crash is read again, nothing was written yet.
   */
  void before(TargetModule module) {
    if (!known(module)) {
      read(Reading.BEFORE, module);
      long count = ledger.read(tables -> tables.targetRecords().count(Reading.BEFORE, module));
      ledger.record(
          tables -> tables.slices().save(new Progress(STAGE, module.wire(), "", count, true)));
    }
  }

  private boolean known(TargetModule module) {
    return ledger
        .read(tables -> tables.slices().find(STAGE, module.wire()))
        .map(Progress::done)
        .orElse(false);
  }

  /**
   * For a look that writes nothing: what is read for it may be old when records really move, so the
   * next load reads the module again.
   */
  void glance(TargetModule module) {
    if (!known(module)) {
      read(Reading.BEFORE, module);
    }
  }

  /** The same for what is only listed under its parents: read for those that stood before. */
  void beneath(TargetModule module, Set<Pair> parents) {
    for (Pair parent : parents) {
      if (ledger.read(tables -> stoodBefore(parent, tables))
          && read.add(module + " " + parent.key())) {
        List<TargetRecord> records =
            reader.under(module, parent.module(), parent.targetId()).stream()
                .map(this::record)
                .toList();
        ledger.record(tables -> tables.targetRecords().save(Reading.BEFORE, records));
      }
    }
  }

  /**
   * Whether a record may have children that the crosswalk does not name: it was there before us, or
   * a rollback left it standing together with files that no API takes back. Others had nothing.
   */
  static boolean stoodBefore(Pair pair, Tables tables) {
    return !pair.ours()
        || LongStream.rangeClosed(1, tables.undoSteps().round())
            .anyMatch(round -> tables.undoSteps().find(round, pair.key()).isPresent());
  }

  /** Reads the module as it stands now. */
  void after(TargetModule module) {
    read(Reading.AFTER, module);
  }

  private void read(Reading reading, TargetModule module) {
    ledger.record(tables -> tables.targetRecords().clear(reading, module));
    LongAdder done = new LongAdder();
    reader.pages(
        module,
        rows -> {
          List<TargetRecord> records = rows.stream().map(this::record).toList();
          ledger.record(tables -> tables.targetRecords().save(reading, records));
          done.add(records.size());
          progress.at("read " + module.wire() + " of the target", done.sum(), -1);
        });
  }

  /** A row that the scan did not see, learnt from a look-up. */
  void learnt(Row row) {
    ledger.record(tables -> tables.targetRecords().save(Reading.BEFORE, List.of(record(row))));
  }

  /** A row as the target answered a write: what a person changes later, differs from it. */
  void written(Row row, Tables tables) {
    TargetRecord record =
        new TargetRecord(row.module(), row.id(), row.json(), Map.of(), clock.instant());
    tables.targetRecords().save(Reading.WRITTEN, List.of(record));
  }

  private TargetRecord record(Row row) {
    return new TargetRecord(row.module(), row.id(), row.json(), row.keys(), clock.instant());
  }
}
