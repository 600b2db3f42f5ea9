package dev.pindah.report.sheet;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Books;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.proof.Rung;
import dev.pindah.report.PhaseRow;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes the workbook: what was proved, and every record of every object with what became of it.
 */
public final class XlsxReport {
  private static final int PAGE = 1000;

  private final Ledger ledger;
  private final Summary summary;
  private final Words words;

  private XlsxReport(Ledger ledger, Summary summary, Words words) {
    this.ledger = ledger;
    this.summary = summary;
    this.words = words;
  }

  /** No personal data goes in: ids, states, reasons, codes and counts. */
  public static void write(Path file, Ledger ledger, Summary summary, Words words)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Pindah", "1.0")) {
      new XlsxReport(ledger, summary, words).write(book);
    }
  }

  private void write(Workbook book) throws IOException {
    overview(book);
    for (Books books : summary.books()) {
      object(book, books.object());
    }
    new ProofSheets(book, summary, words).write();
  }

  private void overview(Workbook book) throws IOException {
    List<String> heads = new ArrayList<>(List.of(words.say("object")));
    PhaseRow.HEADS.forEach(head -> heads.add(words.code("column", head)));
    Sheet sheet = new Sheet(book, words.say("sheet.summary"), heads);
    for (PhaseRow row : summary.phases()) {
      List<Object> cells = new ArrayList<>(List.of(row.object().wire()));
      cells.addAll(row.numbers());
      sheet.row(cells.toArray());
    }
    sheet.row();
    sheet.row(words.say(summary.balanced() ? "verdict.good" : "verdict.bad"));
    for (Rung rung : summary.proof().map(proof -> proof.ladder()).orElse(List.of())) {
      sheet.row(
          words.code("rung", rung.id()),
          words.code("state", rung.state().name()),
          words.says(rung));
    }
    sheet.finish();
  }

  private void object(Workbook book, ObjectName object) throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            object.wire(),
            List.of(
                words.say("source.id"),
                words.say("state"),
                words.say("reason"),
                "module",
                words.say("target.id"),
                words.say("findings")));
    Map<String, List<String>> findings = findings(object);
    for (RecordState state : RecordState.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<Stored> page =
            ledger.read(tables -> tables.candidates().page(object, Step.RECORD, state, from, PAGE));
        if (page.isEmpty()) {
          break;
        }
        for (Object[] row : ledger.read(tables -> rows(page, findings, tables))) {
          sheet.row(row);
        }
        after = page.getLast().candidate().key().id();
      }
    }
    long cut = sheet.finish();
    if (cut > 0) {
      Sheet rest = new Sheet(book, object.wire() + " …", List.of());
      rest.row(words.say("sheet.cut", cut));
      rest.finish();
    }
  }

  private List<Object[]> rows(
      List<Stored> page, Map<String, List<String>> findings, Tables tables) {
    List<Object[]> rows = new ArrayList<>();
    for (Stored stored : page) {
      Optional<Pair> pair = tables.crosswalk().find(stored.candidate().key());
      rows.add(
          new Object[] {
            stored.candidate().key().id(),
            words.code("column", stored.state().wire()),
            stored.candidate().reason(),
            pair.map(known -> known.module().wire()).orElse(""),
            pair.map(Pair::targetId).orElse(""),
            String.join("; ", findings.getOrDefault(stored.candidate().key().id(), List.of()))
          });
    }
    return rows;
  }

  private Map<String, List<String>> findings(ObjectName object) {
    Map<String, List<String>> byId = new HashMap<>();
    for (List<Finding> stage : summary.findings().values()) {
      for (Finding finding : stage) {
        if (finding.object().equals(object.wire()) && !finding.id().isEmpty()) {
          byId.computeIfAbsent(finding.id(), any -> new ArrayList<>())
              .add((finding.code() + " " + finding.field()).strip());
        }
      }
    }
    return byId;
  }
}
