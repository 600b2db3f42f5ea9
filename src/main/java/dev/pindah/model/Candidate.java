package dev.pindah.model;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one source record shall look like on the target.
 *
 * @param attributes target attributes by API name, flat; the connector nests what its API nests
 * @param state READY, HELD or SKIPPED
 * @param reason a reason code with words after a colon; blank for READY
 * @param cells one verdict per source cell; empty for steps other than RECORD
 */
public record Candidate(
    RecordKey key,
    Step step,
    TargetModule module,
    ObjectNode attributes,
    List<Link> links,
    RecordState state,
    String reason,
    List<Cell> cells) {
  /** States that nobody understands without a reason. */
  private static final Set<RecordState> UNEXPLAINED =
      Set.of(RecordState.HELD, RecordState.SKIPPED, RecordState.REFUSED);

  public Candidate {
    links = List.copyOf(links);
    cells = List.copyOf(cells);
    if (UNEXPLAINED.contains(state) && reason.isBlank()) {
      throw new IllegalArgumentException(key + " is " + state.wire() + " without a reason");
    }
  }

  /** Hash of all that is sent: equal hashes mean that nothing is left to write. */
  public String payloadHash() {
    return payloadHash(Fingerprint.canonical(attributes));
  }

  /** The same, for callers that have the canonical text of the attributes already. */
  public String payloadHash(String canonicalAttributes) {
    StringBuilder payload = new StringBuilder(module.wire());
    payload.append('\n').append(canonicalAttributes);
    links.forEach(link -> payload.append('\n').append(link.role()).append(' ').append(link.to()));
    return Fingerprint.of(payload.toString());
  }
}
