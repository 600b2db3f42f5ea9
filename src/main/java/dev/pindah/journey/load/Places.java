package dev.pindah.journey.load;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.Map;
import java.util.Optional;

/** Where records stand on the target: now, or for a dry run by the time when it matters. */
interface Places {
  /** Target id of a record's place. */
  Optional<String> target(RecordKey key);

  /** Whose place a target record is. */
  Optional<RecordKey> holder(TargetModule module, String targetId);

  /** How far a record has come that others hang on. */
  Optional<RecordState> state(RecordKey key);

  /** How a place is called among those that plans take which are not carried out yet. */
  static String place(TargetModule module, String targetId) {
    return module + " " + targetId;
  }

  /** The same, with places that are taken already by what is planned. */
  default Places taken(Map<String, RecordKey> takers) {
    Places others = this;
    return new Places() {
      @Override
      public Optional<String> target(RecordKey key) {
        return others.target(key);
      }

      @Override
      public Optional<RecordKey> holder(TargetModule module, String targetId) {
        return others
            .holder(module, targetId)
            .or(() -> Optional.ofNullable(takers.get(place(module, targetId))));
      }

      @Override
      public Optional<RecordState> state(RecordKey key) {
        return others.state(key);
      }
    };
  }

  static Places now(Tables tables) {
    return new Places() {
      @Override
      public Optional<String> target(RecordKey key) {
        return tables.crosswalk().find(key).map(Pair::targetId);
      }

      @Override
      public Optional<RecordKey> holder(TargetModule module, String targetId) {
        return tables.crosswalk().byTarget(module, targetId).map(Pair::key);
      }

      @Override
      public Optional<RecordState> state(RecordKey key) {
        return tables
            .candidates()
            .find(key, Step.RECORD)
            .or(() -> tables.candidates().find(key, Step.REQUESTER))
            .map(Stored::state);
      }
    };
  }
}
