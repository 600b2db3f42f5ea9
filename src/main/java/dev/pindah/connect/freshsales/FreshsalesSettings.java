package dev.pindah.connect.freshsales;

import dev.pindah.model.schema.Plan;
import java.net.URI;

/**
 * How to reach a Freshsales account.
 *
 * @param base scheme, host and port
 * @param share part of the account's quota that may be used, 0 to 1
 * @param bulk whether records may be sent in bulk
 */
public record FreshsalesSettings(URI base, String apiKey, Plan plan, double share, boolean bulk) {
  @Override
  public String toString() {
    return "FreshsalesSettings[" + base + ", •••]";
  }
}
