package dev.pindah.sandbox.freshdesk.auth;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Calls a minute by plan, and within them a smaller number for some endpoints. */
final class MinuteQuota {

  /** Endpoints with a limit of their own. */
  private enum Bucket {
    ALL,
    TICKET_CREATE,
    TICKET_UPDATE,
    TICKET_LIST,
    CONTACT_LIST
  }

  private record Used(Instant end, int calls) {}

  private static final Used NEVER = new Used(Instant.MIN, 0);

  private final Desk desk;
  private final Map<Bucket, Used> used = new HashMap<>();
  private OptionalInt fromNowOn = OptionalInt.empty();

  MinuteQuota(Desk desk) {
    this.desk = desk;
  }

  /** Takes what the call costs, or refuses it. */
  Optional<Reply> take(Exchange exchange) {
    exchange
        .fault(Fault.QuotaChange.class)
        .filter(change -> change.perMinute().isPresent())
        .ifPresent(change -> fromNowOn = change.perMinute());
    Instant now = desk.clock().instant();
    int cost = cost(exchange);
    Bucket own = bucket(exchange);
    if (left(Bucket.ALL, now) < cost) {
      return Optional.of(refused(Bucket.ALL, now));
    }
    if (left(own, now) < cost) {
      return Optional.of(refused(own, now));
    }
    spend(Bucket.ALL, now, cost);
    if (own != Bucket.ALL) {
      spend(own, now, cost);
    }
    return Optional.empty();
  }

  Reply dressed(Reply reply, Exchange exchange) {
    Bucket own = bucket(exchange);
    return reply
        .withHeader("X-RateLimit-Total", String.valueOf(limit(own)))
        .withHeader("X-RateLimit-Remaining", String.valueOf(left(own, desk.clock().instant())))
        .withHeader("X-RateLimit-Used-CurrentRequest", String.valueOf(cost(exchange)));
  }

  private Reply refused(Bucket bucket, Instant now) {
    Used window = used.getOrDefault(bucket, new Used(now, 0));
    long seconds = Math.max(1, (Duration.between(now, window.end()).toMillis() + 999) / 1000);
    return Reply.json(
            429, Json.object().put("message", "You have exceeded the limit of requests per minute"))
        .withHeader("Retry-After", String.valueOf(seconds))
        .withHeader("X-RateLimit-Total", String.valueOf(limit(bucket)))
        .withHeader("X-RateLimit-Remaining", "0");
  }

  private void spend(Bucket bucket, Instant now, int cost) {
    Used window = used.getOrDefault(bucket, NEVER);
    boolean open = now.isBefore(window.end());
    used.put(
        bucket,
        open
            ? new Used(window.end(), window.calls() + cost)
            : new Used(now.plus(Duration.ofMinutes(1)), cost));
  }

  private int left(Bucket bucket, Instant now) {
    Used window = used.getOrDefault(bucket, NEVER);
    boolean open = now.isBefore(window.end());
    return Math.max(0, limit(bucket) - (open ? window.calls() : 0));
  }

  private int limit(Bucket bucket) {
    String set = desk.behaviours().text("per-minute").strip();
    int total = fromNowOn.orElseGet(() -> set.isEmpty() ? ofPlan() : Integer.parseInt(set));
    boolean growth = desk.plan() == Plan.GROWTH;
    return switch (bucket) {
      case ALL -> total;
      case TICKET_CREATE, TICKET_UPDATE -> Math.max(1, total * 2 / 5);
      case TICKET_LIST, CONTACT_LIST -> Math.max(1, growth ? total / 10 : total / 4);
    };
  }

  private int ofPlan() {
    return switch (desk.plan()) {
      case FREE -> 0;
      case GROWTH -> 200;
      case PRO -> 400;
      case ENTERPRISE -> 700;
    };
  }

  private static Bucket bucket(Exchange exchange) {
    return switch (exchange.method() + " " + exchange.template()) {
      case "POST /api/v2/tickets" -> Bucket.TICKET_CREATE;
      case "PUT /api/v2/tickets/{id}" -> Bucket.TICKET_UPDATE;
      case "GET /api/v2/tickets" -> Bucket.TICKET_LIST;
      case "GET /api/v2/contacts" -> Bucket.CONTACT_LIST;
      default -> Bucket.ALL;
    };
  }

  /** Includes cost more: one each on a view, two each on lists and for conversations. */
  private static int cost(Exchange exchange) {
    String include = exchange.query("include").orElse("");
    int cost = 1;
    for (String one : include.split(",", -1)) {
      boolean view = exchange.template().endsWith("{id}");
      if (!one.isBlank()) {
        cost += view && !one.strip().equals("conversations") ? 1 : 2;
      }
    }
    return cost;
  }
}
