package dev.pindah.cli;

import dev.pindah.journey.rollback.Outcome;
import dev.pindah.journey.rollback.Outcome.Kept;
import dev.pindah.journey.rollback.RemoveSchema.Removed;
import dev.pindah.report.CsvReport;
import dev.pindah.report.Words;
import dev.pindah.report.page.UndoneReport;
import dev.pindah.report.page.UndoneReport.Field;
import dev.pindah.report.page.UndoneReport.Head;
import dev.pindah.report.page.UndoneReport.Stays;
import dev.pindah.report.page.UndoneReport.Undone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report of a rollback: a page and a document, which name cells without their values, and a
 * table with the values, which stays in the workspace.
 */
final class RollbackFiles {
  static final String DONE = "rollback";
  static final String LOOKED = "rollback-dry-run";

  /** What shows personal data. */
  static final String TABLE = ".csv";

  private static final List<String> HEADS =
      List.of("what", "object", "id", "module", "target_id", "reason", "cell", "was", "is");

  private final Outcome outcome;
  private final List<String> residue;
  private final List<Removed> fields;

  RollbackFiles(Outcome outcome, List<String> residue, List<Removed> fields) {
    this.outcome = outcome;
    this.residue = List.copyOf(residue);
    this.fields = List.copyOf(fields);
  }

  /** Answers where the page lies. */
  Path write(Session session, String by, boolean dry) {
    Path folder = session.workspace.makeReports();
    String name = dry ? LOOKED : DONE;
    Words words = Words.of(session.output.language());
    Head head =
        new Head(
            session.config.migration(),
            by,
            session.clock.instant(),
            session.config.transform().zone(),
            dry);
    Path page = folder.resolve(name + ".html");
    session.workspace.write(folder.resolve(name + ".json"), json(head).toPrettyString() + "\n");
    session.workspace.write(folder.resolve(name + TABLE), CsvReport.table(HEADS, table()));
    session.workspace.write(page, UndoneReport.page(head, undone(words), words));
    return page;
  }

  private ObjectNode json(Head head) {
    ObjectNode json = Output.object();
    json.put("migration", head.migration());
    json.put("at", head.at().toString());
    json.put("by", head.by());
    json.put("dryRun", head.dry());
    json.setAll(RollbackCommand.json(outcome, residue, fields));
    for (String list : List.of("keptRecords", "erroredRecords")) {
      json.path(list)
          .forEach(
              row ->
                  row.path("changed")
                      .forEach(cell -> ((ObjectNode) cell).remove(List.of("was", "is"))));
    }
    return json;
  }

  private Undone undone(Words words) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("reversed", outcome.reversed());
    counts.put("deleted", outcome.deleted());
    counts.put("restored", outcome.restored());
    counts.put("left", outcome.left());
    counts.put("kept", outcome.keptCount());
    counts.put("errored", outcome.erroredCount());
    counts.put("untouched", outcome.untouched());
    counts.put("gone", outcome.gone());
    counts.put("stays", outcome.stays());
    return new Undone(
        outcome.complete(),
        counts,
        stays(outcome.kept()),
        stays(outcome.errored()),
        residue,
        fields.stream()
            .map(field -> new Field(field.module().wire(), field.label(), field.why()))
            .toList(),
        outcome.proof().map(proof -> SampleCommand.fingerprint(proof, words)).orElse(List.of()));
  }

  private static List<Stays> stays(List<Kept> records) {
    return records.stream()
        .map(
            one ->
                new Stays(
                    one.step().key().object().wire(),
                    one.step().key().id(),
                    one.step().module().wire(),
                    one.step().targetId(),
                    one.step().detail(),
                    List.copyOf(one.cells().keySet())))
        .toList();
  }

  private List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    rows("kept", outcome.kept(), rows);
    rows("errored", outcome.errored(), rows);
    residue.forEach(line -> rows.add(List.of("residue", "", "", "", "", line, "", "", "")));
    return rows;
  }

  /** One row for each cell that somebody changed. */
  private static void rows(String what, List<Kept> records, List<List<String>> rows) {
    for (Kept one : records) {
      List<String> record =
          List.of(
              what,
              one.step().key().object().wire(),
              one.step().key().id(),
              one.step().module().wire(),
              one.step().targetId(),
              one.step().detail());
      if (one.cells().isEmpty()) {
        rows.add(with(record, "", "", ""));
      }
      one.cells().forEach((cell, was) -> rows.add(with(record, cell, was.was(), was.is())));
    }
  }

  private static List<String> with(List<String> record, String... cells) {
    List<String> row = new ArrayList<>(record);
    row.addAll(List.of(cells));
    return row;
  }
}
