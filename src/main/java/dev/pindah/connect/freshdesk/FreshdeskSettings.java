package dev.pindah.connect.freshdesk;

import java.net.URI;

/**
 * A Freshdesk account.
 *
 * @param base scheme and host
 * @param share part of the account's calls that may be used, 0 to 1
 */
public record FreshdeskSettings(URI base, String apiKey, double share) {
  @Override
  public String toString() {
    return "FreshdeskSettings[" + base + ", •••]";
  }
}
