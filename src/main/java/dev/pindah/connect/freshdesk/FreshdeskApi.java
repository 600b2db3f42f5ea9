package dev.pindah.connect.freshdesk;

import dev.pindah.connect.CallMeter;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.Reply;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Auth;
import dev.pindah.connect.http.Budget;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.http.Call.Upload;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Paths of the API, and its limits per minute: one for the account, and lower ones for writing
 * tickets and for listing tickets and contacts. What they are, the answers tell.
 */
final class FreshdeskApi {
  private static final String PREFIX = "/api/v2";
  private static final Duration THROTTLED = Duration.ofMinutes(1);

  /** The smallest limits of any plan with an API: kept to until the account tells its own. */
  private static final long CALLS_A_MINUTE = 50;

  private static final long LISTS_A_MINUTE = 20;

  /** What a page counts as with one thing included. */
  private static final int WITH_INCLUDE = 3;

  private final Budget all;
  private final Account account;
  private final Account ticketWrites;
  private final Account lists;

  FreshdeskApi(FreshdeskSettings settings, Clock clock, Tempo tempo, CallMeter meter) {
    this.all = Budget.minutely(CALLS_A_MINUTE, settings.share(), tempo);
    String credentials =
        Base64.getEncoder()
            .encodeToString((settings.apiKey() + ":X").getBytes(StandardCharsets.UTF_8));
    Auth auth = call -> Map.of("Authorization", "Basic " + credentials);
    this.account = account(settings, auth, all, clock, tempo, meter);
    this.ticketWrites =
        account(
            settings,
            auth,
            Budget.minutely(CALLS_A_MINUTE, settings.share(), tempo).within(all),
            clock,
            tempo,
            meter);
    this.lists =
        account(
            settings,
            auth,
            Budget.minutely(LISTS_A_MINUTE, settings.share(), tempo).within(all),
            clock,
            tempo,
            meter);
  }

  private static Account account(
      FreshdeskSettings settings,
      Auth auth,
      Budget budget,
      Clock clock,
      Tempo tempo,
      CallMeter meter) {
    return new Account(
        Product.FRESHDESK, settings.base(), auth, budget, tempo, meter, clock, THROTTLED);
  }

  Duration timeFor(TargetModule module, long calls) {
    return (module == TargetModule.TICKETS ? ticketWrites : account).timeFor(calls);
  }

  /** The account's limit, for what is not of the API and yet asked of its host. */
  Budget budget() {
    return all;
  }

  long calls() {
    return account.calls() + ticketWrites.calls() + lists.calls();
  }

  JsonNode get(String path, String route) {
    return account.read(Call.get(PREFIX + path, route));
  }

  /** A page of tickets or contacts, which have a limit of their own. */
  JsonNode list(String path, String route) {
    int cost = path.contains("&include=") ? WITH_INCLUDE : 1;
    return lists.read(Call.get(PREFIX + path, route).costing(cost));
  }

  /** Missing where nothing of the kind is there. */
  Optional<JsonNode> tryGet(String path, String route) {
    try {
      return Optional.of(get(path, route));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.ABSENT || absent.kind() == Kind.UNSUPPORTED) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  /** Missing also where the key's role may not read it. */
  Optional<JsonNode> allowed(String path, String route) {
    try {
      return tryGet(path, route);
    } catch (RemoteException denied) {
      if (denied.kind() == Kind.UNREACHABLE) {
        throw denied;
      }
      return Optional.empty();
    }
  }

  Reply<JsonNode> send(String method, String path, String route, String json) {
    Account by = route.startsWith("/tickets") && !route.contains("/notes") ? ticketWrites : account;
    return by.write(Call.send(method, PREFIX + path, route, json));
  }

  Reply<JsonNode> upload(String path, String route, Upload upload) {
    return account.write(Call.upload(PREFIX + path, route, upload));
  }

  Reply<JsonNode> delete(String path, String route) {
    return account.write(Call.delete(PREFIX + path, route));
  }

  /** What a simple text in HTML says. */
  static String plain(String html) {
    return html.replaceAll("(?i)<br ?/?>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asString("").strip();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
