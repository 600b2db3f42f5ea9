package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A slice goes over, is shown cell by cell, and leaves the target as it was. */
class SampleTest {
  @TempDir Path folder;

  @Test
  void goesOverAndBackAlsoWhenItIsKilled() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.program.json(0, "discover");
      assertThat(rehearsal.program.run("sample").code()).as("no mapping yet").isEqualTo(3);
      rehearsal.ready();
      long before = records(rehearsal);

      // It ends in the middle of its way over.
      long deals = rehearsal.calls("POST", "/deals");
      Program.Running running = rehearsal.program.start("sample", "--size", "120");
      boolean ended = false;
      while (!ended && rehearsal.calls("POST", "/deals") == deals) {
        ended = running.ended(5);
      }
      assertThat(ended).as("it is cut short").isFalse();
      running.kill();

      JsonNode sample = rehearsal.program.json(0, "sample", "--size", "120");
      assertThat(sample.path("balanced").asBoolean()).as(sample.toString()).isTrue();
      JsonNode cover = sample.path("cover");
      assertThat(cover.path("covered").asInt()).isGreaterThan(150);
      Set<String> why = new HashSet<>();
      cover.path("uncovered").forEach(missed -> why.add(missed.path("why").asString()));
      assertThat(why).containsExactly("no record that can move shows it");
      JsonNode undone = sample.path("rollback");
      assertThat(undone.path("reversed").asInt()).isGreaterThan(60);
      assertThat(undone.path("kept").asInt() + undone.path("errored").asInt()).isZero();
      assertThat(sample.path("fingerprint").path("explained").asBoolean())
          .as(sample.toString())
          .isTrue();
      assertThat(records(rehearsal)).isEqualTo(before);
      String page = Files.readString(Path.of(sample.path("report").asString()));
      assertThat(page).contains("sales_accounts", "Fingerprint before").doesNotContain("<script");

      // The lists stay; the fingerprint of the next sample finds them where they were.
      JsonNode again = rehearsal.program.json(0, "sample", "--size", "20");
      assertThat(again.path("fingerprint").path("equal").asBoolean()).as(again.toString()).isTrue();

      // The load is as if there had been no sample.
      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      new TargetTruth(rehearsal).holds(java.util.Map.of("companies", 2, "contacts", 6));
      assertThat(rehearsal.program.run("sample").code()).as("records stand").isEqualTo(2);
    }
  }

  private static long records(Rehearsal rehearsal) {
    return List.of("sales_accounts", "contacts", "deals", "tasks", "notes").stream()
        .mapToLong(module -> rehearsal.state("freshsales", module).size())
        .sum();
  }
}
