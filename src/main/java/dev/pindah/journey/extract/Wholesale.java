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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** Servers cut lists at round numbers, and all that were seen can be divided by this one. */
  private static final int ROUND = 25;

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
    boolean complete = complete(child, of, start);
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

  private boolean complete(ObjectName child, List<Branch> of, Instant start) {
    Map<ObjectName, Spread> parents = new EnumMap<>(ObjectName.class);
    long seen = 0;
    OptionalLong counted = OptionalLong.empty();
    try {
      for (int number = 1; ; number++) {
        Page page = records.wholesale(child, number);
        counted = page.total().isPresent() ? page.total() : counted;
        store.save(page.records(), true);
        page.records().stream()
            .flatMap(record -> record.parent().stream())
            .forEach(
                parent ->
                    parents
                        .computeIfAbsent(parent.object(), first -> new Spread())
                        .add(parent.id()));
        long before = seen;
        seen = ledger.read(tables -> tables.sourceRecords().seenSince(child, start));
        progress.at("extract " + child.wire() + " without parents", seen, -1);
        if (page.last() || seen == before) {
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
    return seen > 0 && !cut(seen, counted) && holds(of, parents, start);
  }

  /**
   * Whether the list may have been cut short. Where it does not say how long it is, a round length
   * is enough to doubt it: few records may be missing, and drawn parents may have none of them.
   */
  private static boolean cut(long seen, OptionalLong counted) {
    return counted.isPresent() ? seen < counted.getAsLong() : seen % ROUND == 0;
  }

  /** Half of the drawn parents stand in the list, half do not, where there are such. */
  private boolean holds(List<Branch> of, Map<ObjectName, Spread> parents, Instant start) {
    boolean any = false;
    int drawn = 0;
    for (Branch branch : of) {
      Set<String> in = new TreeSet<>(parents.getOrDefault(branch.parent(), new Spread()).kept());
      for (RecordKey parent : draw(branch, in, DRAWN / of.size())) {
        List<RawRecord> children = records.children(branch, parent);
        any |= !children.isEmpty();
        boolean all = children.stream().allMatch(found -> listed(found.key(), start));
        store.save(children, true);
        if (!all) {
          return false;
        }
        progress.at("extract: compare drawn parents", ++drawn, DRAWN);
      }
    }
    return any;
  }

  private boolean listed(RecordKey child, Instant start) {
    return ledger
        .read(tables -> tables.sourceRecords().find(child))
        .map(record -> !record.readAt().isBefore(start))
        .orElse(false);
  }

  private List<RecordKey> draw(Branch branch, Set<String> in, int count) {
    Spread all = new Spread();
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
      page.forEach(all::add);
      after = page.getLast();
    }
    List<String> out =
        all.kept().stream().filter(id -> !in.contains(id)).filter(id -> none(branch, id)).toList();
    List<RecordKey> drawn = new ArrayList<>();
    spread(List.copyOf(in), count - Math.min(count / 2, out.size()))
        .forEach(id -> drawn.add(new RecordKey(branch.parent(), id)));
    spread(out, count - drawn.size()).forEach(id -> drawn.add(new RecordKey(branch.parent(), id)));
    return drawn;
  }

  private boolean none(Branch branch, String id) {
    return ledger
        .read(
            tables ->
                tables.sourceRecords().children(new RecordKey(branch.parent(), id), branch.child()))
        .isEmpty();
  }

  /** Evenly over the whole range, so that old and new ones are among them. */
  private static List<String> spread(List<String> all, int count) {
    int size = Math.min(count, all.size());
    List<String> spread = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      spread.add(all.get((int) ((long) place * all.size() / size)));
    }
    return spread;
  }

  /** Some of however many, evenly: millions of parents do not fit into memory. */
  private static final class Spread {
    private static final int MOST = 1_000;

    private final List<String> kept = new ArrayList<>();
    private long stride = 1;
    private long count;

    private void add(String id) {
      if (count++ % stride != 0) {
        return;
      }
      kept.add(id);
      if (kept.size() >= MOST) {
        List<String> half = new ArrayList<>();
        for (int place = 0; place < kept.size(); place += 2) {
          half.add(kept.get(place));
        }
        kept.clear();
        kept.addAll(half);
        stride *= 2;
      }
    }

    private List<String> kept() {
      return List.copyOf(kept);
    }
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
