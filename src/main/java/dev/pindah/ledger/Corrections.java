package dev.pindah.ledger;

import dev.pindah.model.Correction;
import java.util.List;

/** Values that people corrected: table {@code correction}. */
public interface Corrections {
  /** Inserts or replaces. */
  void save(List<Correction> corrections);

  List<Correction> all();
}
