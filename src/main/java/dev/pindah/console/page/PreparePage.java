package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an admin has to make on the target, and the checks before anything is written. */
public final class PreparePage {
  private static final int LONGEST = 500;

  private final Frame frame;

  public PreparePage(Frame frame) {
    this.frame = frame;
  }

  /** One thing to make by hand; {@code lines} are what has to be typed, one after the other. */
  record ToDo(
      String product, String module, String kind, String label, String type, List<String> lines) {}

  /** A check; {@code waivedBy} is blank unless somebody overrode it. */
  record Check(
      String id, String severity, boolean ok, String detail, String remedy, String waivedBy) {
    boolean blocks() {
      return !ok && severity.equals("error") && waivedBy.isEmpty();
    }
  }

  /** How the fields of one object arrive. */
  record Diff(String object, String module, List<Long> counts) {
    static final List<Decision> COLUMNS =
        List.of(
            Decision.ACCEPT, Decision.CREATE, Decision.REVIEW, Decision.DOCUMENT, Decision.DROP);

    long sum() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The page. */
  record Model(
      Optional<Request> asked,
      List<Diff> diffs,
      List<ToDo> toDo,
      List<String> impossible,
      List<Check> checks) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/prepare", this::show);
    config.routes.post("/check", this::waive);
  }

  private void show(Context ctx) {
    Optional<Answer> answer =
        Answer.newest(
            frame
                .ledger()
                .read(
                    tables ->
                        Stream.of("prepare", "prepare-apply", "probe")
                            .map(tables.requests()::latest)
                            .toList()),
            "toDo");
    frame.show(
        ctx,
        "page/prepare",
        frame.screen(ctx, "prepare"),
        new Model(
            answer.map(Answer::request),
            diffs(),
            answer.map(PreparePage::toDo).orElse(List.of()),
            answer
                .map(known -> known.list("impossible").stream().map(PreparePage::plain).toList())
                .orElse(List.of()),
            answer.map(this::checks).orElse(List.of())));
  }

  private static String plain(JsonNode node) {
    return node.isString() ? node.asString() : node.toString();
  }

  private static List<ToDo> toDo(Answer answer) {
    List<ToDo> list = new ArrayList<>();
    for (JsonNode item : answer.list("toDo")) {
      List<String> lines = new ArrayList<>(Answer.texts(item, "choices"));
      for (JsonNode stage : item.path("stages")) {
        lines.add(
            Answer.text(stage, "name")
                + " ("
                + Answer.text(stage, "type")
                + ", "
                + Answer.text(stage, "probability")
                + " %)");
      }
      list.add(
          new ToDo(
              Answer.text(item, "product"),
              Answer.text(item, "module"),
              Answer.text(item, "kind"),
              Answer.text(item, "label"),
              Answer.text(item, "type"),
              lines));
    }
    return list;
  }

  private List<Check> checks(Answer answer) {
    List<Check> checks = new ArrayList<>();
    for (JsonNode item : answer.list("checks")) {
      String id = Answer.text(item, "id");
      checks.add(
          new Check(
              id,
              Answer.text(item, "severity"),
              item.path("ok").asBoolean(false),
              Answer.text(item, "detail"),
              Answer.text(item, "remedy"),
              waivedBy(id)));
    }
    return checks;
  }

  private String waivedBy(String id) {
    return frame
        .ledger()
        .read(tables -> tables.decisions().latest("check:" + id))
        .filter(decision -> decision.kind().equals("check-waived"))
        .map(decision -> decision.by())
        .orElse("");
  }

  /** From the mapping file, when it can be read. */
  private List<Diff> diffs() {
    Path file = frame.setup().folder().resolve(MappingReader.FILE);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return MappingReader.read(Files.readString(file), new Problems()).stream()
          .flatMap(PreparePage::diffs)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static Stream<Diff> diffs(Mapping mapping) {
    return mapping.objects().stream()
        .map(
            object ->
                new Diff(
                    object.object().wire(),
                    object.target().wire(),
                    Diff.COLUMNS.stream()
                        .map(
                            decision ->
                                object.fields().stream()
                                    .map(FieldRule::decision)
                                    .filter(decision::equals)
                                    .count())
                        .toList()));
  }

  /** Overrides a failing check by name; looks again so that the gate follows. */
  private void waive(Context ctx) {
    String id = Frame.field(ctx, "id");
    String reason = Frame.field(ctx, "reason");
    boolean known =
        Answer.newest(
                frame
                    .ledger()
                    .read(
                        tables ->
                            Stream.of("prepare", "prepare-apply", "probe")
                                .map(tables.requests()::latest)
                                .toList()),
                "checks")
            .map(this::checks)
            .orElse(List.of())
            .stream()
            .anyMatch(check -> check.id().equals(id) && check.blocks());
    if (!known) {
      throw new Refused(404, "there is no such failing check");
    }
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("reason.missing"));
    }
    frame.decide(ctx, "check-waived", "check:" + id, reason);
    frame.ask(ctx, "prepare", "");
    Wishes.back(ctx);
  }
}
