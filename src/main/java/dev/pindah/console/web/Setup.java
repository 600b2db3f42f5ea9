package dev.pindah.console.web;

import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.report.Language;
import dev.pindah.report.Links;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the console is told when it starts.
 *
 * @param folder of the workspace
 * @param door where it listens and who may come
 * @param wishes what the owning process can carry out
 * @param callsPerHour that the target's plan allows
 * @param view what is known of the accounts; empty before discover
 */
public record Setup(
    String migration,
    Path folder,
    ZoneId zone,
    Language language,
    Door door,
    Set<String> wishes,
    int callsPerHour,
    Links links,
    Supplier<Optional<AccountView>> view,
    Function<AccountView, Proposed> propose) {
  public Setup {
    wishes = Set.copyOf(wishes);
  }

  /**
   * The place where browsers knock.
   *
   * @param bind address to listen on
   * @param port 0 for any free one
   * @param publicUrl under which a proxy makes it known elsewhere
   * @param password asked for besides the token; blank for none
   */
  public record Door(String bind, int port, Optional<URI> publicUrl, String password) {
    public static final String LOOPBACK = "127.0.0.1";

    public static Door loopback(int port) {
      return new Door(LOOPBACK, port, Optional.empty(), "");
    }

    boolean https() {
      return publicUrl.map(url -> "https".equalsIgnoreCase(url.getScheme())).orElse(false);
    }
  }
}
