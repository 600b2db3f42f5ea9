package dev.pindah.sandbox.faults;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What can go wrong with one request. The dispatcher acts out what any HTTP server can do; {@link
 * ActedByProduct} faults are left to the product, which asks the exchange for them.
 */
public sealed interface Fault {

  /** Struck before the request is carried out. */
  sealed interface Before extends Fault {}

  /** Struck after the request was carried out: the answer is spoilt or lost. */
  sealed interface After extends Fault {}

  /** Needs the product's knowledge of its own data, quotas or tokens. */
  sealed interface ActedByProduct extends Fault {}

  /** 429, with {@code Retry-After} when seconds are given, and whatever other headers are named. */
  record Throttle(OptionalInt retryAfterSeconds, Map<String, String> headers) implements Before {}

  /** An error page of the edge (500, 502, 503 …): HTML, not the product's JSON. */
  record EdgeError(int status) implements Before {}

  /** A refusal in the product's own words for that status (401, 403, 404, 405, 422 …). */
  record ProductStatus(int status) implements Before {}

  /** The edge's HTML challenge page instead of JSON, usually with status 200. */
  record ChallengePage(int status) implements Before {}

  /** The TCP connection is reset and the request was never carried out. */
  record ResetBefore() implements Before {}

  /** The request is carried out, then the TCP connection is reset: the answer is lost. */
  record ResetAfter() implements After {}

  /** Headers promise the whole body, the connection ends after this share of it. */
  record TruncatedBody(double keep) implements After {}

  /** The body trickles out over this time. */
  record SlowBody(Duration total) implements After {}

  record WrongContentType(String type) implements After {}

  /** The last row of the page before comes again at the head of this page. */
  record DuplicateRow() implements ActedByProduct {}

  /** A row moved between two pages: this page skips its first row. */
  record MovedRow() implements ActedByProduct {}

  /** The server's clock is off by this much when it judges signatures. */
  record ClockSkew(Duration by) implements ActedByProduct {}

  /** Tokens count as expired. */
  record TokenExpiry() implements ActedByProduct {}

  /** Another quota from now on; empty leaves that window as it is. */
  record QuotaChange(OptionalInt perHour, OptionalInt perMinute) implements ActedByProduct {}

  /** Searches and lists do not see writes younger than this. */
  record IndexLag(Duration by) implements ActedByProduct {}

  /** HTTP 200 whose {@code meta.status} refuses. */
  record MetaStatus(int status) implements ActedByProduct {}

  /** A member that is an object comes as an array, a list as null, and the like. */
  record SwappedShape() implements ActedByProduct {}
}
