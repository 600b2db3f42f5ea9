package dev.pindah.sandbox.wire;

import dev.pindah.sandbox.faults.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a request to what is to be sent: faults before, the product's answer, faults after; counted.
 */
final class Dispatcher {

  /** What the listener has to do. */
  sealed interface Outcome {}

  record Send(Reply reply, List<Fault.After> spoilers) implements Outcome {}

  record Drop() implements Outcome {}

  static final String ADMIN = "/_sandbox";

  private static final String CHALLENGE =
      """
      <html><head><title>Just a moment</title><meta name="robots" content="noindex"></head>
      <body><noscript>Please enable JavaScript to continue.</noscript>
      <iframe src="/_incident?sample=1"></iframe></body></html>
      """;

  private final Site site;
  private final Router routes;
  private final Router adminRoutes;
  private final RequestLog log;
  private final Supplier<Instant> now;

  Dispatcher(Site site, Router routes, Router adminRoutes, RequestLog log, Supplier<Instant> now) {
    this.site = site;
    this.routes = routes;
    this.adminRoutes = adminRoutes;
    this.log = log;
    this.now = now;
  }

  static boolean isAdmin(String path) {
    return path.equals(ADMIN) || path.startsWith(ADMIN + "/");
  }

  Outcome dispatch(Exchange exchange) {
    if (isAdmin(exchange.path())) {
      return new Send(admin(exchange), List.of());
    }
    long start = System.nanoTime();
    Router.Found found = routes.find(exchange.method(), exchange.path());
    if (found instanceof Router.Hit hit) {
      exchange.matched(hit.template(), hit.params());
    }
    Outcome outcome = struckBefore(exchange);
    if (outcome == null) {
      Reply reply = guarded(() -> site.around(exchange, inner -> answer(inner, found)));
      outcome = struckAfter(exchange, reply);
    }
    count(exchange, outcome, start);
    return outcome;
  }

  private Reply admin(Exchange exchange) {
    if (!exchange.fromLoopback()) {
      return Reply.empty(403);
    }
    return switch (adminRoutes.find(exchange.method(), exchange.path())) {
      case Router.Hit hit -> {
        exchange.matched(hit.template(), hit.params());
        yield guarded(() -> hit.endpoint().answer(exchange));
      }
      case Router.WrongMethod wrong ->
          Reply.empty(405).withHeader("Allow", String.join(", ", wrong.allowed()));
      case Router.Nowhere _ -> Reply.empty(404);
    };
  }

  private Reply answer(Exchange exchange, Router.Found found) {
    return switch (found) {
      case Router.Hit hit -> hit.endpoint().answer(exchange);
      case Router.WrongMethod wrong ->
          site.refusal(exchange, 405, "Method Not Allowed")
              .withHeader("Allow", String.join(", ", wrong.allowed()));
      case Router.Nowhere _ -> site.refusal(exchange, 404, "Not Found");
    };
  }

  private static Reply guarded(Supplier<Reply> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private @Nullable Outcome struckBefore(Exchange exchange) {
    for (Fault fault : exchange.faults()) {
      if (fault instanceof Fault.Before before) {
        return struck(exchange, before);
      }
    }
    return null;
  }

  private Outcome struck(Exchange exchange, Fault.Before before) {
    return switch (before) {
      case Fault.ResetBefore _ -> new Drop();
      case Fault.Throttle throttle -> send(throttled(exchange, throttle));
      case Fault.EdgeError error ->
          send(
              Reply.text(
                  error.status(),
                  "text/html",
                  "<html><head><title>"
                      + error.status()
                      + "</title></head><body><h1>"
                      + error.status()
                      + "</h1></body></html>"));
      case Fault.ChallengePage page -> send(Reply.text(page.status(), "text/html", CHALLENGE));
      case Fault.ProductStatus refused ->
          send(site.refusal(exchange, refused.status(), "Refused by the fault plan"));
    };
  }

  private Reply throttled(Exchange exchange, Fault.Throttle throttle) {
    Reply reply = site.refusal(exchange, 429, "Too Many Requests");
    for (var header : throttle.headers().entrySet()) {
      reply = reply.withHeader(header.getKey(), header.getValue());
    }
    return throttle.retryAfterSeconds().isPresent()
        ? reply.withHeader("Retry-After", String.valueOf(throttle.retryAfterSeconds().getAsInt()))
        : reply;
  }

  private static Outcome struckAfter(Exchange exchange, Reply answered) {
    Reply reply = answered;
    List<Fault.After> spoilers = new ArrayList<>();
    for (Fault fault : exchange.faults()) {
      switch (fault) {
        case Fault.ResetAfter _ -> {
          return new Drop();
        }
        case Fault.WrongContentType wrong -> reply = reply.withContentType(wrong.type());
        case Fault.After after -> spoilers.add(after);
        case Fault.Before _, Fault.ActedByProduct _ -> {}
      }
    }
    return new Send(reply, spoilers);
  }

  private static Outcome send(Reply reply) {
    return new Send(reply, List.of());
  }

  private void count(Exchange exchange, Outcome outcome, long startNanos) {
    int status =
        switch (outcome) {
          case Send send -> send.reply().status();
          case Drop _ -> 0;
        };
    log.add(
        new RequestLog.Entry(
            now.get(),
            new RequestLog.Key(site.name(), exchange.method(), exchange.template(), status),
            exchange.path(),
            Duration.ofNanos(System.nanoTime() - startNanos).toMillis()));
  }
}
