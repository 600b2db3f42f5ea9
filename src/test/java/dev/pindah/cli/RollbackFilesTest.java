package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Halt;
import dev.pindah.journey.rollback.Outcome;
import dev.pindah.journey.rollback.Outcome.Kept;
import dev.pindah.journey.rollback.Outcome.Was;
import dev.pindah.journey.rollback.RemoveSchema.Removed;
import dev.pindah.ledger.UndoSteps.Count;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.report.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of a rollback: what a person wrote is in the table only, and acts nowhere. */
class RollbackFilesTest {
  private static final String CONFIG =
      """
      migration: contoh <2026>
      source: {qontak: {base-url: "http://127.0.0.1:9", auth: bearer, token: t}}
      destination: {freshsales: {base-url: "http://127.0.0.1:9", api-key: k}}
      """;

  @TempDir Path folder;

  private static Kept kept(State state, String detail, Map<String, Was> cells) {
    return new Kept(
        new UndoStep(
            1,
            new RecordKey(ObjectName.CONTACT, "41000001"),
            TargetModule.CONTACTS,
            "70001",
            Verb.DELETE,
            state,
            "",
            detail,
            Instant.EPOCH),
        cells);
  }

  private static final Outcome OUTCOME =
      new Outcome(
          Map.of(
              new Count(TargetModule.CONTACTS, Verb.DELETE, State.REVERSED), 1_200L,
              new Count(TargetModule.CONTACTS, Verb.DELETE, State.KEPT), 1L,
              new Count(TargetModule.CONTACTS, Verb.DELETE, State.ERRORED), 1L),
          List.of(
              kept(
                  State.KEPT,
                  "somebody changed first_name",
                  Map.of("first_name", new Was("Budi", "=HYPERLINK(\"http://evil.test\")")))),
          List.of(kept(State.ERRORED, "refused <b>it</b>", Map.of())),
          List.of("list \"<script>VIP</script>\": the API deletes no lists"),
          Optional.empty());

  private String write(Language language, boolean dry, String file) throws IOException {
    Files.writeString(folder.resolve("pindah.yaml"), CONFIG);
    Pindah root = new Pindah();
    root.lang = language;
    try (Session session = Session.open(folder, Output.of(root), Map.of(), new Halt())) {
      new RollbackFiles(
              OUTCOME,
              OUTCOME.residue(),
              List.of(
                  new Removed(TargetModule.TICKETS, "NPWP", ""),
                  new Removed(TargetModule.TICKETS, "Kanal", "records hold values in it")))
          .write(session, "Ana & Co", dry);
    }
    return Files.readString(folder.resolve("reports").resolve(file));
  }

  @Test
  void thePageNamesWhatStaysAndShowsNoValue() throws IOException {
    String page = write(Language.EN, false, "rollback.html");
    assertThat(page)
        .contains("Rollback of contoh &lt;2026&gt;", "by Ana &amp; Co", "1,200", "41000001")
        .contains("contacts 70001", "somebody changed first_name", "refused &lt;b&gt;it&lt;/b&gt;")
        .contains("&lt;script&gt;VIP", "stays: records hold values in it")
        .doesNotContain("<script>", "<b>", "Budi", "HYPERLINK");
  }

  @Test
  void theDocumentIsThatOfTheCommandWithoutValues() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(write(Language.EN, false, "rollback.json"));
    assertThat(json.path("reversed").asInt()).isEqualTo(1_200);
    assertThat(json.path("kept").asInt()).isEqualTo(1);
    assertThat(json.path("errored").asInt()).isEqualTo(1);
    assertThat(json.path("by").asString()).isEqualTo("Ana & Co");
    assertThat(json.path("residue")).hasSize(1);
    assertThat(json.path("keptRecords").path(0).path("changed").path(0).propertyNames())
        .containsExactly("cell");
    assertThat(json.path("fields").path(1).path("removed").asBoolean(true)).isFalse();
  }

  @Test
  void theTableHasTheValuesAndNoFormulas() throws IOException {
    assertThat(write(Language.EN, false, "rollback.csv").lines())
        .containsExactly(
            "what,object,id,module,target_id,reason,cell,was,is",
            "kept,contact,41000001,contacts,70001,somebody changed first_name,first_name,Budi,"
                + "\"'=HYPERLINK(\"\"http://evil.test\"\")\"",
            "errored,contact,41000001,contacts,70001,refused <b>it</b>,,,",
            "residue,,,,,\"list \"\"<script>VIP</script>\"\": the API deletes no lists\",,,");
    assertThat(ReportFiles.personal(Path.of("rollback.csv"))).isTrue();
    assertThat(ReportFiles.personal(Path.of("rollback.html"))).isFalse();
  }

  @Test
  void aLookIsAReportOfItsOwnInTheReadersLanguage() throws IOException {
    String page = write(Language.ID, true, "rollback-dry-run.html");
    assertThat(page).contains("Pengembalian contoh", "tidak ada yang ditulis", "1.200");
    assertThat(folder.resolve("reports/rollback.html")).doesNotExist();
  }
}
