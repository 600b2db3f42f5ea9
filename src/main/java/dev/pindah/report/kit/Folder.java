package dev.pindah.report.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.pindah.report.CsvReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The folder that is handed over. What an earlier run wrote and this one did not is removed; files
 * of others are left alone.
 */
public final class Folder {
  /** Names of all files that were written last, one a line. */
  private static final String LIST = "files.txt";

  private final Path root;
  private final List<Written> written = new ArrayList<>();

  public Folder(Path root) {
    this.root = root;
  }

  /**
   * One file.
   *
   * @param path relative to the folder, with slashes
   * @param kind what it is about
   * @param records how many things it tells of
   */
  public record Written(String path, String kind, long records) {}

  public void write(String path, String kind, long records, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    // Halves of letters, which a source may send, become question marks instead of an error.
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    written.add(new Written(path, kind, records));
  }

  /** A table; no cell of it is taken for a formula. */
  public void table(String path, String kind, List<String> heads, List<List<String>> rows)
      throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    try (CsvWriter csv = ValueTable.open(file)) {
      csv.writeRecord(heads);
      rows.forEach(row -> csv.writeRecord(row.stream().map(CsvReport::neutral).toList()));
    }
    written.add(new Written(path, kind, rows.size()));
  }

  /** A file that somebody else wrote into the folder. */
  public void note(String path, String kind, long records) {
    written.add(new Written(path, kind, records));
  }

  public Path root() {
    return root;
  }

  public List<Written> written() {
    return List.copyOf(written);
  }

  /** Removes what is out of date, and remembers what is there now. */
  public void finish() throws IOException {
    Set<String> now =
        written.stream().map(Written::path).collect(Collectors.toCollection(TreeSet::new));
    Path list = root.resolve(LIST);
    if (Files.isRegularFile(list)) {
      for (String old : Files.readAllLines(list)) {
        Path file = root.resolve(old).normalize();
        if (!now.contains(old) && !old.isBlank() && file.startsWith(root)) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.write(list, now);
  }
}
