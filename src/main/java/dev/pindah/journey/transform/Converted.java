package dev.pindah.journey.transform;

import dev.pindah.model.Verdict;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A value in the target's form, or none, and what that did to it. */
record Converted(Optional<JsonNode> value, Verdict verdict) {
  static Converted exact(JsonNode value) {
    return new Converted(Optional.of(value), new Verdict.Exact());
  }

  static Converted transformed(JsonNode value, String rule) {
    return new Converted(Optional.of(value), new Verdict.Transformed(rule));
  }

  static Converted degraded(JsonNode value, String reason) {
    return new Converted(Optional.of(value), new Verdict.Degraded(reason));
  }

  static Converted failed(String reason) {
    return new Converted(Optional.empty(), new Verdict.Failed(reason));
  }

  static Converted documented(String reason) {
    return new Converted(Optional.empty(), new Verdict.Documented(reason));
  }

  static Converted dropped(String reason) {
    return new Converted(Optional.empty(), new Verdict.Dropped(reason));
  }
}
