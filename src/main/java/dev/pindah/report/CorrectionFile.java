package dev.pindah.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.report.sheet.ErrorSheet;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/** A file of records that could not move, as a person gives it back: .xlsx or .csv. */
public final class CorrectionFile {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int NAMED = 5;

  private CorrectionFile() {}

  /** One row: the record that it speaks of, and its cells by head. */
  public record Line(RecordKey key, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }

    public String cell(String head) {
      return cells.getOrDefault(head, "");
    }
  }

  /** The file cannot be taken; the message says what to do about all that is wrong with it. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  public static List<Line> read(Path file) throws Unusable {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new Unusable("there is no file " + file);
    }
    List<List<String>> rows =
        name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? workbook(file, name) : text(file, name);
    List<String> heads =
        rows.isEmpty() ? List.of() : rows.getFirst().stream().map(String::strip).toList();
    if (!heads.containsAll(List.of("object", "id"))) {
      throw new Unusable(
          name
              + " has no columns 'object' and 'id'; give back a file that Pindah wrote to"
              + " reports/");
    }
    Set<String> twice = new HashSet<>();
    Optional<String> repeated =
        heads.stream().filter(head -> !head.isEmpty() && !twice.add(head)).findFirst();
    if (repeated.isPresent()) {
      throw new Unusable(name + ": the column '" + repeated.get() + "' is there twice; keep one");
    }
    return lines(name, heads, rows.subList(1, rows.size()));
  }

  private static List<Line> lines(String name, List<String> heads, List<List<String>> rows)
      throws Unusable {
    List<Line> lines = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<RecordKey> seen = new HashSet<>();
    int number = 1;
    for (List<String> cells : rows) {
      number++;
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int column = 0; column < heads.size(); column++) {
        row.put(heads.get(column), column < cells.size() ? cells.get(column) : "");
      }
      Optional<RecordKey> key = key(row);
      if (key.isEmpty()) {
        problems.add("row " + number + " names no record");
      } else if (!seen.add(key.get())) {
        problems.add("row " + number + " repeats " + key.get());
      } else {
        lines.add(new Line(key.get(), row));
      }
    }
    if (!problems.isEmpty()) {
      throw new Unusable(
          name
              + ": "
              + String.join("; ", problems.subList(0, Math.min(NAMED, problems.size())))
              + (problems.size() > NAMED ? "; and " + (problems.size() - NAMED) + " more" : "")
              + ". Keep the columns object and id as they were, each record once.");
    }
    return lines;
  }

  private static Optional<RecordKey> key(Map<String, String> row) {
    String id = row.getOrDefault("id", "").strip();
    return id.isEmpty()
        ? Optional.empty()
        : ObjectName.of(row.getOrDefault("object", "").strip())
            .map(object -> new RecordKey(object, id));
  }

  private static List<List<String>> workbook(Path file, String name) throws Unusable {
    try {
      return ErrorSheet.read(file);
    } catch (IOException | ExcelReaderException unreadable) {
      throw new Unusable(name + " cannot be read as .xlsx");
    }
  }

  private static List<List<String>> text(Path file, String name) throws Unusable {
    try {
      String all = Files.readString(file, StandardCharsets.UTF_8);
      String text = all.isEmpty() || all.charAt(0) != BYTE_ORDER_MARK ? all : all.substring(1);
      String head = text.lines().findFirst().orElse("");
      char separator = head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
      try (Stream<CsvRecord> records =
          CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()) {
        return records.map(CsvRecord::getFields).toList();
      }
    } catch (CharacterCodingException notUtf8) {
      throw new Unusable(name + " is not UTF-8 text; save it as CSV UTF-8, or give back the .xlsx");
    } catch (IOException unreadable) {
      throw new Unusable(name + " cannot be read");
    } catch (CsvParseException notCsv) {
      throw new Unusable(name + " cannot be read as CSV: a quote is not closed");
    }
  }
}
