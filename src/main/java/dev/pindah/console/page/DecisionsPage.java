package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.ledger.DecisionChain;
import dev.pindah.ledger.Decisions.Decision;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Who decided what, when and why, and whether the chain holds. */
public final class DecisionsPage {
  private final Frame frame;

  public DecisionsPage(Frame frame) {
    this.frame = frame;
  }

  /** The page; newest first. */
  record Model(List<Decision> decisions, Optional<Long> broken) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/decisions", this::show);
  }

  private void show(Context ctx) {
    List<Decision> all = frame.ledger().read(tables -> tables.decisions().all());
    frame.show(
        ctx,
        "page/decisions",
        frame.screen(ctx, "decisions"),
        new Model(all.reversed(), DecisionChain.firstBroken(all)));
  }
}
