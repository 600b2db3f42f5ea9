package dev.pindah.journey.rollback;

import dev.pindah.journey.rollback.Judgement.Change;
import dev.pindah.ledger.UndoSteps.Count;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was, or would be, undone since the rollback began, however often it was stopped.
 *
 * @param residue what stays on the target although everything was reversed, in words
 * @param proof the target before the first write and now; none for a dry run
 */
public record Outcome(
    Map<Count, Long> counts,
    List<Kept> kept,
    List<Kept> errored,
    List<String> residue,
    Optional<Fingerprints> proof) {
  public Outcome {
    counts = Map.copyOf(counts);
    kept = List.copyOf(kept);
    errored = List.copyOf(errored);
    residue = List.copyOf(residue);
  }

  /** A record that stays, and why. */
  public record Kept(UndoStep step, Map<String, Was> cells) {
    public Kept {
      cells = new TreeMap<>(cells);
    }

    static Kept of(UndoStep step, Map<String, Change> changes) {
      Map<String, Was> cells = new TreeMap<>();
      changes.forEach((cell, change) -> cells.put(cell, new Was(change.was(), change.is())));
      return new Kept(step, cells);
    }
  }

  /** A cell as we last read it, and as it stands now. */
  public record Was(String was, String is) {}

  /** Records that were taken back. */
  public long reversed() {
    return count(State.REVERSED);
  }

  public long deleted() {
    return count(Verb.DELETE, State.REVERSED);
  }

  public long restored() {
    return count(Verb.RESTORE, State.REVERSED);
  }

  /** Members taken off lists. */
  public long left() {
    return count(Verb.LEAVE, State.REVERSED);
  }

  public long untouched() {
    return count(State.UNTOUCHED);
  }

  /** Records that somebody else had removed. */
  public long gone() {
    return count(State.GONE);
  }

  public long keptCount() {
    return count(State.KEPT);
  }

  public long erroredCount() {
    return count(State.ERRORED);
  }

  /** Records of ours that the API cannot take back. */
  public long stays() {
    return count(State.STAYS);
  }

  /** Whether all is as it was, but for what cannot be undone by anybody. */
  public boolean complete() {
    return keptCount() == 0
        && erroredCount() == 0
        && proof.map(Fingerprints::explained).orElse(true);
  }

  private long count(State state) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().state() == state)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private long count(Verb verb, State state) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().state() == state && entry.getKey().verb() == verb)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
