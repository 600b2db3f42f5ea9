package dev.pindah.ledger;

import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rollback did with each record: table {@code undo_step}. */
public interface UndoSteps {
  /** What is done with the target record. */
  enum Verb {
    /** We made it: it is deleted. */
    DELETE,
    /** It was there before us: what we wrote is put back. */
    RESTORE,
    /** A contact is taken off a list. */
    LEAVE,
    /** Nothing. */
    NONE
  }

  /** What came of it. */
  enum State {
    /** About to be undone: written before the call. */
    INTENDED,
    /** Undone, seen on the target. */
    REVERSED,
    /** Somebody changed it since: it stays as it is. */
    KEPT,
    /** The target did not let us. */
    ERRORED,
    /** Somebody had removed it before. */
    GONE,
    /** Nothing of ours was on it. */
    UNTOUCHED,
    /** Ours, and the API cannot take it back. */
    STAYS
  }

  /**
   * One record of one rollback.
   *
   * @param round which rollback, from 1
   * @param parent the target record that it hung on, as {@code module/id}; blank for none
   * @param detail why it stays; no personal data but for names of cells
   */
  record UndoStep(
      long round,
      RecordKey key,
      TargetModule module,
      String targetId,
      Verb verb,
      State state,
      String parent,
      String detail,
      Instant at) {
    public UndoStep as(State other, String why, Instant when) {
      return new UndoStep(round, key, module, targetId, verb, other, parent, why, when);
    }
  }

  /** Records of one module that ended in one way. */
  record Count(TargetModule module, Verb verb, State state) {}

  /** Inserts or replaces. */
  void save(List<UndoStep> steps);

  Optional<UndoStep> find(long round, RecordKey key);

  /** Every source record behind a target record. */
  List<UndoStep> byTarget(long round, TargetModule module, String targetId);

  /** In the order of modules and target ids; at most so many. */
  List<UndoStep> in(long round, State state, int limit);

  /** Target records, as {@code module/id}, that records of a module hung on. */
  List<String> parents(long round, TargetModule module);

  Map<Count, Long> counts(long round);

  /** The newest round; 0 before the first. */
  long round();
}
