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
  void migratesTheInventedCompanyTwiceInARow() {
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
              "stage_change");
      assertThat(demo.path("calls").path("source").asLong()).isPositive();
    }
    Path reports = folder.resolve("pindah-demo/reports");
    assertThat(reports.resolve("summary.html")).content().contains("The books balance");
    assertThat(reports.resolve("rows.csv")).content().contains("contact,400,");
    assertThat(reports.resolve("summary.json")).exists();
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
