package dev.pindah.connect.freshsales;

import dev.pindah.connect.Heard;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.Reply;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.http.Call.Upload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Paths and envelopes of the suite's API. */
final class FreshsalesApi {
  private static final String PREFIX = "/crm/sales/api";

  /** Some lists under a record are only served here. */
  private static final String BARE = "/crm/sales";

  private final Account account;

  /** Lists under a record that the documented place is known to serve. */
  private final Set<String> served = ConcurrentHashMap.newKeySet();

  FreshsalesApi(Account account) {
    this.account = account;
  }

  Duration timeFor(long calls) {
    return account.timeFor(calls);
  }

  long calls() {
    return account.calls();
  }

  JsonNode get(String path, String route) {
    return account.read(Call.get(PREFIX + path, route));
  }

  /** Missing where the account's plan or role does not have it. */
  Optional<JsonNode> tryGet(String path, String route) {
    try {
      return Optional.of(get(path, route));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.UNREACHABLE) {
        throw absent;
      }
      return Optional.empty();
    }
  }

  /** A record by its path; missing only when the account says that it is not there. */
  Optional<JsonNode> find(String path, String route) {
    try {
      return Optional.of(get(path, route));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.ABSENT) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  /**
   * A list under a record, whichever of the two places serves it. Where one has served it before,
   * its 404 means that there is no such record, and the other is not asked: it may be a web page.
   */
  Optional<JsonNode> tryGetUnder(String path, String route) {
    Optional<JsonNode> found = served.contains(route) ? find(path, route) : tryGet(path, route);
    if (found.isPresent()) {
      served.add(route);
    }
    if (found.isPresent() || served.contains(route)) {
      return found;
    }
    try {
      return Optional.of(account.read(Call.get(BARE + path, route)));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.ABSENT || absent.kind() == Kind.UNSUPPORTED) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  /** A search by POST: reads nothing but rows, so it is repeated like a read. */
  Optional<JsonNode> tryQuery(String path, String route, String json) {
    try {
      return Optional.of(account.read(Call.send("POST", PREFIX + path, route, json)));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.UNREACHABLE) {
        throw absent;
      }
      return Optional.empty();
    }
  }

  Reply<JsonNode> send(String method, String path, String route, String json) {
    return account.write(Call.send(method, PREFIX + path, route, json));
  }

  /** Outside of the documented paths. */
  Reply<JsonNode> sendBare(String method, String path, String route, String json) {
    return account.write(Call.send(method, BARE + path, route, json));
  }

  /** Outside of the documented paths; missing where the account does not have it. */
  Optional<JsonNode> tryGetBare(String path, String route) {
    try {
      return Optional.of(account.read(Call.get(BARE + path, route)));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.UNREACHABLE) {
        throw absent;
      }
      return Optional.empty();
    }
  }

  Reply<JsonNode> upload(String path, Upload upload) {
    return account.write(Call.upload(PREFIX + path, path, upload));
  }

  Reply<JsonNode> delete(String path, String route) {
    return account.write(Call.delete(PREFIX + path, route));
  }

  Heard heard() {
    return account.heard();
  }

  static Stream<JsonNode> rows(JsonNode body, String member) {
    return body.path(member).valueStream().filter(JsonNode::isObject);
  }

  static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asString("").strip();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static List<String> ids(Stream<JsonNode> nodes) {
    return nodes
        .map(node -> node.isObject() ? text(node.path("id")) : text(node))
        .filter(id -> !id.isEmpty() && !id.equals("0"))
        .distinct()
        .toList();
  }
}
