package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.Source;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Finding;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stage: reads every record of every object that the source can list. Rows move while pages are
 * read, so a scan that saw fewer records than the source counts is made again; records that were
 * there before and are gone now become tombstones.
 */
public final class Extract {
  /** Stage name of its slices and findings. */
  public static final String STAGE = "extract";

  /** The slice that says that all others are done. */
  private static final String ALL = "all";

  /** Records that are committed together with the position. */
  private static final int CHUNK = 500;

  /** Scans of one object, until the source's own count is reached. */
  private static final int SCANS = 3;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Source source;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;

  public Extract(Source source, Ledger ledger, Clock clock, ProgressSink progress) {
    this.source = source;
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
  }

  /** Reads what is not read yet; gaps that remain are returned and kept as findings. */
  public List<Finding> run() {
    people();
    for (ObjectName object : ObjectName.values()) {
      if (source.records().objects().contains(object)) {
        read(object);
      }
    }
    ledger.record(tables -> tables.slices().save(new Progress(STAGE, ALL, "", 0, true)));
    return ledger.read(
        tables ->
            source.records().objects().stream()
                .flatMap(object -> tables.findings().all(findings(object)).stream())
                .toList());
  }

  /** Whether an extract came to its end. */
  public static boolean finished(Ledger ledger) {
    return ledger
        .read(tables -> tables.slices().find(STAGE, ALL))
        .map(Progress::done)
        .orElse(false);
  }

  /** Forgets the positions, so that the next run reads everything again. */
  public static void again(Ledger ledger) {
    ledger.record(tables -> tables.slices().reset(STAGE));
  }

  /**
   * No endpoint lists users with the ids that records use; discover joined them from what there is.
   */
  private void people() {
    Inventory inventory =
        ledger
            .read(tables -> tables.inventories().latest(Product.QONTAK))
            .orElseThrow(() -> new IllegalStateException("run pindah discover first"));
    Instant now = clock.instant();
    List<SourceRecord> users =
        inventory.people().stream().map(person -> record(user(person), now)).toList();
    ledger.record(tables -> tables.sourceRecords().save(users));
    progress.at("extract user", users.size(), users.size());
  }

  private static RawRecord user(Person person) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", person.id());
    json.put("name", person.name());
    json.put("email", person.email());
    json.put("active", person.active());
    json.put("role", person.role());
    return new RawRecord(new RecordKey(ObjectName.USER, person.id()), json.toString());
  }

  private static SourceRecord record(RawRecord raw, Instant at) {
    return new SourceRecord(
        raw.key(), raw.json(), Fingerprint.of(JSON.readTree(raw.json())), at, false);
  }

  private void read(ObjectName object) {
    Optional<Progress> before = ledger.read(tables -> tables.slices().find(STAGE, object.wire()));
    if (before.map(Progress::done).orElse(false)) {
      return;
    }
    Position position =
        before
            .filter(progressed -> !progressed.position().isBlank())
            .map(progressed -> Position.parse(progressed.position()))
            .orElseGet(() -> new Position(clock.instant().truncatedTo(ChronoUnit.MILLIS), 1, 1));
    while (true) {
      long expected = scan(object, position);
      Instant start = position.start();
      long seen = ledger.read(tables -> tables.sourceRecords().seenSince(object, start));
      if (expected < 0 || seen >= expected || position.scan() >= SCANS) {
        tombstones(object, start);
        List<Finding> gaps = expected > seen ? List.of(gap(object, expected, seen)) : List.of();
        ledger.record(
            tables -> {
              tables.findings().replace(findings(object), gaps);
              tables.slices().save(new Progress(STAGE, object.wire(), "", seen, true));
            });
        return;
      }
      position = new Position(start, position.scan() + 1, 1);
    }
  }

  private static String findings(ObjectName object) {
    return STAGE + ":" + object.wire();
  }

  private static Finding gap(ObjectName object, long expected, long seen) {
    return new Finding(
        "fewer-than-counted",
        Finding.Severity.WARNING,
        object.wire(),
        "",
        "",
        "the source counts " + expected + " records, " + seen + " could be read");
  }

  /** Reads from a position to the end; answers the source's own count, or -1. */
  private long scan(ObjectName object, Position from) {
    long expected = -1;
    long read = 0;
    List<SourceRecord> chunk = new ArrayList<>();
    for (int number = from.page(); ; number++) {
      RecordReader.Page page = source.records().page(object, number);
      expected = page.total().orElse(expected);
      Instant now = clock.instant();
      page.records().forEach(raw -> chunk.add(record(raw, now)));
      read += page.records().size();
      if (page.last() || chunk.size() >= CHUNK) {
        Position next = new Position(from.start(), from.scan(), number + 1);
        List<SourceRecord> records = List.copyOf(chunk);
        long soFar = read;
        ledger.record(
            tables -> {
              tables.sourceRecords().save(records);
              tables
                  .slices()
                  .save(new Progress(STAGE, object.wire(), next.toString(), soFar, false));
            });
        chunk.clear();
      }
      progress.at("extract " + object.wire(), read, expected);
      if (page.last()) {
        return expected;
      }
    }
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
      List<SourceRecord> now =
          unseen.stream()
              .map(
                  old ->
                      source
                          .records()
                          .one(old.key())
                          .map(raw -> record(raw, clock.instant()))
                          .orElseGet(
                              () ->
                                  new SourceRecord(
                                      old.key(), old.json(), old.hash(), clock.instant(), true)))
              .toList();
      ledger.record(tables -> tables.sourceRecords().save(now));
      after = unseen.getLast().key().id();
    }
  }

  /**
   * Where a scan stands.
   *
   * @param start when the first scan of this extract began
   * @param scan number of the scan, from 1
   * @param page next page to read
   */
  private record Position(Instant start, int scan, int page) {
    static Position parse(String text) {
      String[] parts = text.split(" ", -1);
      return new Position(
          Instant.parse(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
      return start + " " + scan + " " + page;
    }
  }
}
