package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.ledger.Tables;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Taking a migration back: numbers first, then the migration's name typed by hand. */
public final class RollbackPage {
  private static final int SHOWN = 100;

  /** Wishes that change what a look would find. */
  private static final Set<String> WRITES =
      Set.of("load", "run", "delta", "retry", "rollback", "sample");

  private final Frame frame;

  public RollbackPage(Frame frame) {
    this.frame = frame;
  }

  /** A record that stays, and why. */
  record Stays(String object, String id, String reason) {}

  /**
   * The page.
   *
   * @param fresh whether nothing was written since the look
   */
  record Model(
      Optional<Answer> look,
      boolean fresh,
      Optional<Answer> done,
      List<Stays> kept,
      List<String> residue) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/rollback", this::show);
    config.routes.post("/rollback", this::rollback);
  }

  private void show(Context ctx) {
    frame.show(
        ctx,
        "page/rollback",
        frame.screen(ctx, "rollback"),
        frame.ledger().read(RollbackPage::model));
  }

  private static Model model(Tables tables) {
    Optional<Answer> look =
        tables
            .requests()
            .latest("rollback-look")
            .map(Answer::of)
            .filter(answer -> answer.has("reversed"));
    Optional<Answer> done = tables.requests().latest("rollback").map(Answer::of);
    Optional<Answer> latest =
        done.filter(answer -> answer.has("reversed"))
            .filter(
                answer ->
                    look.map(seen -> seen.request().number() < answer.request().number())
                        .orElse(true))
            .or(() -> look);
    return new Model(
        look,
        look.map(answer -> fresh(answer.request(), tables)).orElse(false),
        done,
        latest.map(answer -> answer.list("keptRecords")).orElse(List.of()).stream()
            .limit(SHOWN)
            .map(
                row ->
                    new Stays(
                        Answer.text(row, "object"),
                        Answer.text(row, "id"),
                        Answer.text(row, "reason")))
            .toList(),
        latest.map(answer -> answer.list("residue")).orElse(List.of()).stream()
            .limit(SHOWN)
            .map(RollbackPage::plain)
            .toList());
  }

  private static String plain(JsonNode node) {
    return node.isString() ? node.asString() : node.toString();
  }

  private static boolean fresh(Request look, Tables tables) {
    Instant at = look.changedAt();
    return WRITES.stream()
        .flatMap(wish -> tables.requests().latest(wish).stream())
        .noneMatch(request -> request.changedAt().isAfter(at));
  }

  private void rollback(Context ctx) {
    if (!frame.ledger().read(RollbackPage::model).fresh()) {
      throw new Refused(409, frame.words(frame.visitor(ctx)).say("rollback.look.first"));
    }
    if (!Frame.field(ctx, "typed").equals(frame.setup().migration())) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("rollback.typed.wrong"));
    }
    frame.ask(ctx, "rollback", "");
    Wishes.back(ctx);
  }
}
