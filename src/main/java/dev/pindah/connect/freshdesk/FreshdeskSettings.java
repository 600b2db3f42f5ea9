package dev.pindah.connect.freshdesk;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Freshdesk account.
 *
 * @param base scheme and host
 * @param share part of the account's calls that may be used, 0 to 1
 * @param mediaHosts further hosts that attachments may be read back from
 */
public record FreshdeskSettings(URI base, String apiKey, double share, List<String> mediaHosts) {
  public FreshdeskSettings {
    mediaHosts = List.copyOf(mediaHosts);
  }

  List<String> allMediaHosts() {
    return Stream.concat(FreshdeskFiles.VENDOR.stream(), mediaHosts.stream()).toList();
  }

  @Override
  public String toString() {
    return "FreshdeskSettings[" + base + ", •••]";
  }
}
