package dev.pindah.report.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.pindah.report.CsvReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Values that stayed behind, one a line; there may be millions, so they are not held. */
public final class ValueTable implements AutoCloseable {
  private final CsvWriter csv;
  private long count;

  public ValueTable(Path file) throws IOException {
    this.csv = open(file);
    csv.writeRecord("object", "source id", "target id", "field", "value", "verdict", "reason");
  }

  /** Halves of letters become question marks instead of an error. */
  static CsvWriter open(Path file) throws IOException {
    return CsvWriter.builder()
        .build(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
  }

  /** No cell is taken for a formula. */
  public void add(String... cells) {
    csv.writeRecord(Arrays.stream(cells).map(CsvReport::neutral).toList());
    count++;
  }

  public long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
