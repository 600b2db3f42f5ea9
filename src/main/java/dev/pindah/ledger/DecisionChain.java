package dev.pindah.ledger;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * How decisions hang together: each carries the hash of its content and of the one before it. The
 * same check runs on the ledger and on evidence that left it.
 */
public final class DecisionChain {
  /** What stands before the first decision. */
  public static final String START = "0".repeat(64);

  private DecisionChain() {}

  /** The hash of a decision with this content. */
  public static String hash(
      long number,
      String kind,
      String subject,
      String by,
      String reason,
      Instant at,
      String previous) {
    ArrayNode content = JsonMapper.shared().createArrayNode();
    content.add(number).add(kind).add(subject).add(by).add(reason).add(at.toString()).add(previous);
    return Fingerprint.of(content);
  }

  /** The number of the first decision that does not fit; decisions are in their order. */
  public static Optional<Long> firstBroken(List<Decision> decisions) {
    String previous = START;
    long expected = 1;
    for (Decision row : decisions) {
      String hash =
          hash(row.number(), row.kind(), row.subject(), row.by(), row.reason(), row.at(), previous);
      if (row.number() != expected
          || !row.previousHash().equals(previous)
          || !row.hash().equals(hash)) {
        return Optional.of(row.number());
      }
      previous = row.hash();
      expected++;
    }
    return Optional.empty();
  }
}
