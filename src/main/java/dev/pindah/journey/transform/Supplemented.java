package dev.pindah.journey.transform;

import dev.pindah.ledger.FileCells.FileCell;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.RecordKey;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Raw records with what only a downloaded file has; what the API gives wins. */
final class Supplemented {
  private Supplemented() {}

  /** Records of one object. */
  static List<SourceRecord> over(Tables tables, List<SourceRecord> page) {
    if (page.isEmpty()) {
      return page;
    }
    Map<RecordKey, List<FileCell>> cells =
        tables
            .fileCells()
            .of(
                page.getFirst().key().object(),
                page.stream().map(record -> record.key().id()).toList())
            .stream()
            .collect(Collectors.groupingBy(FileCell::key));
    if (cells.isEmpty()) {
      return page;
    }
    List<SourceRecord> over = new ArrayList<>();
    page.forEach(record -> over.add(over(record, cells.getOrDefault(record.key(), List.of()))));
    return over;
  }

  private static SourceRecord over(SourceRecord record, List<FileCell> cells) {
    if (cells.isEmpty()) {
      return record;
    }
    SourceRow row = new SourceRow(record.json());
    for (FileCell cell : cells) {
      row = row.value(cell.field()).blank() ? row.with(cell.field(), cell.text()) : row;
    }
    return new SourceRecord(
        record.key(),
        record.parent(),
        row.json(),
        record.hash(),
        record.readAt(),
        record.complete(),
        record.deleted());
  }
}
