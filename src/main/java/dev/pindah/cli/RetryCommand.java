package dev.pindah.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Correction;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.ErrorRows;
import dev.pindah.report.Summary;
import dev.pindah.report.sheet.ErrorSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "retry",
    description = {
      "Takes a corrected file of records that could not move (reports/errors-OBJECT.xlsx or .csv):",
      "stores what was corrected, and brings these records over. Rows are known by object and id, so",
      "nothing can be made twice. 'skip' in the column action leaves a record behind for good."
    })
final class RetryCommand extends WorkspaceCommand {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  @Parameters(index = "0", paramLabel = "FILE", description = "The corrected .xlsx or .csv file.")
  Path file = Path.of("");

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who corrected it.")
  String by = "";

  /** What the rows of the file came to. */
  private static final class Taken {
    private int rows;
    private int corrected;
    private int skipped;
    private int settled;
  }

  @Override
  int run(Session session) {
    Mapping mapping = session.requireConfirmed();
    List<Map<String, String>> rows = rows();
    Taken taken = new Taken();
    session.ledger.record(
        tables -> {
          Map<RecordKey, List<Correction>> before = new HashMap<>();
          tables
              .corrections()
              .all()
              .forEach(
                  known ->
                      before.computeIfAbsent(known.key(), any -> new ArrayList<>()).add(known));
          rows.forEach(row -> take(row, before, tables, taken));
          tables
              .decisions()
              .append(
                  "corrected",
                  "retry:" + file.getFileName(),
                  by,
                  taken.corrected + " values corrected, " + taken.skipped + " records left behind",
                  session.clock.instant());
        });
    session.journey().transform(mapping);
    session.journey().load();
    Summary summary = Summary.read(session.ledger);
    ReportFiles.write(session, summary);
    if (session.output.json()) {
      session.flush();
      Output.print(
          SummaryJson.run(summary)
              .put("rows", taken.rows)
              .put("corrected", taken.corrected)
              .put("leftBehind", taken.skipped)
              .put("settledBefore", taken.settled));
    } else {
      RowTable.say(session.output, summary);
      session.output.say(
          taken.rows
              + " rows taken, "
              + taken.corrected
              + " values corrected, "
              + taken.skipped
              + " records left behind, "
              + taken.settled
              + " were settled before; next: pindah reconcile");
    }
    return summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private void take(
      Map<String, String> row,
      Map<RecordKey, List<Correction>> before,
      Tables tables,
      Taken taken) {
    RecordKey key = key(row);
    Optional<Stored> stored = tables.candidates().find(key, Step.RECORD);
    RecordState state = stored.map(Stored::state).orElse(RecordState.SKIPPED);
    if (state != RecordState.HELD && state != RecordState.REFUSED) {
      taken.settled++;
      return;
    }
    taken.rows++;
    if (row.getOrDefault("action", "").equalsIgnoreCase(Correction.SKIP)) {
      tables.corrections().save(List.of(Correction.skip(key)));
      taken.skipped++;
      return;
    }
    List<Correction> changed =
        ErrorRows.changes(
            key,
            row,
            tables.sourceRecords().find(key).map(record -> record.json()).orElse("{}"),
            before.getOrDefault(key, List.of()));
    tables.corrections().save(changed);
    taken.corrected += changed.size();
    if (state == RecordState.REFUSED) {
      tables
          .candidates()
          .move(List.of(key), Step.RECORD, RecordState.REFUSED, RecordState.READY, "tried again");
    }
  }

  private RecordKey key(Map<String, String> row) {
    String object = row.getOrDefault("object", "");
    String id = row.getOrDefault("id", "");
    Optional<ObjectName> known = ObjectName.of(object);
    if (known.isEmpty() || id.isBlank()) {
      throw new UsageException(
          file.getFileName()
              + ": a row names no record (object '"
              + object
              + "', id '"
              + id
              + "'); keep both columns as they were");
    }
    return new RecordKey(known.get(), id);
  }

  private List<Map<String, String>> rows() {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no file " + file);
    }
    List<List<String>> lines =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? workbook() : text();
    if (lines.isEmpty() || !lines.getFirst().containsAll(List.of("object", "id"))) {
      throw new UsageException(
          file.getFileName()
              + " has no columns 'object' and 'id'; give back a file that Pindah wrote to reports/");
    }
    List<String> heads = lines.getFirst();
    return lines.stream()
        .skip(1)
        .filter(cells -> cells.stream().anyMatch(cell -> !cell.isBlank()))
        .map(
            cells -> {
              Map<String, String> row = new HashMap<>();
              for (int column = 0; column < heads.size(); column++) {
                row.put(heads.get(column), column < cells.size() ? cells.get(column) : "");
              }
              return row;
            })
        .toList();
  }

  private List<List<String>> workbook() {
    try {
      return ErrorSheet.read(file);
    } catch (IOException | ExcelReaderException unreadable) {
      throw new UsageException(file.getFileName() + " cannot be read as .xlsx", unreadable);
    }
  }

  private List<List<String>> text() {
    try {
      String all = Files.readString(file);
      String text = all.isEmpty() || all.charAt(0) != BYTE_ORDER_MARK ? all : all.substring(1);
      char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
      try (Stream<CsvRecord> records =
          CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()) {
        return records.map(CsvRecord::getFields).toList();
      }
    } catch (IOException unreadable) {
      throw new UsageException(file.getFileName() + " cannot be read as UTF-8 text", unreadable);
    }
  }
}
