package dev.pindah.model.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What shall happen with a source field. */
public enum Decision {
  /** It goes to the named target field. */
  ACCEPT,
  /** A person has to decide; blocks the confirmation. */
  REVIEW,
  /** It goes to a new custom field, which prepare asks for. */
  CREATE,
  /** It does not move; its values are kept in the handoff documents. */
  DOCUMENT,
  /** It is left behind with consent. */
  DROP;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Decision> of(String wire) {
    return Arrays.stream(values()).filter(decision -> decision.wire().equals(wire)).findFirst();
  }
}
