package dev.pindah.journey.transform;

import dev.pindah.model.Verdict;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value in the target's form, or none, and what that did to it.
 *
 * @param rest what of it found no room and goes into a note; blank for nothing
 */
record Converted(Optional<JsonNode> value, Verdict verdict, String rest) {
  private Converted(Optional<JsonNode> value, Verdict verdict) {
    this(value, verdict, "");
  }

  static Converted exact(JsonNode value) {
    return new Converted(Optional.of(value), new Verdict.Exact());
  }

  static Converted transformed(JsonNode value, String rule) {
    return new Converted(Optional.of(value), new Verdict.Transformed(rule));
  }

  static Converted degraded(JsonNode value, String reason) {
    return new Converted(Optional.of(value), new Verdict.Degraded(reason));
  }

  /** The same with a rest that goes into a note. */
  Converted leaving(String text) {
    return new Converted(value, verdict, text);
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
