package dev.pindah.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people decided: table {@code decision}, append-only. Each row carries the hash of its
 * content and of the row before it, so that a change anywhere breaks the chain.
 */
public interface Decisions {
  /**
   * One decision.
   *
   * @param kind for instance gate-passed, gate-waived, mapping-confirmed, check-waived
   * @param subject what it is about, for instance a gate id or a file hash
   * @param by the name that the person gave
   */
  record Decision(
      long number,
      String kind,
      String subject,
      String by,
      String reason,
      Instant at,
      String previousHash,
      String hash) {}

  Decision append(String kind, String subject, String by, String reason, Instant at);

  List<Decision> all();

  /** The newest decision about a subject, of any kind. */
  Optional<Decision> latest(String subject);

  /** The number of the first row whose hash does not fit, or empty when the chain holds. */
  Optional<Long> firstBroken();
}
