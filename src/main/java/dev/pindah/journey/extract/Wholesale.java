package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.RecordReader.Page;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries to read a branch from a list without a parent: a handful of calls in place of one per
 * parent. The list counts as complete only when it holds everything that drawn parents give.
 */
final class Wholesale {
  /** Parents that are drawn; fewer parents than that are read one by one at once. */
  private static final int DRAWN = 50;

  private static final int CHUNK = 500;

  private final RecordReader records;
  private final Ledger ledger;
  private final Clock clock;
  private final Store store;
  private final ScanBranch branches;
  private final ProgressSink progress;

  Wholesale(
      RecordReader records,
      Ledger ledger,
      Clock clock,
      Store store,
      ScanBranch branches,
      ProgressSink progress) {
    this.records = records;
    this.ledger = ledger;
    this.clock = clock;
    this.store = store;
    this.branches = branches;
    this.progress = progress;
  }

  void run(ObjectName child, List<Branch> of) {
    String slice = "wholesale:" + child.wire();
    boolean tried = ledger.read(tables -> tables.slices().find(Extract.STAGE, slice)).isPresent();
    if (tried || parents(of) <= DRAWN) {
      return;
    }
    Instant start = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean complete = complete(child, of);
    if (complete) {
      tombstones(child, start);
      of.forEach(branch -> branches.done(branch, start));
    }
    ledger.record(
        tables ->
            tables
                .slices()
                .save(
                    new Progress(
                        Extract.STAGE, slice, complete ? "complete" : "incomplete", 0, true)));
  }

  private long parents(List<Branch> of) {
    return of.stream()
        .mapToLong(
            branch -> ledger.<Long>read(tables -> tables.sourceRecords().count(branch.parent())))
        .sum();
  }

  private boolean complete(ObjectName child, List<Branch> of) {
    Set<String> ids = new HashSet<>();
    Set<RecordKey> parents = new HashSet<>();
    try {
      for (int number = 1; ; number++) {
        Page page = records.wholesale(child, number);
        store.save(page.records(), true);
        int before = ids.size();
        for (RawRecord record : page.records()) {
          ids.add(record.key().id());
          record.parent().ifPresent(parents::add);
        }
        progress.at("extract " + child.wire() + " without parents", ids.size(), -1);
        if (page.last() || ids.size() == before) {
          break;
        }
      }
    } catch (RemoteException refused) {
      if (refused.kind() == Kind.UNREACHABLE) {
        throw refused;
      }
      // A scope that is missing is said by the list of one parent as well.
      return false;
    }
    return !ids.isEmpty() && holds(of, ids, parents);
  }

  /** Half of the drawn parents stand in the list, half do not, where there are such. */
  private boolean holds(List<Branch> of, Set<String> ids, Set<RecordKey> parents) {
    boolean any = false;
    int drawn = 0;
    for (Branch branch : of) {
      for (RecordKey parent : draw(branch, parents, DRAWN / of.size())) {
        List<RawRecord> children = records.children(branch, parent);
        store.save(children, true);
        any |= !children.isEmpty();
        if (!children.stream().allMatch(found -> ids.contains(found.key().id()))) {
          return false;
        }
        progress.at("extract: compare drawn parents", ++drawn, DRAWN);
      }
    }
    return any;
  }

  private List<RecordKey> draw(Branch branch, Set<RecordKey> parents, int count) {
    Set<String> in = new TreeSet<>();
    Set<String> out = new TreeSet<>();
    String after = "";
    while (true) {
      String from = after;
      List<String> page =
          ledger.read(
              tables ->
                  tables
                      .sourceRecords()
                      .idsChangedSince(branch.parent(), Instant.EPOCH, from, CHUNK));
      if (page.isEmpty()) {
        break;
      }
      page.forEach(id -> (parents.contains(new RecordKey(branch.parent(), id)) ? in : out).add(id));
      after = page.getLast();
    }
    List<RecordKey> drawn = new ArrayList<>();
    spread(in, count - Math.min(count / 2, out.size()))
        .forEach(id -> drawn.add(new RecordKey(branch.parent(), id)));
    spread(out, count - drawn.size()).forEach(id -> drawn.add(new RecordKey(branch.parent(), id)));
    return drawn;
  }

  /** Evenly over the whole range, so that old and new ones are among them. */
  private static List<String> spread(Set<String> ids, int count) {
    List<String> all = List.copyOf(ids);
    int size = Math.min(count, all.size());
    List<String> spread = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      spread.add(all.get((int) ((long) place * all.size() / size)));
    }
    return spread;
  }

  private void tombstones(ObjectName child, Instant start) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> unseen =
          ledger.read(tables -> tables.sourceRecords().unseenSince(child, start, from, CHUNK));
      if (unseen.isEmpty()) {
        return;
      }
      List<SourceRecord> now = unseen.stream().map(this::again).toList();
      ledger.record(tables -> tables.sourceRecords().save(now));
      after = unseen.getLast().key().id();
    }
  }

  private SourceRecord again(SourceRecord old) {
    Optional<RawRecord> still = records.one(old.key());
    return still
        .map(raw -> Store.row(raw, clock.instant(), true))
        .orElseGet(() -> old.tombstone(clock.instant()));
  }
}
