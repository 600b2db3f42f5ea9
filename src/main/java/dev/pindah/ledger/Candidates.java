package dev.pindah.ledger;

import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What shall stand on the target: table {@code candidate}, one row per record and step, with the
 * one column that says where the record stands. Every move of that column is checked against {@link
 * Moves} and kept in table {@code move}.
 */
public interface Candidates {
  /**
   * A candidate as it lies in the ledger: its state and reason are the present ones.
   *
   * @param payloadHash {@link Candidate#payloadHash()}
   */
  record Stored(Candidate candidate, String payloadHash) {
    public RecordState state() {
      return candidate.state();
    }

    /** Whether a target record of its own stands behind it; some are only part of another's. */
    public boolean standsAlone() {
      return state().onTarget()
          && candidate.links().stream()
              .noneMatch(link -> link.role() == Link.Role.FOLDED || link.role() == Link.Role.LIST);
    }
  }

  /**
   * Inserts or replaces. A candidate whose payload and verdict are the ones already stored keeps
   * its state; one that changed goes back to the state that the candidate carries, unless a write
   * of it is under way: what became of that has to be known first.
   */
  void save(List<Candidate> candidates);

  Optional<Stored> find(RecordKey key, Step step);

  /** What is written to the record after it was made, in the order of the steps. */
  List<Stored> later(RecordKey key);

  /** In the order of ids, after {@code afterId} (blank for the start). */
  List<Stored> page(ObjectName object, Step step, RecordState state, String afterId, int limit);

  /** How many candidates of an object and step stand in a state. */
  long count(ObjectName object, Step step, RecordState state);

  /** All that stand in a state, whatever their object and step. */
  long count(RecordState state);

  /** Moves records from one state to another; a record that is not in {@code from} is an error. */
  void move(List<RecordKey> keys, Step step, RecordState from, RecordState to, String reason);

  /**
   * Records that have no target record any more stand again as transform left them: what it had
   * made READY is READY, whatever load came to since. Answers how many moved.
   */
  long reopen(String reason);

  /** Removes a later step of records that need it no more. */
  void remove(List<RecordKey> keys, Step step);

  /** Removes the candidates of a record that is no longer in the source or no longer mapped. */
  void remove(RecordKey key);

  /** How many candidates of records that the source still has are linked with a record. */
  long linkedWith(RecordKey key);

  /** The books of every object that was read, in the order of {@link ObjectName}. */
  List<Books> books();

  /** How many records of an object stand in a state, by reason code (the part before the colon). */
  Map<String, Long> reasons(ObjectName object, RecordState state);
}
