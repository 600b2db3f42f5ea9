package dev.pindah.journey.handoff;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Cell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.Verdict;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds every source value that does not stand on the target as it was. */
public final class LeftBehind {
  private static final int CHUNK = 500;

  private final Ledger ledger;

  public LeftBehind(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * One value.
   *
   * @param targetId blank when the record itself did not move
   * @param verdict degraded, documented, dropped, failed, or the state of a record that did not
   *     move
   */
  public record Value(
      ObjectName object,
      String sourceId,
      String targetId,
      String field,
      String value,
      String verdict,
      String reason) {}

  /** Object by object, record by record. */
  public void each(ObjectName object, Consumer<Value> consumer) {
    for (RecordState state : RecordState.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<Stored> page =
            ledger.read(
                tables -> tables.candidates().page(object, Step.RECORD, state, from, CHUNK));
        if (page.isEmpty()) {
          break;
        }
        ledger
            .<List<Value>>read(
                tables -> page.stream().flatMap(stored -> values(stored, tables).stream()).toList())
            .forEach(consumer);
        after = page.getLast().candidate().key().id();
      }
    }
  }

  private static List<Value> values(Stored stored, Tables tables) {
    List<Value> values = new ArrayList<>();
    SourceRow row =
        tables
            .sourceRecords()
            .find(stored.candidate().key())
            .map(record -> new SourceRow(record.json()))
            .orElseGet(() -> new SourceRow("{}"));
    String target =
        tables.crosswalk().find(stored.candidate().key()).map(pair -> pair.targetId()).orElse("");
    for (Cell cell : stored.candidate().cells()) {
      if (!stored.state().onTarget() || !arrived(cell.verdict())) {
        values.add(
            new Value(
                stored.candidate().key().object(),
                stored.candidate().key().id(),
                target,
                cell.field(),
                row.value(cell.field()).text(),
                stored.state().onTarget() ? cell.verdict().wire() : stored.state().wire(),
                stored.state().onTarget() ? cell.verdict().detail() : stored.candidate().reason()));
      }
    }
    return values;
  }

  private static boolean arrived(Verdict verdict) {
    return verdict instanceof Verdict.Exact || verdict instanceof Verdict.Transformed;
  }
}
