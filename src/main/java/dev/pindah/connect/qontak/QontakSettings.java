package dev.pindah.connect.qontak;

import java.net.URI;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How to reach a Qontak account.
 *
 * @param base scheme, host and port
 * @param actingUser SSO id of the user who acts; blank when unknown
 * @param callsPerSecond calls that may be made per second; empty to find out how many it bears
 * @param mediaHosts hosts of files, besides the account's own and the vendor's
 */
public record QontakSettings(
    URI base,
    Credentials credentials,
    String actingUser,
    String crmPrefix,
    String chatPrefix,
    OptionalDouble callsPerSecond,
    List<String> mediaHosts) {
  public QontakSettings {
    mediaHosts = List.copyOf(mediaHosts);
  }

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
