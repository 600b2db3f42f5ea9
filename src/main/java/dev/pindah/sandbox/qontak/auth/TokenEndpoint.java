package dev.pindah.sandbox.qontak.auth;

import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /oauth/token} of the legacy hosts, JSON or form. A call with a client id is the
 * chat's: it answers 201 and lasts about a year; one without is the CRM's: 200 and six hours.
 */
final class TokenEndpoint {

  private final Tokens tokens;

  TokenEndpoint(Tokens tokens) {
    this.tokens = tokens;
  }

  Reply answer(Exchange exchange) {
    boolean chat = !field(exchange, "client_id").isEmpty();
    Optional<Tokens.Issued> issued =
        switch (field(exchange, "grant_type")) {
          case "password" -> password(exchange, chat ? Tokens.CHAT_LIFETIME : Tokens.CRM_LIFETIME);
          case "refresh_token" -> tokens.refresh(field(exchange, "refresh_token"));
          default -> Optional.empty();
        };
    return issued
        .map(token -> Reply.json(chat ? 201 : 200, body(token)))
        .orElseGet(
            () ->
                Reply.json(
                    401,
                    Json.object()
                        .put("error", "invalid_grant")
                        .put(
                            "error_description",
                            "The provided authorization grant is invalid, expired or revoked")));
  }

  private Optional<Tokens.Issued> password(Exchange exchange, Duration lifetime) {
    return field(exchange, "username").equals(Credentials.USERNAME)
            && field(exchange, "password").equals(Credentials.PASSWORD)
        ? Optional.of(tokens.issue(lifetime))
        : Optional.empty();
  }

  private static JsonNode body(Tokens.Issued token) {
    return Json.object()
        .put("access_token", token.access())
        .put("token_type", "bearer")
        .put("expires_in", token.lifetime().toSeconds())
        .put("refresh_token", token.refresh())
        .put("created_at", token.at().getEpochSecond());
  }

  private static String field(Exchange exchange, String name) {
    Optional<JsonNode> json = exchange.json().filter(JsonNode::isObject);
    return json.isPresent()
        ? json.get().path(name).asString("")
        : exchange.form().getOrDefault(name, List.of("")).getFirst();
  }
}
