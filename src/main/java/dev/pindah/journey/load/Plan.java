package dev.pindah.journey.load;

import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.RecordState;

/** What one candidate needs. */
sealed interface Plan {
  Stored stored();

  /** Make a record. */
  record Create(Stored stored, Payload payload) implements Plan {}

  /**
   * Change a record.
   *
   * @param ours whether we made it
   */
  record Update(Stored stored, Payload payload, Row current, boolean ours) implements Plan {}

  /** It cannot go to the target now, and why. */
  record Stop(Stored stored, RecordState state, String reason) implements Plan {}

  /** It stands as it should; nothing is written. */
  record Match(Stored stored, Row current, boolean ours) implements Plan {}
}
