package dev.pindah.connect.http;

import java.util.Map;

/** Proves who calls. Asked again for every attempt, since signatures and tokens age. */
public interface Auth {
  /** Headers for this call. */
  Map<String, String> headers(Call call);

  /**
   * Told of a 401.
   *
   * @param refused the headers that were not accepted; others may have renewed theirs meanwhile
   * @return whether there is a new credential and the call is worth repeating once
   */
  default boolean renew(Map<String, String> refused) {
    return false;
  }
}
