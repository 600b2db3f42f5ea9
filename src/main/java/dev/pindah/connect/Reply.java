package dev.pindah.connect;

import java.time.Duration;

/** The answer to one write. A refusal is data, not an error. */
public sealed interface Reply<T> {
  record Ok<T>(T value) implements Reply<T> {}

  /**
   * The target understood and said no.
   *
   * @param code reason code in lower case with dashes, for instance email-taken, invalid-value
   * @param reason the target's words, without personal data
   */
  record Refused<T>(String code, String reason) implements Reply<T> {}

  /** Too many calls, and waiting as long as is reasonable did not help; nothing was written. */
  record Throttled<T>(Duration retryAfter) implements Reply<T> {}

  /**
   * No usable answer.
   *
   * @param sent false when the call surely did not reach the target; true when it may have been
   *     carried out
   */
  record Broken<T>(boolean sent, String reason) implements Reply<T> {}
}
