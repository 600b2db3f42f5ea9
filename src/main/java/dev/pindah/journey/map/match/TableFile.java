package dev.pindah.journey.map.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.pindah.journey.map.match.Matcher.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables and right pairs as CSV files in UTF-8 with a header line. */
public final class TableFile {
  /** Rows whose values are looked at. */
  private static final int ROWS = 10_000;

  private TableFile() {}

  /**
   * The columns in their order.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException when it is no CSV
   */
  public static List<Column> columns(Path file) throws IOException {
    List<String> names = new ArrayList<>();
    List<List<String>> values = new ArrayList<>();
    for (List<String> row : rows(file, ROWS + 1)) {
      if (names.isEmpty()) {
        names.addAll(row);
        names.forEach(name -> values.add(new ArrayList<>()));
      } else {
        for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
          if (!row.get(i).isBlank()) {
            values.get(i).add(row.get(i));
          }
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(Column.of(names.get(i), values.get(i)));
    }
    return columns;
  }

  /** The pairs of a file whose first column is the source and whose second is the target. */
  public static List<Pair> pairs(Path file) throws IOException {
    return rows(file, Integer.MAX_VALUE).stream()
        .skip(1)
        .filter(row -> row.size() >= 2)
        .map(row -> new Pair(row.get(0), row.get(1), 1))
        .toList();
  }

  private static List<List<String>> rows(Path file, int limit) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      return csv.stream().limit(limit).map(CsvRecord::getFields).toList();
    }
  }
}
