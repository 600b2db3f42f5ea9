package dev.pindah.journey.handoff;

import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes chatbot files into the ledger as they are now: an admin often brings them after everything
 * else was read. Files that are gone become tombstones.
 */
public final class TakeInFiles {
  private static final int MOST = 5_000;

  private final Ledger ledger;
  private final Clock clock;

  public TakeInFiles(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  public void run(List<RawRecord> files) {
    Instant now = clock.instant();
    List<SourceRecord> rows = new ArrayList<>();
    for (RawRecord file : files) {
      rows.add(
          new SourceRecord(
              file.key(),
              file.parent(),
              file.json(),
              Fingerprint.of(JsonMapper.shared().readTree(file.json())),
              now,
              true,
              false));
    }
    Set<String> here =
        files.stream().map(file -> file.key().id()).collect(Collectors.toUnmodifiableSet());
    ledger.read(tables -> tables.sourceRecords().page(ObjectName.CHATBOT, "", MOST)).stream()
        .filter(known -> !here.contains(known.key().id()))
        .forEach(known -> rows.add(known.tombstone(now)));
    ledger.record(tables -> tables.sourceRecords().save(rows));
  }
}
