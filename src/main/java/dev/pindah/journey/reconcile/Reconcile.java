package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Books;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stage: reads every loaded module back and compares every record and cell. */
public final class Reconcile {
  /** Stage name of its findings. */
  public static final String STAGE = "reconcile";

  private static final int CHUNK = 500;

  /** Modules that are read back before their objects are compared. */
  private static final List<TargetModule> MODULES =
      List.of(
          TargetModule.SALES_ACCOUNTS,
          TargetModule.CONTACTS,
          TargetModule.DEALS,
          TargetModule.TASKS,
          TargetModule.NOTES,
          TargetModule.LISTS);

  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;

  public Reconcile(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What the comparison found.
   *
   * @param balanced every record is in one bucket and nothing that should stand is missing, doubled
   *     or different
   */
  public record Reconciliation(
      boolean balanced, List<Books> books, Map<String, Long> cells, List<Finding> findings) {}

  public Reconciliation run() {
    CellBooks cells = new CellBooks();
    List<Finding> findings = new ArrayList<>();
    ReadBack readBack = new ReadBack(reader, ledger, clock, progress);
    Set<TargetModule> used = used();
    MODULES.stream().filter(used::contains).forEach(readBack::run);
    for (ObjectName object : ObjectName.values()) {
      if (object.moves() && object != ObjectName.USER) {
        compare(object, Step.RECORD, cells, findings);
      }
      compare(object, Step.PART, cells, findings);
    }
    findings.addAll(new CompareMembers(reader, ledger, progress).run());
    List<CellCount> counts = cells.counts();
    ledger.record(
        tables -> {
          tables.findings().replace(STAGE, findings);
          tables.cellCounts().replace(counts);
        });
    List<Books> books = ledger.read(tables -> tables.candidates().books());
    boolean balanced =
        books.stream().allMatch(Books::balanced)
            && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    return new Reconciliation(balanced, books, CellBooks.totals(counts), findings);
  }

  /** Modules that hold something of ours; the others need not be read. */
  private Set<TargetModule> used() {
    return ledger.read(tables -> tables.crosswalk().modules());
  }

  private void compare(ObjectName object, Step step, CellBooks cells, List<Finding> findings) {
    for (RecordState state : RecordState.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<Stored> page =
            ledger.read(tables -> tables.candidates().page(object, step, state, from, CHUNK));
        if (page.isEmpty()) {
          break;
        }
        findings.addAll(compare(page, cells));
        after = page.getLast().candidate().key().id();
      }
    }
  }

  private List<Finding> compare(List<Stored> page, CellBooks cells) {
    readAgain(page);
    return ledger.read(
        tables -> {
          CompareRecords compare = new CompareRecords(tables);
          for (Stored stored : page) {
            Set<String> lost =
                stored.standsAlone() ? compare.compare(stored.candidate()) : Set.of();
            cells.add(stored.candidate(), lost);
          }
          return compare.findings();
        });
  }

  /**
   * Rows of lists may be thinner than the record: what looks wrong on them is read by itself before
   * it is called wrong.
   */
  private void readAgain(List<Stored> page) {
    List<Pair> suspects =
        ledger.read(
            tables ->
                page.stream()
                    .filter(Stored::standsAlone)
                    .filter(stored -> suspect(stored, tables))
                    .flatMap(stored -> tables.crosswalk().find(stored.candidate().key()).stream())
                    .filter(pair -> !pair.module().hanging() && pair.module() != TargetModule.LISTS)
                    .toList());
    List<TargetRecord> records = new ArrayList<>();
    for (Pair pair : suspects) {
      reader
          .one(pair.module(), pair.targetId())
          .map(
              row ->
                  new TargetRecord(row.module(), row.id(), row.json(), row.keys(), clock.instant()))
          .ifPresent(records::add);
      progress.at("reconcile: read what looks wrong again", records.size(), suspects.size());
    }
    if (!records.isEmpty()) {
      ledger.record(tables -> tables.targetRecords().save(Reading.AFTER, records));
    }
  }

  private static boolean suspect(Stored stored, Tables tables) {
    CompareRecords compare = new CompareRecords(tables);
    compare.compare(stored.candidate());
    return compare.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
