package dev.pindah.journey.discover;

import dev.pindah.connect.RecordReader;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Rows of the source: all of them once they were extracted, else some pages of each list. */
final class ReadRows {
  /** Pages per object that are looked at. */
  static final int PAGES = 10;

  private static final int CHUNK = 500;

  private final RecordReader records;
  private final Ledger ledger;
  private final ProgressSink progress;
  private final boolean extracted;

  ReadRows(RecordReader records, Ledger ledger, ProgressSink progress, boolean extracted) {
    this.records = records;
    this.ledger = ledger;
    this.progress = progress;
    this.extracted = extracted;
  }

  /** One row as received. */
  record Row(RecordKey key, String json) {}

  /**
   * What was seen of one object.
   *
   * @param all whether there is no more
   * @param total what the source counts, where it does
   */
  record Seen(long rows, boolean all, OptionalLong total) {}

  Seen each(ObjectName object, Consumer<Row> look) {
    return extracted ? kept(object, look) : pages(object, look);
  }

  private Seen pages(ObjectName object, Consumer<Row> look) {
    long rows = 0;
    OptionalLong total = OptionalLong.empty();
    for (int number = 1; number <= PAGES; number++) {
      RecordReader.Page page = records.page(object, number);
      page.records().forEach(record -> look.accept(new Row(record.key(), record.json())));
      rows += page.records().size();
      if (page.total().isPresent()) {
        total = page.total();
      }
      progress.at("discover " + object.wire(), rows, page.last() ? rows : -1);
      if (page.last()) {
        return new Seen(rows, true, total);
      }
    }
    return new Seen(rows, false, total);
  }

  private Seen kept(ObjectName object, Consumer<Row> look) {
    long rows = 0;
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return new Seen(rows, true, OptionalLong.of(rows));
      }
      page.forEach(record -> look.accept(new Row(record.key(), record.json())));
      rows += page.size();
      after = page.getLast().key().id();
    }
  }
}
