package dev.pindah.connect.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an admin puts into the folder is found, kept raw, and read as it was meant. */
class AdminFilesTest {
  @TempDir Path folder;

  @Test
  void chatbotFilesAreKnownByNameOrContentAndKeptWithTheirHash() throws IOException {
    Files.createDirectories(folder.resolve("bot"));
    byte[] old = "Id,Name\n1,Kafé\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("bot/Path Keywords 2021-09-15.csv"), old);
    Files.writeString(folder.resolve("response_rules.XML"), "\uFEFF<rules/>");
    Files.writeString(folder.resolve("x.json"), "{\"format\":\"pindah-chatbot-flows\"}");
    Files.writeString(folder.resolve("chatbot alur.json"), "{broken");
    Files.writeString(folder.resolve("contacts.csv"), "Id,Name\n");
    Files.writeString(folder.resolve("notes.json"), "{}");
    Files.createSymbolicLink(folder.resolve("paths.csv"), Path.of("/etc/passwd"));
    List<RawRecord> records = new ChatbotFiles(folder).read();
    assertThat(records.stream().map(record -> record.key().id()))
        .containsExactly(
            "bot/Path Keywords 2021-09-15.csv",
            "chatbot alur.json",
            "response_rules.XML",
            "x.json");
    JsonNode first = JsonMapper.shared().readTree(records.getFirst().json());
    assertThat(first.path("kind").asString()).isEqualTo("path_keyword");
    assertThat(first.path("sha256").asString()).isEqualTo(Fingerprint.of(old));
    assertThat(first.path("text").asString()).contains("Kafé");
    assertThat(new ChatbotFiles(folder.resolve("missing")).read()).isEmpty();
  }

  @Test
  void theQuestionnaireIsReadFromWorkbooksAndTables() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("questionnaire 2.xlsx"));
        Workbook book = new Workbook(out, "x", "1.0")) {
      Worksheet sheet = book.newWorksheet("Segments");
      row(sheet, 0, "Name", "criteria", "field", "operator", "value", "object");
      row(sheet, 1, "# hint", "", "", "", "", "");
      row(sheet, 3, "VIP", "big", "size", "more", "5", "deal");
      sheet.value(3, 4, 100_000_000L);
      book.newWorksheet("notes").value(0, 0, "anything");
    }
    Files.writeString(
        folder.resolve("questionnaire-templates.csv"),
        "name,language,quality,extra\n\"a,b\",id,GREEN,x\n# c,id,RED\n");
    Problems problems = new Problems();
    Answers answers = QuestionnaireFile.read(folder, problems);
    assertThat(problems.list()).isEmpty();
    Answers.Row segment = answers.rows(Answers.SEGMENTS).getFirst();
    assertThat(segment.place()).isEqualTo("questionnaire 2.xlsx segments:4");
    assertThat(segment.cell("value")).isEqualTo("100000000");
    assertThat(segment.cell("object")).isEqualTo("deal");
    assertThat(answers.rows(Answers.TEMPLATES)).hasSize(1);
    assertThat(answers.rows(Answers.TEMPLATES).getFirst().cell("name")).isEqualTo("a,b");
  }

  @Test
  void aBrokenQuestionnaireIsAProblemAndNotAnEnd() throws IOException {
    Files.writeString(folder.resolve("questionnaire.xlsx"), "no workbook");
    Files.writeString(folder.resolve("questionnaire-segments.csv"), "wrong,heads\n1,2\n");
    Files.writeString(folder.resolve("questionnaire-other.csv"), "a\n");
    Problems problems = new Problems();
    QuestionnaireFile.read(folder, problems);
    assertThat(problems.list().stream().map(Problems.Problem::place))
        .containsExactly(
            "questionnaire-other.csv", "questionnaire-segments.csv:1", "questionnaire.xlsx");
    // Nor does it stop the downloads of the CRM from being read.
    Files.writeString(folder.resolve("paths.csv"), "Id,Name\n1,x\n");
    Files.writeString(folder.resolve("leads.csv"), "Nama Depan\nBudi\n");
    assertThat(new ExportFolder(folder).tables()).hasSize(1);
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int column = 0; column < cells.length; column++) {
      sheet.value(row, column, cells[column]);
    }
  }
}
