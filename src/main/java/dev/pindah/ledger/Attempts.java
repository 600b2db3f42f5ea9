package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Instant;
import java.util.List;

/**
 * Every write to the target: table {@code attempt}. The row is durable before the call goes out, so
 * that a crash leaves a trace of what may have happened.
 */
public interface Attempts {
  /** Create a new target record, or change the one that the crosswalk or the scan knows. */
  enum Verb {
    CREATE,
    UPDATE
  }

  /**
   * The intention.
   *
   * @param targetId blank for CREATE
   */
  record Intention(
      RecordKey key,
      Step step,
      Verb verb,
      TargetModule module,
      String targetId,
      String payloadHash,
      Instant at) {}

  /** What came of it. */
  enum Answer {
    DONE,
    REFUSED,
    LOST,
    NOT_SENT
  }

  /** Writes intentions and moves their candidates READY to INTENDED. */
  void intend(List<Intention> intentions);

  /**
   * Writes the answer beside the newest open intention of the record and step.
   *
   * @param detail what the target said, without personal data
   */
  void answer(RecordKey key, Step step, Answer answer, String targetId, String detail, Instant at);

  /** Open or lost intentions of candidates that stand in INTENDED or UNKNOWN, oldest first. */
  List<Intention> unresolved(ObjectName object, Step step);

  /** All attempts of a record, oldest first, as lines for people. */
  List<String> trail(RecordKey key);
}
