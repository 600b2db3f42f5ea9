package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads by itself every record whose list row leaves things out. The rows that are not complete are
 * the position: whatever was completed is not asked for again.
 */
final class CompleteRows {
  /** Records that are read side by side. */
  private static final int LANES = 8;

  private static final int CHUNK = 500;

  private final RecordReader records;
  private final Ledger ledger;
  private final Clock clock;
  private final Store store;
  private final Gaps gaps;
  private final ProgressSink progress;

  CompleteRows(
      RecordReader records,
      Ledger ledger,
      Clock clock,
      Store store,
      Gaps gaps,
      ProgressSink progress) {
    this.records = records;
    this.ledger = ledger;
    this.clock = clock;
    this.store = store;
    this.gaps = gaps;
    this.progress = progress;
  }

  /** Whether the records were read in full before, so that only changed ones need it again. */
  static boolean before(ObjectName object, Tables tables) {
    return tables.slices().find(ScanBranch.LAST, object.wire()).isPresent();
  }

  void run(ObjectName object) {
    String slice = object.wire() + "-detail";
    gaps.replace(slice, List.of());
    Patience patience = new Patience(slice, gaps);
    AtomicLong done = new AtomicLong();
    Lanes.over(
        LANES,
        (SourceRecord row) -> row.key().id(),
        after -> ledger.read(tables -> tables.sourceRecords().incomplete(object, after, CHUNK)),
        row -> {
          patience.attempt(row.key(), () -> complete(row));
          progress.at("extract " + object.wire() + " in full", done.incrementAndGet(), -1);
        });
    patience.settle();
    Progress read = new Progress(ScanBranch.LAST, object.wire(), "", done.get(), true);
    ledger.record(tables -> tables.slices().save(read));
  }

  private void complete(SourceRecord row) {
    Optional<RawRecord> full = records.one(row.key());
    if (full.isPresent()) {
      store.save(List.of(full.get()), true);
    } else {
      // It was in the list a moment ago: deleted meanwhile.
      ledger.record(tables -> tables.sourceRecords().save(List.of(row.tombstone(clock.instant()))));
    }
  }
}
