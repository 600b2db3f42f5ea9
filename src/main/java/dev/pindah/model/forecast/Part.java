package dev.pindah.model.forecast;

import dev.pindah.model.Product;

/**
 * Calls of one kind in one stage.
 *
 * @param stage its word
 * @param object of the source, or what is read of the target
 * @param endpoint method and the end of the route, as calls are counted
 * @param rule how the calls follow from the volumes, in words
 */
public record Part(
    String stage, Product product, String object, String endpoint, Range calls, String rule) {
  /** Endpoint of a part that counts whatever no other part of its stage does. */
  static final String ANY = "*";

  boolean any() {
    return endpoint.equals(ANY);
  }

  /** Whether a counted endpoint is one of this part; routes may stand behind a prefix. */
  boolean counts(Product product, String counted) {
    int blank = endpoint.indexOf(' ');
    return !any()
        && product == this.product
        && counted.startsWith(endpoint.substring(0, blank + 1))
        && counted.endsWith(endpoint.substring(blank + 1));
  }
}
