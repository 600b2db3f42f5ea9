package dev.pindah.journey.map.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.pindah.journey.map.match.Matcher.Pair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Tables and right pairs as CSV files with a header line, as spreadsheets write them: comma,
 * semicolon, tab or bar between the cells; UTF-8 with or without a mark, UTF-16, or Windows-1252;
 * packed where the name ends in {@code .gz}.
 */
public final class TableFile {
  /** Rows whose values are looked at. */
  private static final int ROWS = 10_000;

  /** Characters of a cell that are looked at. */
  private static final int CELL = 200;

  /** Characters of the header line that tell the separator. */
  private static final int HEADER = 1 << 16;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char MARK = '\uFEFF';

  private TableFile() {}

  /**
   * The columns in their order. A header that occurs again is {@code name#2}, an empty one {@code
   * column 3}.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException when it is no CSV
   */
  public static List<Column> columns(Path file) throws IOException {
    List<List<String>> rows = rows(file, ROWS + 1);
    List<String> labels = rows.isEmpty() ? List.of() : rows.getFirst();
    List<String> names = names(labels);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      List<String> values =
          rows.stream()
              .skip(1)
              .filter(row -> row.size() > at && !row.get(at).isBlank())
              .map(row -> row.get(at))
              .toList();
      columns.add(Column.of(names.get(i), labels.get(i), values));
    }
    return columns;
  }

  private static List<String> names(List<String> labels) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (String label : labels) {
      String name = label.isBlank() ? "column " + (names.size() + 1) : label;
      int times = seen.merge(name, 1, Integer::sum);
      names.add(times == 1 ? name : name + "#" + times);
    }
    return names;
  }

  /** The pairs of the columns source and target, or of the first two. */
  public static List<Pair> pairs(Path file) throws IOException {
    List<List<String>> rows = rows(file, Integer.MAX_VALUE);
    List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
    int source = Math.max(0, header.indexOf("source"));
    int target = header.contains("target") ? header.indexOf("target") : 1;
    return rows.stream()
        .skip(1)
        .filter(row -> row.size() > Math.max(source, target))
        .map(row -> new Pair(row.get(source), row.get(target), 1))
        .toList();
  }

  private static List<List<String>> rows(Path file, int limit) throws IOException {
    try {
      return rows(file, limit, charset(file));
    } catch (CharacterCodingException notUnicode) {
      return rows(file, limit, WINDOWS);
    }
  }

  private static List<List<String>> rows(Path file, int limit, Charset charset) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Reader reader = reader(file, charset);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(separator(reader))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)) {
      for (CsvRecord row : csv) {
        rows.add(
            rows.isEmpty()
                ? row.getFields()
                : row.getFields().stream().map(TableFile::cut).toList());
        if (rows.size() >= limit) {
          break;
        }
      }
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    return rows;
  }

  private static String cut(String cell) {
    return cell.length() <= CELL ? cell : cell.substring(0, CELL);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private static Charset charset(Path file) throws IOException {
    try (InputStream bytes = open(file)) {
      byte[] mark = bytes.readNBytes(2);
      boolean two = mark.length == 2;
      boolean big = two && (mark[0] & 0xFF) == 0xFE && (mark[1] & 0xFF) == 0xFF;
      boolean little = two && (mark[0] & 0xFF) == 0xFF && (mark[1] & 0xFF) == 0xFE;
      return big || little ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                open(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            2 * HEADER);
    reader.mark(1);
    if (reader.read() != MARK) {
      reader.reset();
    }
    return reader;
  }

  /** The separator that the header line has most of, outside quotes. */
  private static char separator(Reader reader) throws IOException {
    reader.mark(HEADER);
    char best = ',';
    Map<Character, Integer> counts = new HashMap<>();
    boolean quoted = false;
    int read = 0;
    for (int next = reader.read(); next >= 0 && ++read < HEADER; next = reader.read()) {
      quoted ^= next == '"';
      if (!quoted && (next == '\n' || next == '\r') && read > 1) {
        break;
      }
      if (!quoted
          && ",;\t|".indexOf(next) >= 0
          && counts.merge((char) next, 1, Integer::sum) > counts.getOrDefault(best, 0)) {
        best = (char) next;
      }
    }
    reader.reset();
    return best;
  }
}
