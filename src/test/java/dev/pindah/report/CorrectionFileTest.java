package dev.pindah.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Correction;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.report.CorrectionFile.Unusable;
import dev.pindah.report.sheet.ErrorSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows of records that could not move, out to a spreadsheet and back. */
class CorrectionFileTest {
  private static final RecordKey KEY = new RecordKey(ObjectName.CONTACT, "7");

  @TempDir Path folder;
  private String json = "";

  @BeforeEach
  void aRecordOfTroublesomeText() {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("id", 7).put("first_name", "=HYPERLINK(\"http://x.example\")");
    row.put("last_name", "-Wulandari").put("telephone", "+62812; \"dua\"");
    row.put("address", "Jl. Asia,\r\nBandung").put("remarks", "a\u0007b" + "c".repeat(33_000));
    json = row.toString();
  }

  private ErrorRows rows(Ledger ledger) {
    ledger.record(
        tables -> {
          tables
              .sourceRecords()
              .save(
                  List.of(
                      new SourceRecord(
                          KEY,
                          Optional.empty(),
                          json,
                          "h",
                          Clock.systemUTC().instant(),
                          true,
                          false)));
          tables
              .candidates()
              .save(
                  List.of(
                      new Candidate(
                          KEY,
                          Step.RECORD,
                          TargetModule.CONTACTS,
                          JsonMapper.shared().createObjectNode(),
                          List.of(),
                          RecordState.HELD,
                          "no-email: none",
                          List.of())));
        });
    return ErrorRows.of(ledger, ObjectName.CONTACT, key -> "https://acme.test/" + key.id());
  }

  @Test
  void whatNobodyTouchedIsNoCorrectionInEitherForm() throws IOException, Unusable {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      ErrorRows rows = rows(ledger);
      Path csv = Files.writeString(folder.resolve("e.csv"), CsvReport.errors(rows));
      Path xlsx = folder.resolve("e.xlsx");
      ErrorSheet.write(xlsx, "contact", rows);
      for (Path file : List.of(csv, xlsx)) {
        var line = CorrectionFile.read(file).getFirst();
        assertThat(line.key()).isEqualTo(KEY);
        assertThat(line.cell("link")).isEqualTo("https://acme.test/7");
        assertThat(line.cell("first_name")).startsWith("'=");
        assertThat(ErrorRows.changes(line, json, List.of())).isEmpty();
      }
      String changed = Files.readString(csv).replace("'-Wulandari", "'-Lestari");
      Files.writeString(csv, "\uFEFF" + changed);
      assertThat(ErrorRows.changes(CorrectionFile.read(csv).getFirst(), json, List.of()))
          .containsExactly(new Correction(KEY, "last_name", "-Lestari"));
    }
  }

  @Test
  void wrongFilesAreNamedWithTheirPlace() throws IOException {
    refused("no such", folder.resolve("none.csv"), "there is no file");
    refused("head", file("a.csv", "x,y\n1,2\n"), "no columns 'object' and 'id'");
    refused("empty", file("b.csv", ""), "no columns 'object' and 'id'");
    refused("row", file("c.csv", "object,id\ncontact,1\nthing,2\ncontact,\n"), "row 3", "row 4");
    refused("twice", file("d.csv", "object;id\ncontact;1\ncontact;1\n"), "row 3 repeats contact 1");
    refused("columns", file("e.csv", "object,id,id\ncontact,1,2\n"), "'id' is there twice");
    refused("no workbook", file("f.xlsx", "object,id\n"), "cannot be read as .xlsx");
    Path latin = folder.resolve("g.csv");
    Files.write(latin, new byte[] {'o', (byte) 0xE9, '\n'});
    refused("latin", latin, "not UTF-8");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void refused(String what, Path file, String... words) {
    assertThatThrownBy(() -> CorrectionFile.read(file))
        .as(what)
        .isInstanceOf(Unusable.class)
        .hasMessageContainingAll(words);
  }
}
