package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.report.Language;
import dev.pindah.report.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is handed over agrees with the source, before anything moved. */
class HandoffTest {
  @TempDir Path folder;

  /** Every sentence of the audit has one in Indonesian, and the page says that one. */
  private static void toldInIndonesian(JsonNode audit, String page) {
    Words words = Words.of(Language.ID);
    List<String> sentences = new ArrayList<>();
    audit.path("traps").forEach(trap -> sentences.add(trap.path("detail").asString()));
    for (JsonNode loss : audit.path("losses")) {
      sentences.add(loss.path("instead").asString());
      if (!loss.path("code").asString().equals("field-without-place")) {
        sentences.add(loss.path("what").asString());
      }
    }
    for (JsonNode row : audit.path("compatibility").path("objects")) {
      sentences.add(row.path("rule").asString());
    }
    for (JsonNode row : audit.path("compatibility").path("published")) {
      sentences.add(row.path("rule").asString());
    }
    audit.path("plan").path("needs").forEach(need -> sentences.add(need.asString()));
    for (JsonNode plan : audit.path("plan").path("plans")) {
      plan.path("loses").forEach(lost -> sentences.add(lost.asString()));
    }
    for (JsonNode factor : audit.path("grade").path("factors")) {
      factor.path("inputs").forEach(input -> sentences.add(input.asString()));
    }
    for (JsonNode change : audit.path("grade").path("changes")) {
      sentences.add(change.path("what").asString());
    }
    for (JsonNode question : audit.path("questions")) {
      sentences.add(question.path("question").asString());
    }
    assertThat(sentences).hasSizeGreaterThan(80).doesNotContain("");
    for (String sentence : sentences) {
      assertThat(words.sentence(sentence)).isNotEqualTo(sentence);
    }
    assertThat(page).contains("kontak punya deal").doesNotContain("contacts have a deal");
  }

  @Test
  void theKitTellsWhatTheSourceHolds() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      Path exports = folder.resolve("exports");
      Files.createDirectories(exports);
      rehearsal.sandbox.writeExports(exports);
      Path config = folder.resolve("pindah.yaml");
      Files.writeString(
          config,
          Files.readString(config).replace("    rate: 10/s", "    rate: 10/s\n    files: exports"));
      JsonNode audit = rehearsal.program.json(0, "--lang", "id", "discover");
      assertThat(audit.path("source").path("chatbotFlows")).hasSize(3);
      toldInIndonesian(audit, Files.readString(folder.resolve("reports/discover.html")));
      rehearsal.program.json(0, "extract");

      JsonNode asked = rehearsal.program.json(0, "handoff", "--questionnaire");
      assertThat(Path.of(asked.path("questionnaire").asString())).exists();
      assertThat(rehearsal.program.run("handoff", "--questionnaire").code()).isEqualTo(2);
      Files.writeString(
          exports.resolve("questionnaire-automations.csv"),
          "name,kind,trigger\nLead baru,assign-in-turn,Kontak dibuat\nApa ini,teleport,=1+1\n");

      JsonNode kit = rehearsal.program.json(4, "--lang", "id", "handoff");
      JsonNode counts = kit.path("counts");
      assertThat(counts.path("flows").asInt()).isEqualTo(3);
      assertThat(counts.path("faults").asInt()).isEqualTo(4);
      assertThat(counts.path("automations").path("native").asInt()).isEqualTo(1);
      JsonNode templates = counts.path("templates");
      assertThat(templates.path("blocked").asInt() + templates.path("resubmit").asInt())
          .isEqualTo(rehearsal.state("qontak", "templates").size());
      assertThat(counts.path("lists").asInt())
          .isEqualTo(rehearsal.state("qontak", "contact_lists").size());
      assertThat(counts.path("conversations").asInt()).isPositive();
      assertThat(kit.path("problems").get(0).path("place").asString())
          .isEqualTo("questionnaire-automations.csv:3");
      Path root = Path.of(kit.path("folder").asString());
      for (JsonNode file : kit.path("files")) {
        assertThat(root.resolve(file.path("path").asString())).exists();
      }
      assertThat(root.resolve("index.html")).content().contains("lang=\"id\"", "Survei lama");
      assertThat(root.resolve("fields.html")).content().contains("Belum ada pemetaan");
      try (Stream<Path> all = Files.walk(root)) {
        for (Path page : all.filter(file -> file.toString().endsWith(".html")).toList()) {
          assertThat(page).content().doesNotContain(" src=", "@import");
        }
      }
    }
  }
}
