package dev.pindah.ledger;

import static dev.pindah.model.RecordState.CREATED;
import static dev.pindah.model.RecordState.HELD;
import static dev.pindah.model.RecordState.INTENDED;
import static dev.pindah.model.RecordState.MATCHED;
import static dev.pindah.model.RecordState.READY;
import static dev.pindah.model.RecordState.REFUSED;
import static dev.pindah.model.RecordState.SKIPPED;
import static dev.pindah.model.RecordState.UNKNOWN;
import static dev.pindah.model.RecordState.UPDATED;

import dev.pindah.model.RecordState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of allowed moves of a record's state. */
public final class Moves {
  private static final Map<RecordState, Set<RecordState>> ALLOWED =
      Map.of(
          READY, EnumSet.of(INTENDED, CREATED, UPDATED, MATCHED, SKIPPED, HELD, REFUSED),
          SKIPPED, EnumSet.of(READY, HELD),
          HELD, EnumSet.of(READY, SKIPPED),
          INTENDED, EnumSet.of(CREATED, UPDATED, REFUSED, UNKNOWN, READY),
          UNKNOWN, EnumSet.of(CREATED, UPDATED, READY),
          REFUSED, EnumSet.of(READY, SKIPPED, HELD),
          CREATED, EnumSet.of(READY, SKIPPED, HELD),
          UPDATED, EnumSet.of(READY, SKIPPED, HELD),
          MATCHED, EnumSet.of(READY, SKIPPED, HELD));

  private Moves() {}

  public static boolean allowed(RecordState from, RecordState to) {
    return ALLOWED.getOrDefault(from, Set.of()).contains(to);
  }
}
