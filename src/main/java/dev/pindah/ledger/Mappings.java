package dev.pindah.ledger;

import java.time.Instant;
import java.util.Optional;

/** Every mapping that a person confirmed: table {@code mapping}. */
public interface Mappings {
  /**
   * A confirmed mapping.
   *
   * @param fileHash hash of the bytes of {@code mapping.yaml} as it was confirmed
   * @param content the text of the file
   */
  record Confirmed(String fileHash, String content, String by, Instant at) {}

  void save(Confirmed mapping);

  Optional<Confirmed> latest();
}
