package dev.pindah.journey.discover.judge;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** Tables that come with the program. */
final class DataFile {
  private DataFile() {}

  static <T> List<T> read(String name, Function<NamedCsvRecord, T> row) {
    try (InputStream file = DataFile.class.getResourceAsStream(name);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().map(row).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program lacks its table " + name, unreadable);
    }
  }
}
