package dev.pindah.connect.qontak;

import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    return account.read(Call.get(crm + path, crm + route), QontakApi::status);
  }

  JsonNode chat(String path, String route) {
    return account.read(Call.get(chat + path, chat + route), QontakApi::status);
  }

  /** An HTTP 200 may carry an error inside. */
  private static int status(JsonNode body) {
    int failed = body.path("status").asString("").equals("error") ? 500 : 0;
    return body.path("meta").path("status").asInt(body.path("error").path("code").asInt(failed));
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
        .filter(node -> node.isNumber() || node.isString())
        .map(node -> node.asString("").strip())
        .filter(text -> text.matches("\\d{1,18}(\\.0*)?"))
        .mapToLong(text -> Long.parseLong(text.replaceFirst("\\..*", "")))
        .findFirst();
  }

  /** An id as a part of a path: it may come from anywhere. */
  static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asString("").strip();
  }
}
