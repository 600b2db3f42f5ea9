package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Screen;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Gate;
import dev.pindah.model.KeptCell;
import dev.pindah.report.ConflictSheet;
import dev.pindah.report.TextFile;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The day on which people change over: gates, last changes, conflicts, sign-off, watch. */
public final class CutoverPage {
  private static final int SHOWN = 200;
  private static final List<Gate> GATES =
      List.of(
          Gate.EXPORT_RECONCILED,
          Gate.WABA_OFFBOARDING,
          Gate.WABA_RELEASED,
          Gate.SOURCE_FROZEN,
          Gate.DELTA_CLEAN,
          Gate.BUSINESS_SIGN_OFF,
          Gate.WATCH_CLOSED);
  private static final List<String> RULES = List.of("source", "target", "newest");

  private final Frame frame;

  public CutoverPage(Frame frame) {
    this.frame = frame;
  }

  /** A cell that was changed on both sides. */
  record Conflict(
      String place, String object, String id, String field, String source, String target) {}

  /** The page. */
  record Model(
      List<GateRow> gates,
      Optional<Answer> delta,
      Optional<Answer> freeze,
      Optional<Answer> watch,
      List<Conflict> conflicts,
      long open) {
    boolean mayAsk(Optional<Answer> answer) {
      return answer.map(Answer::request).map(Request::state).map(s -> !s.open()).orElse(true);
    }
  }

  public void routes(JavalinConfig config) {
    config.routes.get("/cutover", this::show);
    config.routes.post("/cutover/settle", this::settle);
    config.routes.post("/cutover/sign-off", this::signOff);
  }

  private void show(Context ctx) {
    Screen screen = frame.screen(ctx, "cutover");
    frame.show(ctx, "page/cutover", screen, frame.ledger().read(tables -> model(tables, screen)));
  }

  private static Model model(Tables tables, Screen screen) {
    List<KeptCell> open = open(tables);
    return new Model(
        GATES.stream().map(gate -> GateRow.of(gate, tables)).toList(),
        tables.requests().latest("delta").map(Answer::of),
        tables.requests().latest("freeze").map(Answer::of),
        tables.requests().latest("watch").map(Answer::of),
        open.stream()
            .limit(SHOWN)
            .map(
                cell ->
                    new Conflict(
                        ConflictSheet.place(cell),
                        cell.key().object().wire(),
                        cell.key().id(),
                        cell.attribute(),
                        screen.shown(ConflictSheet.plain(cell.sourceValue())),
                        screen.shown(ConflictSheet.plain(cell.targetValue()))))
            .toList(),
        open.size());
  }

  private static List<KeptCell> open(Tables tables) {
    return tables.keptCells().all().stream()
        .filter(cell -> cell.state() == KeptCell.State.CONFLICT)
        .toList();
  }

  /** One rule for all, or one per cell: then in the same sheet that people fill in by hand. */
  private void settle(Context ctx) {
    String all = Frame.field(ctx, "all");
    if (RULES.contains(all)) {
      frame.ask(ctx, "resolve", all);
      Wishes.back(ctx);
      return;
    }
    List<String> places = ctx.formParams("place");
    List<String> choices = ctx.formParams("resolve");
    List<KeptCell> open = frame.ledger().read(CutoverPage::open);
    StringWriter text = new StringWriter();
    try (de.siegmar.fastcsv.writer.CsvWriter csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder().build(text)) {
      csv.writeRecord("object", "id", "field", "resolve");
      for (int number = 0; number < Math.min(places.size(), choices.size()); number++) {
        String place = places.get(number);
        String choice = choices.get(number);
        if (RULES.contains(choice)) {
          open.stream()
              .filter(cell -> ConflictSheet.place(cell).equals(place))
              .findFirst()
              .ifPresent(
                  cell ->
                      csv.writeRecord(
                          cell.key().object().wire(), cell.key().id(), cell.attribute(), choice));
        }
      }
      csv.flush();
      Path folder = Files.createDirectories(frame.setup().folder().resolve("uploads"));
      Path file = Files.createTempFile(folder, "conflicts-", ".csv");
      TextFile.write(file, text.toString());
      frame.ask(ctx, "resolve", "uploads/" + file.getFileName());
    } catch (IOException unwritable) {
      throw new Refused(507, "the workspace cannot be written; check rights and room");
    }
    Wishes.back(ctx);
  }

  private void signOff(Context ctx) {
    if (!Frame.field(ctx, "sure").equals("yes")) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("cutover.sure.missing"));
    }
    frame.ask(ctx, "sign-off", "");
    Wishes.back(ctx);
  }
}
