package dev.pindah.console.page;

import dev.pindah.console.page.SchemaLook.Check;
import dev.pindah.console.page.SchemaLook.Item;
import dev.pindah.console.page.SchemaLook.Limit;
import dev.pindah.console.page.SchemaLook.Planned;
import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an admin has to make on the target, and the checks before anything is written. */
public final class PreparePage {
  private static final int LONGEST = 500;

  private final Frame frame;

  public PreparePage(Frame frame) {
    this.frame = frame;
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
      List<Diff> diffs,
      Optional<Instant> looked,
      List<Item> toDo,
      List<Item> impossible,
      List<Planned> planned,
      List<Limit> limits,
      List<Check> checks) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/prepare", this::show);
    config.routes.post("/check", this::waive);
  }

  private void show(Context ctx) {
    Optional<SchemaLook> look = SchemaLook.in(frame.setup().folder());
    frame.show(
        ctx,
        "page/prepare",
        frame.screen(ctx, "prepare"),
        new Model(
            diffs(),
            look.map(SchemaLook::at),
            look.map(SchemaLook::toDo).orElse(List.of()),
            look.map(SchemaLook::impossible).orElse(List.of()),
            look.map(SchemaLook::planned).orElse(List.of()),
            look.map(SchemaLook::limits).orElse(List.of()),
            checks(look)));
  }

  private List<Check> checks(Optional<SchemaLook> look) {
    return look.map(known -> known.checks(this::waivedBy)).orElse(List.of());
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
        checks(SchemaLook.in(frame.setup().folder())).stream()
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
