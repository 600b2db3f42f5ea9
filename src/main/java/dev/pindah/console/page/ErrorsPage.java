package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Server;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.report.CsvReport;
import dev.pindah.report.ErrorRows;
import dev.pindah.report.Summary;
import dev.pindah.report.sheet.ErrorSheet;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Records that could not move: why, how many, and the spreadsheet that people correct. */
public final class ErrorsPage {
  private static final String FOLDER = "uploads";

  private final Frame frame;

  public ErrorsPage(Frame frame) {
    this.frame = frame;
  }

  /** Records of an object with the same trouble. */
  record Group(ObjectName object, RecordState state, String code, long count, String remedy) {}

  /**
   * The page.
   *
   * @param objects that have a spreadsheet
   */
  record Model(List<Group> groups, List<ObjectName> objects, List<Group> skipped, boolean began) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/errors", this::show);
    config.routes.get("/errors/{file}", this::download);
    config.routes.post("/errors/upload", this::upload);
  }

  private void show(Context ctx) {
    Summary summary = Summary.read(frame.ledger());
    List<Group> groups = new ArrayList<>();
    List<Group> skipped = new ArrayList<>();
    for (Summary.Reasons reasons : summary.reasons()) {
      reasons
          .counts()
          .forEach(
              (code, count) ->
                  (reasons.state() == RecordState.SKIPPED ? skipped : groups)
                      .add(
                          new Group(
                              reasons.object(),
                              reasons.state(),
                              code,
                              count,
                              ErrorRows.remedy(code))));
    }
    frame.show(
        ctx,
        "page/errors",
        frame.screen(ctx, "errors"),
        new Model(
            groups,
            groups.stream().map(Group::object).distinct().toList(),
            skipped,
            !summary.books().isEmpty()));
  }

  /** The file holds what customers wrote, so taking it is written down. */
  private void download(Context ctx) {
    String file = ctx.pathParam("file");
    int dot = file.lastIndexOf('.');
    Optional<ObjectName> object = ObjectName.of(file.substring(0, Math.max(0, dot)));
    String kind = file.substring(dot + 1);
    if (object.isEmpty() || !List.of("csv", "xlsx").contains(kind)) {
      throw new Refused(404, "there is no such file");
    }
    ErrorRows errors = ErrorRows.of(frame.ledger(), object.get(), this::link);
    String name = "errors-" + object.get().wire() + "." + kind;
    frame.decide(ctx, "personal-data-shown", "console", "took " + name);
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    if (kind.equals("csv")) {
      ctx.contentType("text/csv; charset=utf-8").result(CsvReport.errors(errors));
    } else {
      ctx.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
          .result(workbook(object.get(), errors));
    }
  }

  /** The record's page on the target; blank when there is none. */
  private String link(RecordKey key) {
    return frame
        .ledger()
        .read(tables -> tables.crosswalk().find(key))
        .flatMap(frame.setup().links()::target)
        .orElse("");
  }

  private byte[] workbook(ObjectName object, ErrorRows errors) {
    try {
      Path draft = Files.createTempFile(uploads(), "errors", ".xlsx");
      try {
        ErrorSheet.write(draft, object.wire(), errors);
        return Files.readAllBytes(draft);
      } finally {
        Files.delete(draft);
      }
    } catch (IOException unwritable) {
      throw new Refused(507, "the workspace cannot be written; check rights and room");
    }
  }

  private Path uploads() throws IOException {
    return Files.createDirectories(frame.setup().folder().resolve(FOLDER));
  }

  /** Kept under a name of ours; what the browser calls the file never becomes a path. */
  private void upload(Context ctx) {
    UploadedFile given = ctx.uploadedFile("file");
    if (given == null || given.size() == 0) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("errors.file.missing"));
    }
    if (given.size() > Server.UPLOAD_MEGABYTES * 1024L * 1024) {
      throw new Refused(413, "the file is too large");
    }
    String name = given.filename().toLowerCase(Locale.ROOT);
    String kind = name.endsWith(".xlsx") ? ".xlsx" : name.endsWith(".csv") ? ".csv" : "";
    if (kind.isEmpty()) {
      throw new Refused(415, frame.words(frame.visitor(ctx)).say("errors.file.kind"));
    }
    Path kept;
    try (InputStream content = given.content()) {
      kept = Files.createTempFile(uploads(), "corrected-", kind);
      Files.write(kept, content.readAllBytes());
    } catch (IOException unwritable) {
      throw new Refused(507, "the workspace cannot be written; check rights and room");
    }
    frame.ask(ctx, "retry", FOLDER + "/" + kept.getFileName());
    Wishes.back(ctx);
  }
}
