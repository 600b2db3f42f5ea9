package dev.pindah.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SampleRecords.SampleRecord;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import dev.pindah.report.page.SamplePage.Head;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Every cell with its source, its rule and what stood there; customers' text stays text. */
class SamplePageTest {
  private static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");
  private static final String SCRIPT = "<script>alert('x')</script><!--/undone-->";
  private static final RecordKey KEY = new RecordKey(ObjectName.CONTACT, "c1");

  @TempDir Path folder;

  @Test
  void showsSourceRuleAndReadBackAndTakesTheProofLater() {
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      fill(ledger);
      Head head =
          new Head(
              SCRIPT,
              false,
              Map.of("exact", 1L),
              Map.of("field", 2L),
              List.of(List.of("list", SCRIPT, "no record that can move shows it")),
              List.of(
                  new Finding("cell-differs", Severity.ERROR, "contact", "c1", "city", SCRIPT)));
      Words words = Words.of(Language.EN);
      List<SampleRecord> records =
          List.of(new SampleRecord(KEY, "shows " + SCRIPT, "contacts", "4020"));
      String page = SamplePage.of(ledger, head, records, words);
      assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)");
      assertThat(page)
          .contains(">first_name → first_name</td>", ">Sari</td>", ">Sari (read)</td>")
          .contains("<tr class=\"differs\"><td>town → city</td>", "has not been taken back yet");
      String done =
          SamplePage.undone(
              page, true, List.of(List.of("taken back", "1")), List.of(SCRIPT), words);
      assertThat(done)
          .doesNotContain("<script", "has not been taken back yet")
          .contains("Everything was taken back", ">Sari (read)</td>");
      assertThat(SamplePage.undone(done, true, List.of(), List.of(), words))
          .doesNotContain("taken back</td>")
          .contains(">Sari (read)</td>");
    }
  }

  private static void fill(Ledger ledger) {
    String source =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", "c1")
            .put("first_name", "Sari")
            .put("town", SCRIPT)
            .toString();
    String target =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", "4020")
            .put("first_name", "Sari (read)")
            .put("city", SCRIPT)
            .toString();
    Candidate candidate =
        new Candidate(
            KEY,
            Step.RECORD,
            TargetModule.CONTACTS,
            JsonMapper.shared().createObjectNode().put("first_name", "Sari").put("city", "x"),
            List.of(),
            RecordState.READY,
            "",
            List.of(
                new Cell("first_name", "first_name", new Verdict.Exact()),
                new Cell("town", "city", new Verdict.Transformed("rule " + SCRIPT))));
    ledger.record(
        tables -> {
          tables
              .sourceRecords()
              .save(
                  List.of(
                      new SourceRecord(
                          KEY,
                          Optional.empty(),
                          source,
                          Fingerprint.of(source),
                          NOW,
                          true,
                          false)));
          tables.candidates().save(List.of(candidate));
          tables
              .targetRecords()
              .save(
                  Reading.AFTER,
                  List.of(new TargetRecord(TargetModule.CONTACTS, "4020", target, Map.of(), NOW)));
        });
  }
}
