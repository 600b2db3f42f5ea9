package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets records go again that load itself refused or held: somebody may have made room for them on
 * the target since it was read, so what stood in their way there is read anew.
 */
public final class LookAgain {
  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;

  public LookAgain(TargetReader reader, Ledger ledger, Clock clock) {
    this.reader = reader;
    this.ledger = ledger;
    this.clock = clock;
  }

  public void run(List<RecordKey> keys) {
    for (RecordKey key : keys) {
      Optional<Stored> stored = ledger.read(tables -> tables.candidates().find(key, Step.RECORD));
      if (stored.filter(LookAgain::due).isPresent()) {
        List<TargetRecord> there = there(stored.get());
        ledger.record(
            tables -> {
              tables.targetRecords().save(Reading.BEFORE, there);
              ready(stored.get(), tables);
            });
      }
    }
  }

  private static boolean due(Stored stored) {
    String reason = stored.candidate().reason();
    return stored.state() == RecordState.REFUSED
        || (stored.state() == RecordState.HELD
            && (reason.startsWith(PlanWrites.AMBIGUOUS) || reason.startsWith(PlanWrites.TAKEN)));
  }

  /** What is gone by now is remembered without any key, so that nothing finds it. */
  private List<TargetRecord> there(Stored stored) {
    List<TargetRecord> now = new ArrayList<>();
    for (Row known : ledger.read(tables -> PlanWrites.existing(stored.candidate(), tables))) {
      now.add(
          reader
              .one(known.module(), known.id())
              .map(row -> record(row, row.keys()))
              .orElseGet(() -> record(known, Map.of())));
    }
    return now;
  }

  private TargetRecord record(Row row, Map<String, List<String>> keys) {
    return new TargetRecord(row.module(), row.id(), row.json(), keys, clock.instant());
  }

  private static void ready(Stored stored, Tables tables) {
    tables
        .candidates()
        .move(
            List.of(stored.candidate().key()),
            Step.RECORD,
            stored.state(),
            RecordState.READY,
            "tried again");
  }
}
