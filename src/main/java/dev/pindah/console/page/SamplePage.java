package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Screen;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Gate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Sample;
import dev.pindah.model.proof.Sample.Drawn;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that were drawn for people, one at a time, both sides beside each other. */
public final class SamplePage {
  private static final int LONGEST = 500;

  private final Frame frame;

  public SamplePage(Frame frame) {
    this.frame = frame;
  }

  /** A drawn record and what somebody said of it: right, wrong (with words) or nothing. */
  record Judged(Drawn drawn, String verdict) {
    boolean open() {
      return verdict.isEmpty();
    }
  }

  /**
   * The page.
   *
   * @param at number of the record that is shown, from 0
   * @param tried the newest wish for a sample
   */
  record Model(
      Sample sample,
      List<Judged> judged,
      int at,
      Optional<SideBySide> shown,
      GateRow gate,
      Optional<Request> tried) {
    long left() {
      return judged.stream().filter(Judged::open).count();
    }
  }

  public void routes(JavalinConfig config) {
    config.routes.get("/sample", this::show);
    config.routes.post("/sample/judge", this::judge);
  }

  private void show(Context ctx) {
    Screen screen = frame.screen(ctx, "sample");
    int at = number(Frame.query(ctx, "n"));
    frame.show(
        ctx, "page/sample", screen, frame.ledger().read(tables -> model(tables, at, screen)));
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private Model model(Tables tables, int at, Screen screen) {
    Sample sample = tables.proofs().latest().map(Proof::sample).orElse(Sample.NONE);
    List<Judged> judged = new ArrayList<>();
    for (Drawn drawn : sample.drawn()) {
      judged.add(
          new Judged(
              drawn,
              tables
                  .decisions()
                  .latest(subject(drawn))
                  .filter(decision -> decision.kind().equals("sample-judged"))
                  .map(Decision::reason)
                  .orElse("")));
    }
    int shown = Math.clamp(at, 0, Math.max(0, judged.size() - 1));
    return new Model(
        sample,
        judged,
        shown,
        judged.isEmpty()
            ? Optional.empty()
            : key(judged.get(shown).drawn())
                .map(key -> SideBySide.of(key, tables, frame.setup().links(), screen)),
        GateRow.of(Gate.SAMPLE_ACCEPTED, tables),
        tables.requests().latest("sample"));
  }

  private static String subject(Drawn drawn) {
    return "sample:" + drawn.object() + ":" + drawn.id();
  }

  private static Optional<RecordKey> key(Drawn drawn) {
    return ObjectName.of(drawn.object()).map(object -> new RecordKey(object, drawn.id()));
  }

  private void judge(Context ctx) {
    String object = Frame.field(ctx, "object");
    String id = Frame.field(ctx, "id");
    boolean right = Frame.field(ctx, "verdict").equals("right");
    String reason = Frame.field(ctx, "reason");
    Drawn drawn =
        frame
            .ledger()
            .read(tables -> tables.proofs().latest())
            .map(proof -> proof.sample().drawn())
            .orElse(List.of())
            .stream()
            .filter(known -> known.object().equals(object) && known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "this record was not drawn"));
    if (reason.length() > LONGEST || (!right && reason.isEmpty())) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("reason.missing"));
    }
    frame.decide(
        ctx,
        "sample-judged",
        subject(drawn),
        (right ? "right" : "wrong") + (reason.isEmpty() ? "" : ": " + reason));
    Wishes.back(ctx);
  }
}
