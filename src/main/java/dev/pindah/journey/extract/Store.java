package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Fingerprint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Raw records on their way into the ledger. */
final class Store {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Ledger ledger;
  private final Clock clock;

  Store(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void save(List<RawRecord> records, boolean complete) {
    List<SourceRecord> rows = rows(records, complete);
    ledger.record(tables -> tables.sourceRecords().save(rows));
  }

  /** Hashing happens here, outside the one writer's transaction. */
  List<SourceRecord> rows(List<RawRecord> records, boolean complete) {
    Instant now = clock.instant();
    return records.stream().map(raw -> row(raw, now, complete)).toList();
  }

  static SourceRecord row(RawRecord raw, Instant at, boolean complete) {
    return new SourceRecord(
        raw.key(),
        raw.parent(),
        raw.json(),
        Fingerprint.of(JSON.readTree(raw.json())),
        at,
        complete,
        false);
  }
}
