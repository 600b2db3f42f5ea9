package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;

/** Buttons: each writes a request, which the owning process carries out. */
public final class Wishes {
  /** Wishes with nothing to confirm. The others have forms of their own. */
  private static final Set<String> PLAIN =
      Set.of(
          "discover",
          "estimate",
          "propose",
          "prepare",
          "prepare-apply",
          "probe",
          "sample",
          "extract",
          "transform",
          "load-look",
          "load",
          "run",
          "reconcile",
          "delta",
          "freeze",
          "conflicts",
          "watch",
          "rollback-look",
          "handoff",
          "evidence");

  private final Frame frame;

  public Wishes(Frame frame) {
    this.frame = frame;
  }

  public void routes(JavalinConfig config) {
    config.routes.post("/wish", this::wish);
    config.routes.post("/pause", ctx -> pause(ctx, true));
    config.routes.post("/resume", ctx -> pause(ctx, false));
  }

  private void wish(Context ctx) {
    String wish = Frame.field(ctx, "wish");
    if (!PLAIN.contains(wish) || !frame.setup().wishes().contains(wish)) {
      throw new Refused(404, "this version cannot do that");
    }
    frame.ask(ctx, wish, "");
    back(ctx);
  }

  private void pause(Context ctx, boolean pause) {
    frame.live().pause(pause);
    back(ctx);
  }

  /** To the page that the form stood on, and never anywhere else. */
  static void back(Context ctx) {
    String back = Frame.field(ctx, "back");
    boolean ours = back.matches("/[A-Za-z0-9_/-]*(\\?[A-Za-z0-9=&_-]*)?") && !back.startsWith("//");
    ctx.redirect(ours ? back : "/", HttpStatus.SEE_OTHER);
  }
}
