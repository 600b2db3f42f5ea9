package dev.pindah.connect.files;

import dev.pindah.connect.ExportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All workbooks and CSV files below a folder. */
public final class ExportFolder implements ExportReader {
  private static final int DEPTH = 4;

  /** A download of a whole account is far smaller. */
  private static final long LARGEST = 1024L * 1024 * 1024;

  /** More is no table; spreadsheets end at 16,384. */
  private static final int COLUMNS = 2_000;

  /** Excel's own limit is 32,767 characters. */
  private static final int LONGEST_CELL = 100_000;

  private final Path root;
  private final Map<String, Rows> sources = new LinkedHashMap<>();

  public ExportFolder(Path root) {
    this.root = root;
  }

  /** Where the rows of a table come from, each time anew. */
  @FunctionalInterface
  interface Rows {
    /** All rows of the table; the first that holds anything has the headings. */
    void each(RowSink sink) throws IOException;
  }

  /** Told of rows; answers whether it wants more. */
  @FunctionalInterface
  interface RowSink {
    boolean take(int number, List<String> cells);
  }

  @Override
  public List<Table> tables() {
    sources.clear();
    List<Table> tables = new ArrayList<>();
    for (Path file : files()) {
      String name = root.relativize(file).toString();
      for (Map.Entry<String, Rows> sheet : sheets(file, name).entrySet()) {
        List<String> headings = headings(sheet.getKey(), sheet.getValue());
        if (!headings.isEmpty()) {
          sources.put(sheet.getKey(), sheet.getValue());
          tables.add(new Table(sheet.getKey(), headings));
        }
      }
    }
    return tables;
  }

  private List<Path> files() {
    if (!Files.isDirectory(root)) {
      throw new UnreadableExport(root + " is no folder; name the one with the downloaded files");
    }
    try (Stream<Path> all = Files.walk(root, DEPTH)) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(ExportFolder::table).sorted().toList();
      for (Path file : files) {
        if (Files.size(file) > LARGEST) {
          throw new UnreadableExport(file + " is larger than a gigabyte; split the download");
        }
      }
      return files;
    } catch (IOException unreadable) {
      throw new UnreadableExport(root + " cannot be read; check its rights", unreadable);
    }
  }

  /**
   * Spreadsheets leave a lock file beside an open document; questionnaires and tables of a chatbot
   * are no downloads of the CRM.
   */
  private static boolean table(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".xlsx") || name.endsWith(".csv"))
        && !name.startsWith("~$")
        && !name.startsWith(".")
        && !QuestionnaireFile.named(file)
        && !ChatbotFiles.tabled(file);
  }

  private static Map<String, Rows> sheets(Path file, String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? Map.of(name, CsvRows.of(file, name))
        : WorkbookRows.of(file, name);
  }

  private static List<String> headings(String name, Rows rows) {
    List<String> headings = new ArrayList<>();
    run(
        name,
        rows,
        (number, cells) -> {
          if (blank(cells)) {
            return true;
          }
          headings.addAll(cells.stream().map(String::strip).toList());
          return false;
        });
    if (headings.size() > COLUMNS) {
      throw new UnreadableExport(
          name + " has more than " + COLUMNS + " columns; that is no export");
    }
    return headings;
  }

  @Override
  public void rows(Table table, Consumer<Line> lines) {
    Rows rows = sources.get(table.name());
    if (rows == null) {
      throw new IllegalArgumentException("no such table: " + table.name());
    }
    int width = table.headings().size();
    boolean[] headed = {false};
    run(
        table.name(),
        rows,
        (number, cells) -> {
          if (!blank(cells)) {
            if (headed[0]) {
              lines.accept(new Line(number, fit(cells, width)));
            }
            headed[0] = true;
          }
          return true;
        });
  }

  private static void run(String name, Rows rows, RowSink sink) {
    try {
      rows.each(
          (number, cells) -> {
            for (String cell : cells) {
              if (cell.length() > LONGEST_CELL) {
                throw new UnreadableExport(
                    name
                        + ", row "
                        + number
                        + ": a cell holds more than "
                        + LONGEST_CELL
                        + " characters; that is no export");
              }
            }
            return sink.take(number, cells);
          });
    } catch (IOException broken) {
      throw new UnreadableExport(name + " cannot be read to its end; download it again", broken);
    }
  }

  private static boolean blank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }

  private static List<String> fit(List<String> cells, int width) {
    List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
    while (fitted.size() < width) {
      fitted.add("");
    }
    return fitted;
  }
}
