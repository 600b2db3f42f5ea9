package dev.pindah.journey.cutover;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Records that were deleted in the source. What was moved stays on the target and is listed, since
 * a deletion there cannot be taken back by us; what was not moved yet is not moved any more.
 */
public final class Tombstones {
  /** Stage name of the findings. */
  public static final String STAGE = "cutover";

  private static final int PAGE = 500;

  private final Ledger ledger;

  public Tombstones(Ledger ledger) {
    this.ledger = ledger;
  }

  /** How many of them stand on the target and were not there at the last delta. */
  public long standing() {
    long[] count = {0};
    Set<String> known =
        ledger.read(tables -> tables.findings().all(STAGE)).stream()
            .map(finding -> finding.object() + " " + finding.id())
            .collect(Collectors.toSet());
    each(
        record -> {
          boolean there = ledger.read(tables -> tables.crosswalk().find(record.key())).isPresent();
          String name = record.key().object().wire() + " " + record.key().id();
          count[0] += there && !known.contains(name) ? 1 : 0;
        });
    return count[0];
  }

  private void each(Consumer<SourceRecord> work) {
    for (ObjectName object : ObjectName.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<SourceRecord> page =
            ledger.read(tables -> tables.sourceRecords().tombstones(object, from, PAGE));
        if (page.isEmpty()) {
          break;
        }
        page.forEach(work);
        after = page.getLast().key().id();
      }
    }
  }

  /** Those of them that stand on the target. */
  public List<RecordKey> settle() {
    List<RecordKey> standing = new ArrayList<>();
    each(record -> settle(record.key(), standing));
    List<Finding> findings =
        standing.stream()
            .map(
                key ->
                    new Finding(
                        "deleted-in-source",
                        Severity.WARNING,
                        key.object().wire(),
                        key.id(),
                        "",
                        "deleted in Qontak after it was moved; it stays on the target"))
            .toList();
    ledger.record(tables -> tables.findings().replace(STAGE, findings));
    return standing;
  }

  private void settle(RecordKey key, List<RecordKey> standing) {
    ledger.record(
        tables -> {
          if (tables.crosswalk().find(key).isPresent()) {
            standing.add(key);
          } else if (tables
              .candidates()
              .find(key, Step.RECORD)
              .map(stored -> stored.state() == RecordState.READY)
              .orElse(false)) {
            tables.candidates().remove(key);
          }
        });
  }
}
