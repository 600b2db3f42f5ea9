package dev.pindah.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every page. Refuses foreign host names (so that no other site can reach the page
 * under its own name), strangers, and writes that did not come from our own forms.
 */
final class Guard {
  static final String COOKIE = "pindah";
  static final String CSRF_HEADER = "X-Pindah-Csrf";
  static final String CSRF_FIELD = "csrf";
  private static final String VISITOR = "visitor";

  /** What somebody may do before saying a name. */
  private static final Set<String> NAMELESS = Set.of("/name", "/language", "/leave", "/enter");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Setup.Door door;
  private final Access access;
  private final Set<String> hosts = new HashSet<>();

  Guard(Setup.Door door, Access access) {
    this.door = door;
    this.access = access;
  }

  /** The port is known once the server runs. */
  void serves(int port) {
    for (String name : Set.of("127.0.0.1", "localhost", "[::1]")) {
      hosts.add(name + ":" + port);
    }
    door.publicUrl().map(URI::getAuthority).map(Guard::lower).ifPresent(hosts::add);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  void check(Context ctx) {
    headers(ctx);
    String host = Optional.ofNullable(ctx.header("Host")).map(Guard::lower).orElse("");
    if (!hosts.contains(host)) {
      refuse(ctx, 421, "This host name is not served here.");
      return;
    }
    boolean write = ctx.method().equals(HandlerType.POST);
    if (!write && !ctx.method().equals(HandlerType.GET)) {
      refuse(ctx, 405, "GET and POST only.");
      return;
    }
    Optional<Visitor> visitor = Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(access::visitor);
    visitor.ifPresent(known -> ctx.attribute(VISITOR, known));
    if (write && foreign(ctx)) {
      refuse(ctx, 403, "This did not come from Pindah's own page.");
    } else if (visitor.isEmpty() && !open(ctx.path())) {
      stranger(ctx);
    } else if (write && visitor.isPresent() && !Access.same(visitor.get().csrf(), token(ctx))) {
      refuse(ctx, 403, "The page is out of date: load it again, then repeat.");
    } else if (write
        && visitor.map(Visitor::name).map(String::isEmpty).orElse(false)
        && !NAMELESS.contains(ctx.path())) {
      refuse(ctx, 403, "Say your name first: it stands beside what you decide.");
    }
  }

  private static void headers(Context ctx) {
    // Without any referrer, browsers would call the origin of our own forms "null".
    ctx.header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        .header("Cache-Control", "no-store");
  }

  private static boolean open(String path) {
    return path.equals("/enter") || path.startsWith("/static/");
  }

  /** Browsers say where a write comes from. */
  private boolean foreign(Context ctx) {
    String site = Optional.ofNullable(ctx.header("Sec-Fetch-Site")).orElse("same-origin");
    if (!site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = ctx.header("Origin");
    if (origin == null) {
      return false;
    }
    int name = origin.indexOf("://");
    return name < 0 || !hosts.contains(lower(origin.substring(name + 3)));
  }

  private static String token(Context ctx) {
    return Optional.ofNullable(ctx.header(CSRF_HEADER))
        .or(() -> Optional.ofNullable(ctx.formParam(CSRF_FIELD)))
        .orElse("");
  }

  private static void stranger(Context ctx) {
    if (ctx.header("HX-Request") != null || ctx.path().equals("/live")) {
      refuse(ctx, 401, "The session has ended.");
    } else {
      ctx.status(401).html(Door401.PAGE).skipRemainingHandlers();
    }
  }

  private static void refuse(Context ctx, int status, String why) {
    ctx.status(status).contentType("text/plain; charset=utf-8").result(why);
    ctx.skipRemainingHandlers();
  }

  /** The person of a request that was let in. */
  static Visitor visitor(Context ctx) {
    Visitor visitor = ctx.attribute(VISITOR);
    if (visitor == null) {
      throw new IllegalStateException("no page is served to strangers");
    }
    return visitor;
  }
}
