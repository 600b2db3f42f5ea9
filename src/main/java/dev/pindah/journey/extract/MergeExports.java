package dev.pindah.journey.extract;

import dev.pindah.connect.ExportReader;
import dev.pindah.connect.ExportReader.Line;
import dev.pindah.connect.ExportReader.Table;
import dev.pindah.connect.ExportReader.UnreadableExport;
import dev.pindah.journey.extract.Headings.Meaning;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.schema.Inventory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Downloads as a fallback: what the API leaves blank of a record is taken from its row in a file,
 * and rows of objects that the API does not give become records. What the API gives always wins.
 */
public final class MergeExports {
  private static final String SLICE = "exports";

  /** Others refer to these by name. */
  private static final List<ObjectName> FIRST =
      List.of(ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL);

  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;
  private final Gaps gaps;

  public MergeExports(Ledger ledger, Clock clock, ProgressSink progress) {
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
    this.gaps = new Gaps(ledger);
  }

  /**
   * What one table came to.
   *
   * @param matched rows whose record is known
   * @param filled cells that the API had left blank
   * @param added records that only the file has
   * @param ambiguous rows that could be more than one record, and are held
   * @param unmatched rows that are no record that the API gives
   */
  public record Merged(
      String table,
      ObjectName object,
      long rows,
      long matched,
      long filled,
      long added,
      long ambiguous,
      long unmatched,
      List<String> unknownHeadings) {
    public Merged {
      unknownHeadings = List.copyOf(unknownHeadings);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %,d rows of %s: %,d known, %,d cells filled, %,d records added, %,d ambiguous, %,d"
              + " of no record, %d headings not understood",
          table,
          rows,
          object.wire(),
          matched,
          filled,
          added,
          ambiguous,
          unmatched,
          unknownHeadings.size());
    }
  }

  private record Understood(Table table, Meaning meaning) {}

  /**
   * Takes every table of the folder.
   *
   * @param strict whether a table about nothing that Qontak has is an error; else it is a finding
   * @throws UnreadableExport a file cannot be taken; nothing of any file was
   */
  public List<Merged> run(ExportReader exports, boolean strict) {
    Inventory inventory = inventory();
    List<Finding> strange = new ArrayList<>();
    List<Understood> understood = understood(exports, inventory, strict, strange);
    gaps.replace(SLICE, strange);
    List<Merged> merged = new ArrayList<>();
    for (Understood table : understood) {
      merged.add(
          new MergeTable(table.table(), table.meaning(), exports, inventory, ledger, clock, gaps)
              .run(progress));
    }
    return merged;
  }

  /**
   * Reads every file to its end and takes nothing.
   *
   * @throws UnreadableExport a file cannot be taken
   */
  public void check(ExportReader exports) {
    understood(exports, inventory(), true, new ArrayList<>())
        .forEach(table -> exports.rows(table.table(), line -> {}));
  }

  private Inventory inventory() {
    return ledger
        .read(tables -> tables.inventories().latest(Product.QONTAK))
        .orElseThrow(() -> new IllegalStateException("run pindah discover first"));
  }

  private static List<Understood> understood(
      ExportReader exports, Inventory inventory, boolean strict, List<Finding> strange) {
    Headings headings = new Headings(inventory);
    List<Understood> understood = new ArrayList<>();
    for (Table table : exports.tables()) {
      Optional<Meaning> meaning = headings.of(table);
      if (meaning.isPresent()) {
        understood.add(new Understood(table, meaning.get()));
      } else {
        strange.add(
            Gaps.object(
                "export-not-understood",
                ObjectName.FILE.wire(),
                table.name()
                    + ": its headings are not those of contacts, companies, deals, tasks, tickets"
                    + " or products"));
      }
    }
    if (strict && (understood.isEmpty() || !strange.isEmpty())) {
      throw new UnreadableExport(
          strange.isEmpty()
              ? "the folder holds no .xlsx or .csv file with rows"
              : strange.getFirst().detail()
                  + "; take it out of the folder, or give its columns the names that Qontak shows");
    }
    understood.sort(Comparator.comparingInt(table -> place(table.meaning().object())));
    return understood;
  }

  private static int place(ObjectName object) {
    int place = FIRST.indexOf(object);
    return place < 0 ? FIRST.size() : place;
  }

  /** Tells a row apart for people without what stands in it. */
  static String place(Table table, Line line) {
    return table.name() + ", row " + line.number();
  }
}
