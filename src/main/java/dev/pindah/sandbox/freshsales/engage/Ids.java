package dev.pindah.sandbox.freshsales.engage;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Ids as numbers or as text. */
final class Ids {

  private Ids() {}

  static Optional<Long> of(JsonNode value) {
    return value.isValueNode() ? of(value.asString("")) : Optional.empty();
  }

  static Optional<Long> of(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
