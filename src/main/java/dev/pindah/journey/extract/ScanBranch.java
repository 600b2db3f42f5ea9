package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads what is given record by record: every parent once, later only parents that changed. Lanes
 * share the parents by the hash of their ids; each commits its position with what it read.
 */
final class ScanBranch {
  /** Slices that remember when a branch was read to its end the last time. */
  static final String LAST = "extract-last";

  private static final int LANES = 8;
  private static final int CHUNK = 500;

  private final RecordReader records;
  private final Ledger ledger;
  private final Clock clock;
  private final Store store;
  private final Gaps gaps;
  private final ProgressSink progress;

  ScanBranch(
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

  void run(Branch branch) {
    Optional<Progress> before = slice(Extract.STAGE, branch.wire());
    if (before.map(Progress::done).orElse(false)) {
      retry(branch);
      return;
    }
    Instant start =
        before
            .map(progressed -> Instant.parse(progressed.position()))
            .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (before.isEmpty()) {
      gaps.replace(branch.wire(), List.of());
      save(branch.wire(), start.toString(), 0, false);
    }
    try {
      Pass pass = new Pass(branch, since(branch));
      Lanes.sideBySide(
          IntStream.range(0, LANES).<Runnable>mapToObj(lane -> () -> pass.lane(lane)).toList());
      pass.patience.settle();
    } catch (RemoteException failed) {
      if (failed.kind() == Kind.UNREACHABLE || (failed.kind() == Kind.DENIED && !chat(branch))) {
        throw failed;
      }
      gaps.replace(branch.wire(), List.of(Gaps.object(branch.child().wire(), failed)));
    }
    finish(branch, start);
  }

  /** Whether credentials may lack the scope: chat is another product. */
  private static boolean chat(Branch branch) {
    return branch.child() == ObjectName.LIST_MEMBER || branch.child() == ObjectName.CHAT;
  }

  private void finish(Branch branch, Instant start) {
    ledger.record(
        tables -> {
          tables
              .slices()
              .save(new Progress(Extract.STAGE, branch.wire(), start.toString(), 0, true));
          tables.slices().save(new Progress(LAST, branch.wire(), start.toString(), 0, true));
        });
  }

  /** A branch that another route read completely. */
  void done(Branch branch, Instant start) {
    finish(branch, start);
  }

  private Instant since(Branch branch) {
    return slice(LAST, branch.wire())
        .map(last -> Instant.parse(last.position()))
        .orElse(Instant.EPOCH);
  }

  private Optional<Progress> slice(String stage, String name) {
    return ledger.read(tables -> tables.slices().find(stage, name));
  }

  private void save(String name, String position, long count, boolean done) {
    ledger.record(
        tables -> tables.slices().save(new Progress(Extract.STAGE, name, position, count, done)));
  }

  /** Parents that could not be read are asked once more by every later run. */
  private void retry(Branch branch) {
    List<Finding> before = gaps.of(branch.wire());
    List<Finding> unreadable =
        before.stream().filter(gap -> gap.code().equals(Gaps.UNREADABLE)).toList();
    if (unreadable.isEmpty()) {
      return;
    }
    gaps.replace(branch.wire(), before.stream().filter(gap -> !unreadable.contains(gap)).toList());
    for (Finding gap : unreadable) {
      RecordKey parent = new RecordKey(branch.parent(), gap.id());
      try {
        read(branch, parent, tables -> {});
      } catch (RemoteException still) {
        gaps.add(branch.wire(), Gaps.record(gap.object(), gap.id(), still));
      }
    }
  }

  /** Children of one parent, committed with the position; those that are gone become tombstones. */
  private long read(Branch branch, RecordKey parent, java.util.function.Consumer<Tables> position) {
    List<SourceRecord> rows = store.rows(records.children(branch, parent), true);
    Set<RecordKey> keys = rows.stream().map(SourceRecord::key).collect(Collectors.toSet());
    ledger.record(
        tables -> {
          List<SourceRecord> gone =
              tables.sourceRecords().children(parent, branch.child()).stream()
                  .filter(known -> !keys.contains(known.key()))
                  .map(known -> known.tombstone(clock.instant()))
                  .toList();
          tables.sourceRecords().save(gone);
          tables.sourceRecords().save(rows);
          position.accept(tables);
        });
    return rows.size();
  }

  /** One reading of a branch while it runs. */
  private final class Pass {
    private final Branch branch;
    private final Instant since;
    private final Patience patience;
    private final AtomicLong done = new AtomicLong();
    private final long total;

    private Pass(Branch branch, Instant since) {
      this.branch = branch;
      this.since = since;
      this.patience = new Patience(branch.wire(), gaps);
      this.total =
          since.equals(Instant.EPOCH)
              ? ledger.<Long>read(tables -> tables.sourceRecords().count(branch.parent()))
              : -1;
    }

    private String name(int lane) {
      return branch.wire() + "/" + lane;
    }

    private void lane(int lane) {
      Optional<Progress> before = slice(Extract.STAGE, name(lane));
      if (before.map(Progress::done).orElse(false)) {
        return;
      }
      String after = before.map(Progress::position).orElse("");
      done.addAndGet(before.map(Progress::records).orElse(0L));
      long mine = before.map(Progress::records).orElse(0L);
      while (true) {
        String from = after;
        List<String> ids =
            ledger.read(
                tables ->
                    tables.sourceRecords().idsChangedSince(branch.parent(), since, from, CHUNK));
        if (ids.isEmpty()) {
          save(name(lane), from, mine, true);
          return;
        }
        for (String id : ids) {
          if (Math.floorMod(id.hashCode(), LANES) == lane) {
            mine++;
            one(
                new RecordKey(branch.parent(), id),
                new Progress(Extract.STAGE, name(lane), id, mine, false));
          }
        }
        after = ids.getLast();
      }
    }

    private void one(RecordKey parent, Progress position) {
      patience.attempt(
          parent,
          () ->
              read(
                  branch,
                  parent,
                  tables -> {
                    // While failures are in doubt a restart has to come back to them.
                    if (patience.sure()) {
                      tables.slices().save(position);
                    }
                  }));
      progress.at(
          "extract " + branch.child().wire() + " of " + branch.parent().wire(),
          done.incrementAndGet(),
          total);
    }
  }
}
