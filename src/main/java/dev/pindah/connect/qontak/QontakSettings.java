package dev.pindah.connect.qontak;

import java.net.URI;

/**
 * How to reach a Qontak account.
 *
 * @param base scheme, host and port
 * @param actingUser SSO id of the user who acts; blank when unknown
 * @param callsPerSecond calls that may be made per second
 */
public record QontakSettings(
    URI base,
    Credentials credentials,
    String actingUser,
    String crmPrefix,
    String chatPrefix,
    double callsPerSecond) {

  /** The three ways to prove who calls. */
  public sealed interface Credentials {}

  /** An application of the Mekari developer portal; every request is signed. */
  public record Hmac(String clientId, String clientSecret) implements Credentials {
    @Override
    public String toString() {
      return "Hmac[•••]";
    }
  }

  /** A user of the legacy host; tokens last six hours. */
  public record Password(String username, String password) implements Credentials {
    @Override
    public String toString() {
      return "Password[•••]";
    }
  }

  /** A static token. */
  public record Bearer(String token) implements Credentials {
    @Override
    public String toString() {
      return "Bearer[•••]";
    }
  }
}
