package dev.pindah.journey.extract;

import dev.pindah.connect.ExportReader;
import dev.pindah.connect.ExportReader.Line;
import dev.pindah.connect.ExportReader.Table;
import dev.pindah.journey.extract.Headings.Meaning;
import dev.pindah.journey.extract.MergeExports.Merged;
import dev.pindah.ledger.FileCells.FileCell;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One table: first the rows tell by what they are known, then the ledger tells whose they are, then
 * their cells are taken. The rows are read twice so that they never are in memory at once.
 */
final class MergeTable {
  private static final int CHUNK = 500;

  /** Rows that are named one by one. */
  private static final int NAMED = 1_000;

  private final Table table;
  private final Meaning meaning;
  private final ExportReader exports;
  private final Inventory inventory;
  private final Ledger ledger;
  private final Clock clock;
  private final Gaps gaps;
  private final ObjectName object;
  private final Map<String, FieldSchema> schema;
  private final List<Finding> findings = new ArrayList<>();
  private final Count count = new Count();

  /** What the rows came to so far. */
  private static final class Count {
    private long rows;
    private long matched;
    private long filled;
    private long added;
    private long ambiguous;
    private long unmatched;
  }

  /** Whose row it is. */
  private sealed interface Owner {}

  private record Known(String id) implements Owner {}

  private record Ambiguous() implements Owner {}

  private record Unknown(String id) implements Owner {}

  private record RowKeys(int number, String id, Identity identity) {}

  MergeTable(
      Table table,
      Meaning meaning,
      ExportReader exports,
      Inventory inventory,
      Ledger ledger,
      Clock clock,
      Gaps gaps) {
    this.table = table;
    this.meaning = meaning;
    this.exports = exports;
    this.inventory = inventory;
    this.ledger = ledger;
    this.clock = clock;
    this.gaps = gaps;
    this.object = meaning.object();
    this.schema =
        inventory.object(object.wire()).map(ObjectSchema::fields).orElse(List.of()).stream()
            .collect(Collectors.toMap(FieldSchema::key, Function.identity()));
  }

  Merged run(ProgressSink progress) {
    Map<Integer, Owner> owners = owners();
    // Rows that no record matches are new only where the API is known to leave records out.
    boolean incomplete =
        gaps.has(object)
            || ledger.<Long>read(tables -> tables.sourceRecords().count(object)) == onlyOfFiles();
    FileRecord maker = new FileRecord(inventory, named(incomplete)::holders);
    List<Line> chunk = new ArrayList<>();
    ledger.record(tables -> tables.fileCells().forget(table.name()));
    exports.rows(
        table,
        line -> {
          chunk.add(line);
          if (chunk.size() == CHUNK) {
            take(List.copyOf(chunk), owners, maker, incomplete);
            chunk.clear();
            progress.at("merge " + table.name(), count.rows, owners.size());
          }
        });
    take(chunk, owners, maker, incomplete);
    progress.at("merge " + table.name(), count.rows, owners.size());
    meaning
        .unknown()
        .forEach(
            heading ->
                findings.add(
                    Gaps.object(
                        "heading-not-understood",
                        object.wire(),
                        table.name() + ": no field of the account is called '" + heading + "'")));
    gaps.replace("exports:" + table.name(), findings);
    return new Merged(
        table.name(),
        object,
        count.rows,
        count.matched,
        count.filled,
        count.added,
        count.ambiguous,
        count.unmatched,
        meaning.unknown());
  }

  /** Records of the object that came from files themselves, in an earlier run. */
  private long onlyOfFiles() {
    long[] only = {0};
    each(object, record -> only[0] += FileRecord.only(record.key()) ? 1 : 0);
    return only[0];
  }

  private Map<Integer, Owner> owners() {
    List<RowKeys> rows = new ArrayList<>();
    exports.rows(
        table,
        line ->
            rows.add(
                new RowKeys(
                    line.number(),
                    text(line, Headings.ID),
                    Identity.of(object, field -> text(line, field)))));
    Holders holders = new Holders();
    rows.forEach(row -> row.identity().keys().forEach(holders::want));
    rows.forEach(row -> holders.want("i" + row.id()));
    each(
        object,
        record -> {
          SourceRow row = new SourceRow(record.json());
          holders.add("i" + record.key().id(), record.key().id());
          Identity.of(object, field -> row.value(field).text())
              .keys()
              .forEach(key -> holders.add(key, record.key().id()));
        });
    Map<Integer, Owner> owners = new HashMap<>();
    Map<String, Integer> claims = new HashMap<>();
    for (RowKeys row : rows) {
      Set<String> ids =
          row.id().isBlank() ? row.identity().among(holders::of) : holders.of("i" + row.id());
      Owner owner =
          switch (ids.size()) {
            case 0 -> new Unknown(row.id());
            case 1 -> new Known(ids.iterator().next());
            default -> new Ambiguous();
          };
      owners.put(row.number(), owner);
      if (owner instanceof Known(String id)) {
        claims.merge(id, 1, Integer::sum);
      }
    }
    // Two rows of one table cannot be the same record.
    owners.replaceAll(
        (number, owner) ->
            owner instanceof Known(String id) && claims.getOrDefault(id, 0) > 1
                ? new Ambiguous()
                : owner);
    return owners;
  }

  /** Who carries a key, of those keys that somebody asks for. */
  private static final class Holders {
    private final Map<String, Set<String>> holders = new HashMap<>();

    void want(String key) {
      holders.putIfAbsent(key, Set.of());
    }

    void add(String key, String id) {
      holders.computeIfPresent(
          key,
          (same, ids) -> {
            Set<String> more = new java.util.LinkedHashSet<>(ids);
            more.add(id);
            return more;
          });
    }

    Set<String> of(String key) {
      return holders.getOrDefault(key, Set.of());
    }
  }

  /** Ids by name, of the objects that this table speaks of. */
  private record Names(Map<ObjectName, Map<String, Set<String>>> ids) {
    Set<String> holders(ObjectName object, String name) {
      return ids.getOrDefault(object, Map.of()).getOrDefault(name, Set.of());
    }
  }

  private Names named(boolean wanted) {
    Map<ObjectName, Map<String, Set<String>>> ids = new HashMap<>();
    if (wanted) {
      for (ObjectName referred : FileRecord.referred(meaning.fields().values())) {
        Map<String, Set<String>> names = ids.computeIfAbsent(referred, first -> new HashMap<>());
        each(
            referred,
            record -> {
              SourceRow row = new SourceRow(record.json());
              String name =
                  referred == ObjectName.CONTACT
                      ? row.text("first_name") + " " + row.text("last_name")
                      : row.text("name");
              names
                  .computeIfAbsent(Identity.name(name), first -> new java.util.HashSet<>())
                  .add(record.key().id());
            });
      }
    }
    return new Names(ids);
  }

  private void each(ObjectName of, java.util.function.Consumer<SourceRecord> work) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page = ledger.read(tables -> tables.sourceRecords().page(of, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(work);
      after = page.getLast().key().id();
    }
  }

  private void take(
      List<Line> lines, Map<Integer, Owner> owners, FileRecord maker, boolean incomplete) {
    List<FileCell> cells = new ArrayList<>();
    List<SourceRecord> added = new ArrayList<>();
    ledger.read(
        tables -> {
          for (Line line : lines) {
            count.rows++;
            switch (owners.getOrDefault(line.number(), new Ambiguous())) {
              case Known(String id) -> fill(line, new RecordKey(object, id), tables, cells);
              case Unknown(String id) when incomplete -> added.add(make(line, id, maker));
              case Unknown(String id) -> {
                count.unmatched++;
                name("row-unmatched", line, "no record that the API gives is this row's");
              }
              case Ambiguous() -> {
                count.ambiguous++;
                name("row-ambiguous", line, "it may be more than one record, and is held");
              }
            }
          }
          return true;
        });
    ledger.record(
        tables -> {
          tables.sourceRecords().save(added);
          tables.fileCells().save(cells);
        });
    count.filled += cells.size();
    count.added += added.size();
  }

  private void name(String code, Line line, String what) {
    if (findings.size() < NAMED) {
      findings.add(Gaps.object(code, object.wire(), MergeExports.place(table, line) + ": " + what));
    }
  }

  private void fill(Line line, RecordKey key, Tables tables, List<FileCell> cells) {
    Optional<SourceRecord> record = tables.sourceRecords().find(key);
    if (record.isEmpty()) {
      return;
    }
    count.matched++;
    SourceRow row = new SourceRow(record.get().json());
    meaning
        .fields()
        .forEach(
            (column, field) -> {
              String text = value(field, line.cells().get(column));
              if (!text.isBlank() && fills(field) && row.value(field).blank()) {
                cells.add(new FileCell(key, field, text, table.name(), line.number()));
              }
            });
  }

  /** What a record belongs to is told by the API in ids, or not at all. */
  private boolean fills(String field) {
    FieldSchema known = schema.get(field);
    return known != null
        // Under another name on the record, and a file that nobody would fetch.
        && (known.type() != FieldType.FILE || known.custom())
        && known.type() != FieldType.REFERENCE
        && known.type() != FieldType.SYSTEM
        && !FileRecord.refers(field);
  }

  private SourceRecord make(Line line, String id, FileRecord maker) {
    Map<String, String> texts = new LinkedHashMap<>();
    meaning
        .fields()
        .forEach(
            (column, field) -> {
              String text = value(field, line.cells().get(column));
              if (!text.isBlank() && !field.equals(Headings.ID)) {
                texts.put(field, text);
              }
            });
    SourceRecord record = maker.of(object, id, texts, clock.instant());
    for (String field : maker.unresolved()) {
      name("reference-unresolved", line, "'" + field + "' names nobody, or more than one");
    }
    return record;
  }

  private String value(String field, String cell) {
    FieldSchema known = schema.get(field);
    return known == null ? cell.strip() : ExportText.of(known, cell);
  }

  private String text(Line line, String field) {
    return meaning.column(field).map(column -> line.cells().get(column).strip()).orElse("");
  }
}
