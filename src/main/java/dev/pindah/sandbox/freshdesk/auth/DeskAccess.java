package dev.pindah.sandbox.freshdesk.auth;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.node.ObjectNode;

/** Quota first (invalid calls count), then the key, then what may be sent and asked for. */
public final class DeskAccess {

  static final String KEY = "demo-freshdesk-key";

  private final Desk desk;
  private final MinuteQuota quota;

  public DeskAccess(Desk desk) {
    this.desk = desk;
    this.quota = new MinuteQuota(desk);
  }

  /** The agent who acts: the owner of the key. */
  public long agent() {
    return desk.tables().agents().ids(DeskTables.NAME, Desk.ADMIN_EMAIL).getFirst();
  }

  /** Lets a request through to the endpoint, or refuses it. */
  public Reply through(Exchange exchange, Endpoint next) {
    if (exchange.path().startsWith("/data/")) {
      return next.answer(exchange);
    }
    Reply reply = answered(exchange, next);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return reply
        .withHeader("X-Freshdesk-Api-Version", "latest=v2; requested=v2")
        .withHeader("X-Request-Id", new UUID(random.nextLong(), random.nextLong()).toString());
  }

  private Reply answered(Exchange exchange, Endpoint next) {
    if (desk.plan() == Plan.FREE) {
      return Problems.coded(403, "require_feature", "The API is not part of this plan.");
    }
    Optional<Reply> tooMany = quota.take(exchange);
    return tooMany.isPresent() ? tooMany.get() : quota.dressed(judged(exchange, next), exchange);
  }

  private static Reply judged(Exchange exchange, Endpoint next) {
    if (!isKey(exchange.header("Authorization"))) {
      return Problems.coded(
          401, "invalid_credentials", "You have to be logged in to perform this action.");
    }
    String accept = exchange.header("Accept").toLowerCase(Locale.ROOT);
    if (!accept.isEmpty() && !accept.contains("application/json") && !accept.contains("*/*")) {
      return Reply.empty(406);
    }
    if (exchange.header("Content-Type").toLowerCase(Locale.ROOT).contains("xml")) {
      return Reply.empty(415);
    }
    if (exchange.path().endsWith("/") || exchange.path().contains("//")) {
      return Problems.one("path", "Unexpected/invalid field in request", "invalid_field").reply();
    }
    try {
      return next.answer(exchange);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private static boolean isKey(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(authorization.substring(6).strip()),
              StandardCharsets.UTF_8);
      return pair.startsWith(KEY + ":");
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** What a client is configured with. */
  public ObjectNode describe() {
    return Json.object()
        .put("apiKey", KEY)
        .put("user", Desk.ADMIN_EMAIL)
        .put("basePath", "/api/v2")
        .put("plan", desk.plan().name().toLowerCase(Locale.ROOT));
  }
}
