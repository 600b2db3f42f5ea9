package dev.pindah.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.CallCounts.LoadCalls;
import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Books;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.KeptCell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Aggregate.Measure;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Sample;
import dev.pindah.model.proof.Share;
import dev.pindah.report.Summary.Reasons;
import dev.pindah.report.kit.ValueTable;
import dev.pindah.report.page.HtmlReport;
import dev.pindah.report.page.SignOffSheet;
import dev.pindah.report.sheet.ConflictWorkbook;
import dev.pindah.report.sheet.ListingSheets;
import dev.pindah.report.sheet.XlsxReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Reports of a migration whose names and values are out to do harm. */
class ReportFilesTest {
  private static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String SCRIPT = "<script>alert('x')</script>&\"";
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\";\"klik\")";

  private static final String HALF = "Sari \uD83D";

  @TempDir Path folder;

  @Test
  void thePageIsSelfContainedAndEscapesEverything() {
    String page = HtmlReport.page(SCRIPT, summary(), NOW, JAKARTA, Words.of(Language.ID));
    assertThat(page).doesNotContain("<script").doesNotContain("src=").doesNotContain("url(");
    assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)");
    assertThat(page).contains("<html lang=\"id\">", "Tangga pembuktian", "<svg", "131.066.789.000");
    assertThat(HtmlReport.page("m", summary(), NOW, JAKARTA, Words.of(Language.EN)))
        .contains("The ladder of proof", "131,066,789,000", "10:00 WIB");
  }

  @Test
  void theWorkbookHasASheetPerObjectAndNoFormula() throws IOException {
    Path file = folder.resolve("summary.xlsx");
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      XlsxReport.write(file, ledger, summary(), Words.of(Language.EN));
    }
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        names.add(sheet.getName());
        try (Stream<Row> rows = sheet.openStream()) {
          for (Row row : rows.toList()) {
            for (Cell cell : row) {
              if (cell != null) {
                assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
                texts.add(cell.getText());
              }
            }
          }
        }
      }
    }
    assertThat(names).startsWith("Summary", "user", "company", "contact").contains("Findings");
    assertThat(texts).contains("'" + FORMULA, "131066789000", SCRIPT);
    assertThat(texts).noneMatch(text -> text.startsWith("=") || text.startsWith("@"));
  }

  /** Chats are cut in the middle of an emoji, and half of one is no letter in any encoding. */
  @Test
  void halvesOfLettersStopNoReport() throws IOException {
    KeptCell cell =
        new KeptCell(
            new RecordKey(ObjectName.CONTACT, HALF),
            Step.RECORD,
            HALF,
            KeptCell.State.CONFLICT,
            "\"" + HALF + "\"",
            "\"" + HALF + "\"");
    List<List<String>> cells = List.of(List.of(HALF, HALF));
    Map<String, String> texts =
        Map.of(
            "page.html", HtmlReport.page(HALF, summary(HALF), NOW, JAKARTA, Words.of(Language.EN)),
            "owners.csv",
                CsvReport.owners(
                    List.of(new OwnerRule(HALF, HALF, HALF, HALF, OwnerRule.PLACEHOLDER))),
            "table.csv", CsvReport.table(List.of("a", "b"), cells),
            "conflicts.csv", ConflictSheet.csv(List.of(cell)),
            "summary.json", JsonMapper.shared().writeValueAsString(Map.of("name", HALF)));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      TextFile.write(file, text.getValue());
      assertThat(Files.readString(file)).as(text.getKey()).contains("Sari ?");
    }
    try (ValueTable values = new ValueTable(folder.resolve("values.csv"))) {
      values.add(HALF, HALF, HALF, HALF, HALF, HALF, HALF);
    }
    assertThat(Files.readString(folder.resolve("values.csv"))).contains("Sari ?");
    ConflictWorkbook.write(folder.resolve("conflicts.xlsx"), List.of(cell));
    ListingSheets.write(
        folder.resolve("listing.xlsx"),
        new Listing(
            HALF,
            List.of(HALF),
            List.of(new Listing.Part(HALF, HALF, true, List.of("a", "b"), cells))));
    try (Ledger ledger = JdbcLedger.open("half.db", folder, Clock.systemUTC())) {
      XlsxReport.write(
          folder.resolve("summary.xlsx"), ledger, summary(HALF), Words.of(Language.EN));
    }
    for (String book : List.of("conflicts.xlsx", "listing.xlsx", "summary.xlsx")) {
      try (ReadableWorkbook read = new ReadableWorkbook(folder.resolve(book).toFile());
          Stream<Row> rows = read.getFirstSheet().openStream()) {
        assertThat(rows.toList()).as(book).isNotEmpty();
      }
    }
    Path pdf = folder.resolve("half.pdf");
    SignOffSheet.write(pdf, HALF, summary(HALF), NOW, JAKARTA, Words.of(Language.EN));
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
    }
  }

  /** Also with every object there is and long words. */
  @Test
  void theSignOffSheetHasTwoPages() throws IOException {
    Path file = folder.resolve("sign-off.pdf");
    for (Language language : Language.values()) {
      SignOffSheet.write(file, SCRIPT, summary(), NOW, JAKARTA, Words.of(language));
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        assertThat(document.getNumberOfPages()).isEqualTo(2);
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        assertThat(text).contains("<script>", Words.of(language).say("signoff.role.auditor"));
        assertThat(text).contains(Words.of(language).amount("131066789000"));
      }
    }
  }

  private static Summary summary() {
    return summary(SCRIPT);
  }

  private static Summary summary(String text) {
    List<ObjectName> objects = Arrays.asList(ObjectName.values());
    return new Summary(
        objects.stream().map(object -> new Books(object, 9, 3, 2, 1, 1, 1, 1, 0)).toList(),
        objects.stream()
            .map(object -> new Reasons(object, RecordState.HELD, Map.of("no-name", 1L)))
            .toList(),
        List.of(new CellCount(ObjectName.CONTACT, FORMULA, "exact", 5)),
        Map.of(
            "reconcile",
            List.of(new Finding("cell-differs", Severity.ERROR, "contact", "1", FORMULA, text))),
        1,
        2,
        decisions(),
        true,
        Optional.of(proof()),
        new Names(Map.of("901", text)),
        List.of(new LoadCalls(ObjectName.CONTACT, "record", 12, 13)));
  }

  private static List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    for (long number = 1; number <= 30; number++) {
      decisions.add(
          new Decision(
              number, "gate-passed", "gate:" + number, SCRIPT, SCRIPT.repeat(20), NOW, "", ""));
    }
    return decisions;
  }

  private static Proof proof() {
    List<Rung> ladder = new ArrayList<>();
    for (String id :
        List.of(
            "completeness",
            "uniqueness",
            "relations",
            "aggregates",
            "hashes",
            "cells",
            "totals",
            "second-pass",
            "sample")) {
      ladder.add(
          new Rung(
              id,
              Rung.State.FAILED,
              "broken ".repeat(60),
              List.of(1L, 2L, 3L, 4L, 5L),
              " — cell-differs contact 41000123 first_name; and 300 more"));
    }
    List<Root> roots =
        Arrays.stream(ObjectName.values())
            .map(object -> new Root(object.wire(), 9, "a".repeat(64), "b".repeat(64), 1, 5))
            .toList();
    Aggregate.Side side = new Aggregate.Side(9, 3, 2, "1", "5", "8", Map.of(FORMULA, 3L));
    return new Proof(
        NOW.toString(),
        ladder,
        roots,
        List.of(new Share("deal", "owner_id", "901", 9, 1, 8)),
        List.of(),
        List.of(new Aggregate("contact", "score", Measure.NUMBER, side, side)),
        new Business(
            List.of(
                new Business.Line(
                    "1",
                    "2",
                    "901",
                    "2026-01",
                    "IDR",
                    1,
                    1,
                    "131066789000",
                    "131066789000",
                    "131066789000")),
            List.of(new Business.Outcome("won", 1, 1)),
            List.of(new Business.Top(1, "50000097", "98", "131066789000", "131066789000")),
            2),
        new Sample("5e".repeat(32), List.of(), 600, 0.096, 209));
  }
}
