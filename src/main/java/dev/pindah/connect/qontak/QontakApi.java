package dev.pindah.connect.qontak;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.http.Redact;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Qontak's envelopes, which differ from endpoint to endpoint. */
final class QontakApi {
  private final Account account;
  private final String crm;
  private final String chat;

  QontakApi(Account account, String crmPrefix, String chatPrefix) {
    this.account = account;
    this.crm = crmPrefix;
    this.chat = chatPrefix;
  }

  /** The body of a CRM endpoint; {@code path} carries the query, {@code route} does not. */
  JsonNode crm(String path, String route) {
    return checked(account.read(Call.get(crm + path, crm + route)), crm + route);
  }

  JsonNode chat(String path, String route) {
    return account.read(Call.get(chat + path, chat + route));
  }

  /** An HTTP 200 may carry an error inside. */
  private static JsonNode checked(JsonNode body, String route) {
    int status = body.path("meta").path("status").asInt(200);
    if (status < 300) {
      return body;
    }
    String place = "qontak GET " + route + " answers " + status + " inside 200";
    throw switch (status) {
      case 401, 403 ->
          new RemoteException(Kind.DENIED, place + "; check credentials and scope in pindah.yaml");
      case 404 -> new RemoteException(Kind.ABSENT, place);
      case 405 -> new RemoteException(Kind.UNSUPPORTED, place);
      case 429, 500, 502, 503, 504 ->
          new RemoteException(Kind.UNREACHABLE, place + "; run the command again later");
      default -> new RemoteException(Kind.UNUSABLE, place + ": " + words(body));
    };
  }

  private static String words(JsonNode body) {
    JsonNode meta = body.path("meta");
    return Redact.text(
        meta.path("developer_message").asString(meta.path("message").asString("no reason given")));
  }

  /** The rows, whatever the member is called and whether it is a list or one object. */
  static List<JsonNode> rows(JsonNode body) {
    for (String member : List.of("response", "crm_properties", "data")) {
      JsonNode rows = body.path(member);
      if (rows.isArray()) {
        return rows.valueStream().toList();
      }
      if (rows.isObject()) {
        return List.of(rows);
      }
    }
    return body.isArray() ? body.valueStream().toList() : List.of();
  }

  static OptionalLong number(JsonNode body, String... members) {
    return Stream.of(members)
        .map(body::path)
        .filter(node -> node.isNumber() || node.asString("").matches("\\d+"))
        .mapToLong(node -> node.isNumber() ? node.asLong() : Long.parseLong(node.asString()))
        .findFirst();
  }

  static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asString("").strip();
  }
}
