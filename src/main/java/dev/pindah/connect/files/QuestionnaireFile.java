package dev.pindah.connect.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The admin's questionnaire: {@code questionnaire*.xlsx}, or one {@code questionnaire-SHEET.csv}
 * for a sheet. The first row names the columns; rows that begin with {@code #} explain and are
 * skipped.
 */
public final class QuestionnaireFile {
  private static final String PREFIX = "questionnaire";
  private static final long LARGEST = 16L * 1024 * 1024;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_FILES = 50;

  private final Problems problems;
  private Answers answers = Answers.none();

  private QuestionnaireFile(Problems problems) {
    this.problems = problems;
  }

  /** All that is answered in the folder; a file that cannot be read is a problem. */
  public static Answers read(Path folder, Problems problems) throws IOException {
    QuestionnaireFile read = new QuestionnaireFile(problems);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .filter(QuestionnaireFile::named)
            .sorted()
            .limit(MOST_FILES)
            .forEach(read::file);
      }
    }
    return read.answers;
  }

  /** Whether the file is named as a questionnaire. */
  static boolean named(Path file) {
    return name(file).startsWith(PREFIX);
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private void file(Path file) {
    String name = name(file);
    String shown = file.getFileName().toString();
    try {
      if (Files.size(file) > LARGEST) {
        problems.add(shown, "this file is larger than 16 MB", "is it the questionnaire?");
      } else if (name.endsWith(".xlsx")) {
        workbook(file, shown);
      } else if (name.endsWith(".csv")) {
        table(file, shown);
      }
    } catch (IOException | UncheckedIOException | ExcelReaderException | CsvParseException broken) {
      problems.add(
          shown,
          "this questionnaire cannot be read",
          "save it again as .xlsx, or write a new one with 'pindah handoff --questionnaire'");
    }
  }

  private void workbook(Path file, String shown) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        String name = sheet.getName().strip().toLowerCase(Locale.ROOT);
        if (!Answers.COLUMNS.containsKey(name)) {
          continue;
        }
        try (Stream<Row> rows = sheet.openStream()) {
          Reading reading = new Reading(name, shown + " " + name);
          for (var each = rows.limit(MOST_ROWS).iterator(); each.hasNext(); ) {
            Row row = each.next();
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.getCellCount(); column++) {
              cells.add(row.getOptionalCell(column).map(QuestionnaireFile::text).orElse(""));
            }
            reading.row(row.getRowNum(), cells);
          }
          reading.done();
        }
      }
    }
  }

  /** Numbers come without the form that the sheet gives them. */
  private static String text(Cell cell) {
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private void table(Path file, String shown) throws IOException {
    String name =
        Answers.COLUMNS.keySet().stream()
            .filter(sheet -> name(file).contains(sheet))
            .findFirst()
            .orElse("");
    if (name.isEmpty()) {
      problems.add(
          shown,
          "the name does not say which sheet this is",
          "call it questionnaire-automations.csv, -segments, -templates or -account");
      return;
    }
    Reading reading = new Reading(name, shown);
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      for (CsvRecord record : records) {
        reading.row((int) record.getStartingLineNumber(), record.getFields());
      }
    }
    reading.done();
  }

  /** One sheet while it is read. */
  private final class Reading {
    private final String sheet;
    private final String place;
    private final List<Answers.Row> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private Reading(String sheet, String place) {
      this.sheet = sheet;
      this.place = place;
    }

    private void row(int number, List<String> cells) {
      if (cells.isEmpty() || cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (columns.isEmpty()) {
        columns = cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        List<String> expected = Answers.COLUMNS.getOrDefault(sheet, List.of());
        List<String> missing =
            expected.stream().filter(column -> !columns.contains(column)).toList();
        if (missing.size() == expected.size()) {
          problems.add(
              place + ":" + number,
              "the first row must name the columns: " + String.join(", ", expected),
              "write a new one with 'pindah handoff --questionnaire'");
        }
        return;
      }
      if (cells.getFirst().strip().startsWith("#")) {
        return;
      }
      Map<String, String> answered = new HashMap<>();
      for (int column = 0; column < Math.min(columns.size(), cells.size()); column++) {
        answered.putIfAbsent(columns.get(column), cells.get(column));
      }
      rows.add(new Answers.Row(place + ":" + number, answered));
    }

    private void done() {
      Map<String, List<Answers.Row>> found = new LinkedHashMap<>();
      found.put(sheet, rows);
      answers = answers.with(new Answers(found));
    }
  }
}
