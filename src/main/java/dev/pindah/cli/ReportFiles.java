package dev.pindah.cli;

import dev.pindah.journey.map.MappingReader;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.RecordKey;
import dev.pindah.report.CsvReport;
import dev.pindah.report.ErrorRows;
import dev.pindah.report.Links;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import dev.pindah.report.page.HtmlReport;
import dev.pindah.report.page.SampleSheet;
import dev.pindah.report.page.SignOffSheet;
import dev.pindah.report.sheet.ErrorSheet;
import dev.pindah.report.sheet.XlsxReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the reports of a workspace. */
final class ReportFiles {
  private static final String PERSONAL = "sample-";
  private static final String ERRORS = "errors-";
  private static final String DISCOVER = "discover.";
  private static final String OWNERS = "owners.csv";

  private ReportFiles() {}

  /** Whether a report shows what customers wrote, so that it stays in the workspace. */
  static boolean personal(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PERSONAL)
        || name.startsWith(ERRORS)
        || name.startsWith(DISCOVER)
        || name.equals(OWNERS)
        || name.equals(RollbackFiles.DONE + RollbackFiles.TABLE)
        || name.equals(RollbackFiles.LOOKED + RollbackFiles.TABLE);
  }

  static void write(Session session, Summary summary) {
    Path folder = session.workspace.makeReports();
    Words words = Words.of(session.output.language());
    session.workspace.write(
        folder.resolve("summary.html"),
        HtmlReport.page(
            session.config.migration(),
            summary,
            session.clock.instant(),
            session.config.transform().zone(),
            words));
    try {
      XlsxReport.write(folder.resolve("summary.xlsx"), session.ledger, summary, words);
      SignOffSheet.write(
          folder.resolve("sign-off.pdf"),
          session.config.migration(),
          summary,
          session.clock.instant(),
          session.config.transform().zone(),
          words);
    } catch (IOException unwritable) {
      throw new UsageException(folder + " cannot be written; check rights and room", unwritable);
    }
    summary
        .proof()
        .ifPresent(
            proof ->
                session.workspace.write(
                    folder.resolve(PERSONAL + "side-by-side.html"),
                    SampleSheet.page(session.ledger, proof.sample(), links(session), words)));
    session.workspace.write(folder.resolve("rows.csv"), CsvReport.rows(summary));
    errors(session);
    owners(session);
    session.workspace.write(folder.resolve("summary.json"), json(summary).toPrettyString() + "\n");
  }

  /** Owners without a user on the target, to be filled in for {@code load --reassign}. */
  static void owners(Session session) {
    Path file = session.workspace.makeReports().resolve(OWNERS);
    session
        .ledger
        .read(tables -> tables.mappings().latest())
        .flatMap(known -> MappingReader.read(known.content(), new Problems()))
        .ifPresent(mapping -> session.workspace.write(file, CsvReport.owners(mapping.owners())));
  }

  /** What could not move, object by object, to be corrected and given to {@code retry}. */
  static void errors(Session session) {
    Path folder = session.workspace.makeReports();
    try {
      for (ObjectName object : ObjectName.values()) {
        ErrorRows errors = ErrorRows.of(session.ledger, object, link(session));
        Path csv = folder.resolve(ERRORS + object.wire() + ".csv");
        Path xlsx = folder.resolve(ERRORS + object.wire() + ".xlsx");
        if (errors.none()) {
          Files.deleteIfExists(csv);
          Files.deleteIfExists(xlsx);
        } else {
          session.workspace.write(csv, CsvReport.errors(errors));
          ErrorSheet.write(xlsx, object.wire(), errors);
        }
      }
    } catch (IOException unwritable) {
      throw new UsageException(folder + " cannot be written; check rights and room", unwritable);
    }
  }

  /** The record's page on the target, else its address in the source's API. */
  private static Function<RecordKey, String> link(Session session) {
    Links links = links(session);
    String api =
        session.config.qontak().base().toString().replaceFirst("/+$", "")
            + session.config.qontak().crmPrefix();
    return key ->
        session
            .ledger
            .read(tables -> tables.crosswalk().find(key))
            .flatMap(links::target)
            .or(() -> Links.source(api, key))
            .orElse("");
  }

  static Links links(Session session) {
    return new Links(
        session.config.freshsales().base().toString(),
        session.config.freshdesk().map(desk -> desk.base().toString()).orElse(""));
  }

  private static ObjectNode json(Summary summary) {
    ObjectNode json = SummaryJson.load(summary);
    ArrayNode cells = json.putArray("cells");
    summary
        .cells()
        .forEach(
            count ->
                cells
                    .addObject()
                    .put("object", count.object().wire())
                    .put("field", count.field())
                    .put("bucket", count.bucket())
                    .put("cells", count.cells()));
    ArrayNode findings = json.putArray("findings");
    summary
        .findings()
        .forEach((stage, list) -> list.forEach(finding -> add(findings, stage, finding)));
    return json;
  }

  private static void add(ArrayNode findings, String stage, Finding finding) {
    findings
        .addObject()
        .put("stage", stage)
        .put("code", finding.code())
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .put("object", finding.object())
        .put("id", finding.id())
        .put("field", finding.field())
        .put("detail", finding.detail());
  }
}
