package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.model.Gate;
import dev.pindah.report.PhaseRow;
import dev.pindah.report.Summary;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/** Carrying the records over: what goes on, what has been done, what is waited for. */
public final class RunPage {
  private static final int SHOWN = 30;
  private static final List<Gate> BEFORE_LOAD =
      List.of(
          Gate.MAPPING_CONFIRMED,
          Gate.SCHEMA_READY,
          Gate.PREFLIGHT,
          Gate.AUTOMATION_OFF,
          Gate.SAMPLE_ACCEPTED,
          Gate.VALIDATION);

  private final Frame frame;

  public RunPage(Frame frame) {
    this.frame = frame;
  }

  /**
   * The page.
   *
   * @param gates what load waits for
   * @param answers newest first
   */
  record Model(List<GateRow> gates, List<PhaseRow> phases, List<Answer> answers) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/run", this::show);
  }

  private void show(Context ctx) {
    Summary summary = Summary.read(frame.ledger());
    frame.show(
        ctx,
        "page/run",
        frame.screen(ctx, "run"),
        frame
            .ledger()
            .read(
                tables ->
                    new Model(
                        BEFORE_LOAD.stream().map(gate -> GateRow.of(gate, tables)).toList(),
                        summary.phases(),
                        tables.requests().latest(SHOWN).stream().map(Answer::of).toList())));
  }
}
