package dev.pindah.connect.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What came of one attempt of a call. */
sealed interface Exchange {
  /** A whole answer with JSON in it; an empty body is a missing node. */
  record Answered(int status, JsonNode body, Optional<Duration> retryAfter) implements Exchange {}

  /** An answer came, but it is a web page, cut off, or no JSON. */
  record Garbled(int status, String reason) implements Exchange {}

  /**
   * No answer.
   *
   * @param sent whether the call may have been carried out
   */
  record Silent(boolean sent, String reason) implements Exchange {}

  /**
   * What the server says of its limits.
   *
   * @param reset when what remains is the whole limit again
   */
  record Quota(OptionalLong limit, OptionalLong remaining, Optional<Duration> reset) {}
}
