package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;

/**
 * Values that a downloaded file has of records whose API leaves them blank: table {@code
 * file_cell}. The raw record stays as the API gave it.
 */
public interface FileCells {
  /**
   * One value.
   *
   * @param field key of the source field
   * @param text never blank
   * @param file the table it came from
   * @param line row in it, from 1
   */
  record FileCell(RecordKey key, String field, String text, String file, int line) {}

  /** Inserts or replaces. */
  void save(List<FileCell> cells);

  List<FileCell> of(ObjectName object, List<String> ids);

  /** Forgets what came from a table; answers how many values that were. */
  int forget(String file);

  long count();
}
