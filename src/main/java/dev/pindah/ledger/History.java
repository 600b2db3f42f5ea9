package dev.pindah.ledger;

import dev.pindah.model.RecordKey;
import java.util.List;

/** What happened to a record: table {@code move}, append-only. */
public interface History {
  /** All moves of a record, oldest first, as {@code READY->INTENDED}. */
  List<String> moves(RecordKey key);
}
