package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The first thing that a new user runs. */
class DemoTest {
  @TempDir Path folder;

  @Test
  void migratesTheInventedCompanyTwiceInARow() throws IOException {
    Program program = new Program(folder);
    for (int round = 1; round <= 2; round++) {
      JsonNode demo = program.json(0, "demo");
      assertThat(demo.path("balanced").asBoolean()).isTrue();
      for (JsonNode object : demo.path("objects")) {
        long sum = 0;
        for (String bucket :
            new String[] {"created", "updated", "matched", "skipped", "refused", "held"}) {
          sum += object.path(bucket).asLong();
        }
        assertThat(sum).as(object.toString()).isEqualTo(object.path("read").asLong());
      }
      assertThat(demo.path("objects").findValuesAsString("object"))
          .containsExactly(
              "user",
              "company",
              "contact",
              "deal",
              "product",
              "line_item",
              "task",
              "ticket",
              "note",
              "check_in",
              "timeline",
              "chat",
              "list",
              "list_member",
              "stage_change",
              "file");
      assertThat(demo.path("calls").path("source").asLong()).isPositive();
    }
    Path reports = folder.resolve("pindah-demo/reports");
    assertThat(reports.resolve("summary.html")).content().contains("The books balance");
    assertThat(reports.resolve("rows.csv")).content().contains("contact,400,");
    assertThat(reports.resolve("summary.json")).exists();
    evidence(program, folder.resolve("pindah-demo"));
  }

  /** What was proved leaves the workspace and is checked where there is none. */
  private void evidence(Program program, Path workspace) throws IOException {
    JsonNode packed = program.json(0, "--workspace", workspace.toString(), "evidence");
    Path elsewhere = Files.createDirectories(folder.resolve("auditor"));
    Path zip = elsewhere.resolve("from-the-customer.zip");
    Files.move(Path.of(packed.path("file").asString()), zip);
    Program auditor = new Program(elsewhere);
    String seal = packed.path("seal").asString();
    JsonNode checked = auditor.json(0, "evidence", "verify", zip.toString(), "--seal", seal);
    assertThat(checked.path("intact").asBoolean()).isTrue();
    assertThat(checked.path("files").asInt()).isEqualTo(packed.path("files").asInt());
    byte[] bytes = Files.readAllBytes(zip);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains("hashes/deal.csv", "proof.json", "mapping.yaml");
    for (String line : Files.readAllLines(workspace.resolve("pindah.yaml"))) {
      if (line.matches(".*(secret|key|token|password): .*")) {
        assertThat(text).doesNotContain(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    bytes[bytes.length / 2] ^= 1;
    Files.write(zip, bytes);
    assertThat(auditor.json(4, "evidence", "verify", zip.toString()).path("problems")).isNotEmpty();
    assertThat(auditor.run("evidence", "verify", "nowhere.zip").code()).isEqualTo(2);
  }

  @Test
  void neverEmptiesAFolderThatIsNotItsOwn() throws IOException {
    Path precious = folder.resolve("pindah-demo/precious.txt");
    Files.createDirectories(precious.getParent());
    Files.writeString(precious, "mine");
    Program.Result result = new Program(folder).run("demo");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("is not a demo's");
    assertThat(precious).content().isEqualTo("mine");
  }
}
