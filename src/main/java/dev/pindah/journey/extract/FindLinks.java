package dev.pindah.journey.extract;

import dev.pindah.connect.MediaReader;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through the records that changed since it last did, and writes down which files they link
 * to. The time up to which an object was gone through is its position.
 */
final class FindLinks {
  private static final String STAGE = "extract-links";
  private static final int CHUNK = 500;

  private final MediaReader media;
  private final Ledger ledger;
  private final Clock clock;

  FindLinks(MediaReader media, Ledger ledger, Clock clock) {
    this.media = media;
    this.ledger = ledger;
    this.clock = clock;
  }

  void run() {
    Optional<Inventory> inventory =
        ledger.read(tables -> tables.inventories().latest(Product.QONTAK));
    for (ObjectName object : ObjectName.values()) {
      run(object, inventory.flatMap(known -> known.object(object.wire())));
    }
  }

  private void run(ObjectName object, Optional<ObjectSchema> schema) {
    Instant start = clock.instant();
    Instant since =
        ledger
            .read(tables -> tables.slices().find(STAGE, object.wire()))
            .map(done -> Instant.parse(done.position()))
            .orElse(Instant.EPOCH);
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> records =
          ledger.read(tables -> tables.sourceRecords().changedSince(object, since, from, CHUNK));
      if (records.isEmpty()) {
        Progress done = new Progress(STAGE, object.wire(), start.toString(), 0, true);
        ledger.record(tables -> tables.slices().save(done));
        return;
      }
      save(links(records, schema, since.equals(Instant.EPOCH)));
      after = records.getLast().key().id();
    }
  }

  /** By record; in a first pass only of records that link to anything. */
  private Map<RecordKey, List<SourceFile>> links(
      List<SourceRecord> records, Optional<ObjectSchema> schema, boolean first) {
    Map<RecordKey, List<SourceFile>> links = new LinkedHashMap<>();
    for (SourceRecord record : records) {
      List<SourceFile> files =
          media.links(record.key(), record.json(), schema).stream()
              .map(link -> SourceFile.found(record.key(), link.field(), link.url(), link.name()))
              .toList();
      if (!first || !files.isEmpty()) {
        links.put(record.key(), files);
      }
    }
    return links;
  }

  private void save(Map<RecordKey, List<SourceFile>> links) {
    if (!links.isEmpty()) {
      ledger.record(tables -> links.forEach(tables.sourceFiles()::links));
    }
  }
}
