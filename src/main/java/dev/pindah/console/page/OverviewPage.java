package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Screen;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Gate;
import dev.pindah.report.PhaseRow;
import dev.pindah.report.Summary;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/** Where the migration stands, and whom it waits for. */
public final class OverviewPage {
  private static final int LONGEST = 500;
  private final Frame frame;

  public OverviewPage(Frame frame) {
    this.frame = frame;
  }

  /**
   * What is looked at again every few seconds.
   *
   * @param callsPerHour that the plan allows
   */
  record Numbers(Ahead ahead, int callsPerHour) {}

  /** The page. */
  record Model(
      List<JourneyStep> steps,
      List<GateRow> gates,
      List<PhaseRow> phases,
      boolean balanced,
      boolean chainHolds,
      Numbers numbers) {
    /** The first gates that are open and that nothing before them blocks. */
    List<GateRow> waiting() {
      return gates.stream().filter(GateRow::open).limit(3).toList();
    }
  }

  public void routes(JavalinConfig config) {
    config.routes.get("/", this::show);
    config.routes.get("/numbers", this::numbers);
    config.routes.post("/gate", this::gate);
  }

  private void show(Context ctx) {
    Screen screen = frame.screen(ctx, "overview");
    Summary summary = Summary.read(frame.ledger());
    frame.show(ctx, "page/overview", screen, frame.ledger().read(tables -> model(tables, summary)));
  }

  private Model model(Tables tables, Summary summary) {
    List<JourneyStep> steps = JourneyStep.all(tables, frame.setup().folder());
    return new Model(
        steps,
        GateRow.all(tables),
        summary.phases(),
        summary.balanced(),
        summary.chainHolds(),
        new Numbers(Ahead.of(tables, steps), frame.setup().callsPerHour()));
  }

  private void numbers(Context ctx) {
    frame.show(
        ctx,
        "page/numbers",
        frame.screen(ctx, "overview"),
        frame
            .ledger()
            .read(
                tables ->
                    new Numbers(
                        Ahead.of(tables, JourneyStep.all(tables, frame.setup().folder())),
                        frame.setup().callsPerHour())));
  }

  /** A gate is passed or waived by the person who looks, with a reason. */
  private void gate(Context ctx) {
    Gate gate =
        Gate.of(Frame.field(ctx, "id"))
            .orElseThrow(() -> new Refused(404, "there is no such gate"));
    String reason = Frame.field(ctx, "reason");
    String action = frame.ledger().read(tables -> GateRow.of(gate, tables)).action();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("reason.missing"));
    }
    if (action.isEmpty()) {
      throw new Refused(409, "this gate is not open for a decision here");
    }
    frame.decide(
        ctx, action.equals("pass") ? "gate-passed" : "gate-waived", "gate:" + gate.id(), reason);
    Wishes.back(ctx);
  }
}
