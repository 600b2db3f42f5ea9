package dev.pindah.ledger;

import dev.pindah.model.KeptCell;
import java.util.List;

/** Cells that are not written from the source as usual: table {@code kept_cell}. */
public interface KeptCells {
  /** Inserts or replaces. */
  void save(List<KeptCell> cells);

  /** In the order of records and attributes. */
  List<KeptCell> all();

  /** From now on the cells are written as usual. */
  void remove(List<KeptCell> cells);
}
