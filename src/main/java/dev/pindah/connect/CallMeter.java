package dev.pindah.connect;

import dev.pindah.model.Product;

/** Told of every call that leaves for an account, answered or not. */
public interface CallMeter {
  /**
   * One call.
   *
   * @param endpoint method and route without ids, for instance {@code GET /contacts/view/:id}
   */
  void called(Product product, String endpoint);
}
