package dev.pindah.sandbox.wire;

/** One product behind one port, as the dispatcher needs it. */
public interface Site {

  /** "qontak", "freshsales" or "freshdesk": the word in fault rules, counts and admin paths. */
  String name();

  /**
   * Called for every request but the admin's, also for paths that no route knows: the place for
   * authentication, quotas and headers that every answer carries.
   */
  Reply around(Exchange exchange, Endpoint next);

  /**
   * A refusal in this product's own words: 404 and 405 of the router, and {@code status} faults.
   */
  Reply refusal(Exchange exchange, int status, String message);
}
