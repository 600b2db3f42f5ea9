package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one listed object. Once the number of pages is known, several lanes share them, each with a
 * position of its own that is committed with its page. Rows move while pages are read, so a scan
 * that saw fewer records than the source counts is made again; records that were there before and
 * are gone now become tombstones.
 */
final class ScanList {
  private static final int LANES = 4;

  /** Scans of one object, until the source's own count is reached. */
  private static final int SCANS = 5;

  /** Scans that brought nothing new, after which the source's count is not believed any more. */
  private static final int FRUITLESS = 2;

  /** Without these there is nothing to move. */
  private static final Set<ObjectName> CORE =
      EnumSet.of(ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL);

  private static final int CHUNK = 500;

  private final RecordReader records;
  private final Ledger ledger;
  private final Clock clock;
  private final Store store;
  private final Gaps gaps;
  private final ProgressSink progress;

  ScanList(
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

  void run(ObjectName object) {
    Optional<Progress> before = slice(object.wire());
    if (before.map(Progress::done).orElse(false)) {
      return;
    }
    try {
      scans(
          object,
          before
              .map(progressed -> Scan.parse(progressed.position()))
              .orElseGet(() -> new Scan(now(), 1, now())));
    } catch (RemoteException failed) {
      boolean none = failed.kind() == Kind.ABSENT || failed.kind() == Kind.UNSUPPORTED;
      boolean without = records.optional().contains(object) || (none && !CORE.contains(object));
      if (!without || failed.kind() == Kind.UNREACHABLE) {
        throw failed;
      }
      finish(object, 0, List.of(Gaps.object(object.wire(), failed)));
    }
  }

  private void scans(ObjectName object, Scan from) {
    Scan scan = from;
    int fruitless = 0;
    while (true) {
      begin(object, scan);
      long before = seen(object, scan.start());
      long expected = scan(object, scan);
      long seen = seen(object, scan.start());
      if (seen < expected) {
        seen = top(object, scan.start(), seen);
      }
      fruitless = seen > before ? 0 : fruitless + 1;
      if (seen >= expected || scan.number() >= SCANS || fruitless >= FRUITLESS) {
        tombstones(object, scan.began());
        finish(object, seen, expected > seen ? List.of(fewer(object, expected, seen)) : List.of());
        return;
      }
      scan = new Scan(scan.start(), scan.number() + 1, now());
    }
  }

  private long seen(ObjectName object, Instant start) {
    return ledger.read(tables -> tables.sourceRecords().seenSince(object, start));
  }

  /**
   * What was made or touched while the pages were read stands on the first pages now: a call or two
   * in place of a whole scan.
   */
  private long top(ObjectName object, Instant start, long before) {
    long seen = before;
    for (int number = 1; ; number++) {
      RecordReader.Page page = records.page(object, number);
      keep(object, page, tables -> {});
      long now = seen(object, start);
      if (page.last() || now == seen) {
        return now;
      }
      seen = now;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void begin(ObjectName object, Scan scan) {
    ledger.record(
        tables ->
            tables
                .slices()
                .save(new Progress(Extract.STAGE, object.wire(), scan.toString(), 0, false)));
  }

  private void finish(ObjectName object, long seen, List<Finding> found) {
    gaps.replace(object.wire(), found);
    ledger.record(
        tables -> tables.slices().save(new Progress(Extract.STAGE, object.wire(), "", seen, true)));
  }

  private Optional<Progress> slice(String name) {
    return ledger.read(tables -> tables.slices().find(Extract.STAGE, name));
  }

  /**
   * One pass over all pages; answers the most records that the source counted meanwhile, or -1. The
   * most, since a record that is deleted moves another from a page that is still to come to one
   * that was read.
   */
  private long scan(ObjectName object, Scan scan) {
    Pass pass = new Pass(object, scan);
    // The first page tells how many there are; a source that does not count is read by one lane.
    boolean counted = pass.first();
    if (!pass.ended.get()) {
      int lanes = counted ? LANES : 1;
      Lanes.sideBySide(
          IntStream.range(0, lanes)
              .<Runnable>mapToObj(lane -> () -> pass.lane(lane, lanes))
              .toList());
    }
    return pass.expected.get();
  }

  /** One scan while it runs. */
  private final class Pass {
    private final ObjectName object;
    private final Scan scan;
    private final AtomicLong expected = new AtomicLong(-1);
    private final AtomicLong read = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long pages = Long.MAX_VALUE;

    private Pass(ObjectName object, Scan scan) {
      this.object = object;
      this.scan = scan;
    }

    private String name(int lane) {
      return object.wire() + "/" + scan.number() + "/" + lane;
    }

    /** Page 1; answers whether the source says how many pages there are. */
    private boolean first() {
      RecordReader.Page page = records.page(object, 1, scan.number());
      keep(page, tables -> {});
      ended.set(page.last());
      pages = page.pages().orElse(Long.MAX_VALUE);
      return page.pages().isPresent() || page.total().isPresent();
    }

    /** Pages lane + 2, and every {@code lanes}th after it. */
    private void lane(int lane, int lanes) {
      Optional<Progress> before = slice(name(lane));
      if (before.map(Progress::done).orElse(false)) {
        read.addAndGet(before.map(Progress::records).orElse(0L));
        return;
      }
      int number =
          before.map(progressed -> Integer.parseInt(progressed.position())).orElse(lane + 2);
      if (number > pages) {
        return;
      }
      long mine = before.map(Progress::records).orElse(0L);
      read.addAndGet(mine);
      while (true) {
        RecordReader.Page page = records.page(object, number, scan.number());
        number += lanes;
        mine += page.records().size();
        Progress next =
            new Progress(Extract.STAGE, name(lane), Integer.toString(number), mine, page.last());
        keep(page, tables -> tables.slices().save(next));
        if (page.last() || (page.pages().isPresent() && number > page.pages().getAsLong())) {
          ledger.record(
              tables ->
                  tables
                      .slices()
                      .save(
                          new Progress(
                              Extract.STAGE, next.name(), next.position(), next.records(), true)));
          return;
        }
      }
    }

    private void keep(RecordReader.Page page, Consumer<Tables> position) {
      page.total().ifPresent(total -> expected.accumulateAndGet(total, Math::max));
      ScanList.this.keep(object, page, position);
      progress.at(
          "extract " + object.wire(), read.addAndGet(page.records().size()), expected.get());
    }
  }

  private void keep(ObjectName object, RecordReader.Page page, Consumer<Tables> position) {
    boolean thin = records.thin().contains(object);
    List<SourceRecord> rows = store.rows(page.records(), !thin);
    ledger.record(
        tables -> {
          if (thin && CompleteRows.before(object, tables)) {
            thin(rows, tables);
          } else {
            tables.sourceRecords().save(rows);
          }
          position.accept(tables);
        });
  }

  /** A list row does not replace the full record of the same date, but in a full extract. */
  private static void thin(List<SourceRecord> rows, Tables tables) {
    List<SourceRecord> changed = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (SourceRecord row : rows) {
      Optional<SourceRecord> known = tables.sourceRecords().find(row.key());
      String date = date(row);
      if (known.isPresent()
          && known.get().complete()
          && !date.isEmpty()
          && date.equals(date(known.get()))) {
        same.add(row.key().id());
      } else {
        changed.add(row);
      }
    }
    tables.sourceRecords().save(changed);
    rows.stream()
        .findFirst()
        .ifPresent(row -> tables.sourceRecords().touch(row.key().object(), same, row.readAt()));
  }

  private static String date(SourceRecord record) {
    return JsonMapper.shared().readTree(record.json()).path("updated_at").asString("");
  }

  /**
   * What an earlier extract saw and this one did not: asked for one by one before it counts as
   * gone.
   */
  private void tombstones(ObjectName object, Instant start) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> unseen =
          ledger.read(tables -> tables.sourceRecords().unseenSince(object, start, from, CHUNK));
      if (unseen.isEmpty()) {
        return;
      }
      List<SourceRecord> now = unseen.stream().map(this::again).toList();
      ledger.record(tables -> tables.sourceRecords().save(now));
      after = unseen.getLast().key().id();
    }
  }

  private SourceRecord again(SourceRecord old) {
    if (FileRecord.only(old.key())) {
      return old;
    }
    return records
        .one(old.key())
        .map(raw -> Store.row(raw, clock.instant(), true))
        .orElseGet(() -> old.tombstone(clock.instant()));
  }

  private static Finding fewer(ObjectName object, long expected, long seen) {
    return Gaps.object(
        "fewer-than-counted",
        object.wire(),
        "the source counts " + expected + " records, " + seen + " could be read");
  }

  /**
   * Which scan it is.
   *
   * @param start when the first scan of this extract began
   * @param began when this one did
   */
  private record Scan(Instant start, int number, Instant began) {
    static Scan parse(String text) {
      String[] parts = text.split(" ", -1);
      Instant start = Instant.parse(parts[0]);
      Instant began = parts.length > 2 ? Instant.parse(parts[2]) : start;
      return new Scan(start, Integer.parseInt(parts[1]), began);
    }

    @Override
    public String toString() {
      return start + " " + number + " " + began;
    }
  }
}
