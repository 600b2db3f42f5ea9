package dev.pindah.console.web;

import dev.pindah.report.Language;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Coming in, saying one's name, inviting others, choosing a language, seeing personal data. */
final class Doors {
  private static final int LONGEST_NAME = 80;

  private final Frame frame;
  private final Access access;

  Doors(Frame frame, Access access) {
    this.frame = frame;
    this.access = access;
  }

  void routes(JavalinConfig config) {
    config.routes.get("/enter", this::enter);
    config.routes.post("/enter", this::enterWithPassword);
    config.routes.post("/name", this::introduce);
    config.routes.post("/language", this::speak);
    config.routes.post("/personal", this::show);
    config.routes.get("/people", this::people);
    config.routes.post("/invite", this::invite);
    config.routes.post("/leave", this::leave);
  }

  private void enter(Context ctx) {
    String token = Frame.query(ctx, "token");
    if (!access.invited(token)) {
      ctx.status(401).html(Door401.PAGE);
    } else if (access.needsPassword()) {
      ctx.html(Door401.password(token));
    } else {
      letIn(ctx, token);
    }
  }

  private void enterWithPassword(Context ctx) {
    String token = Frame.field(ctx, "token");
    String password = Optional.ofNullable(ctx.formParam("password")).orElse("");
    if (!access.invited(token) || !access.passwordFits(password)) {
      ctx.status(401).html(Door401.PAGE);
    } else {
      letIn(ctx, token);
    }
  }

  private void letIn(Context ctx, String token) {
    Optional<String> secret = access.enter(token);
    if (secret.isEmpty()) {
      ctx.status(401).html(Door401.PAGE);
      return;
    }
    Cookie cookie = new Cookie(Guard.COOKIE, secret.get());
    cookie.setHttpOnly(true);
    cookie.setSecure(frame.setup().door().https());
    cookie.setSameSite(SameSite.STRICT);
    cookie.setPath("/");
    ctx.cookie(cookie);
    // A redirect would be a move across sites for a strict cookie when a mail opened the link.
    ctx.html(Door401.WELCOME);
  }

  private void introduce(Context ctx) {
    String name = Frame.field(ctx, "name").replaceAll("\\p{Cntrl}", " ").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("name.missing"));
    }
    frame.visitor(ctx).introduce(name);
    back(ctx);
  }

  private void speak(Context ctx) {
    Arrays.stream(Language.values())
        .filter(language -> language.code().equals(Frame.field(ctx, "language")))
        .findFirst()
        .ifPresent(frame.visitor(ctx)::speak);
    back(ctx);
  }

  /** Whoever wants to see personal data is written down. */
  private void show(Context ctx) {
    Visitor visitor = frame.visitor(ctx);
    if (Frame.field(ctx, "show").equals("yes")) {
      frame.decide(
          ctx,
          "personal-data-shown",
          "console",
          "asked on " + place(ctx) + ", for " + Visitor.SHOWN.toMinutes() + " minutes");
      visitor.show(frame.clock().instant().plus(Visitor.SHOWN));
    } else {
      visitor.show(frame.clock().instant());
    }
    back(ctx);
  }

  private void people(Context ctx) {
    frame.show(ctx, "page/people", frame.screen(ctx, "people"), Map.of());
  }

  private void invite(Context ctx) {
    String name = Frame.field(ctx, "name");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("name.missing"));
    }
    frame.decide(ctx, "console-invited", "console", "a link for " + name);
    String base =
        frame
            .setup()
            .door()
            .publicUrl()
            .map(Object::toString)
            .orElse(ctx.scheme() + "://" + ctx.host());
    String link = base.replaceFirst("/$", "") + "/enter?token=" + access.invite(name);
    frame.show(ctx, "page/people", frame.screen(ctx, "people"), Map.of("name", name, "link", link));
  }

  private void leave(Context ctx) {
    Optional.ofNullable(ctx.cookie(Guard.COOKIE)).ifPresent(access::leave);
    ctx.removeCookie(Guard.COOKIE, "/");
    ctx.html(Door401.PAGE);
  }

  private static String place(Context ctx) {
    String back = Frame.field(ctx, "back");
    return back.matches("/[A-Za-z0-9_/-]*") && !back.startsWith("//") ? back : "/";
  }

  /** To the page that the form stood on, and never anywhere else. */
  static void back(Context ctx) {
    ctx.redirect(place(ctx), io.javalin.http.HttpStatus.SEE_OTHER);
  }
}
