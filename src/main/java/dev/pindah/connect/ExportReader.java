package dev.pindah.connect;

import java.util.List;
import java.util.function.Consumer;

/** Reads tables that people downloaded by hand where the API does not give something. */
public interface ExportReader {
  /**
   * One table.
   *
   * @param name file, and sheet where there are several, for people
   * @param headings of its columns as they stand, blanks included
   */
  record Table(String name, List<String> headings) {
    public Table {
      headings = List.copyOf(headings);
    }
  }

  /**
   * One row.
   *
   * @param number in the file, from 1, for people
   * @param cells as many as there are headings
   */
  record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * All tables of the folder.
   *
   * @throws UnreadableExport a file is none, or would harm
   */
  List<Table> tables();

  /** Row after row, never all at once. */
  void rows(Table table, Consumer<Line> lines);

  /** A file that cannot be taken; the message names it, the reason and what to do. */
  final class UnreadableExport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableExport(String message) {
      super(message);
    }

    public UnreadableExport(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
