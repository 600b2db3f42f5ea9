package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nothing moves before people have said so, and what they said is kept. */
class GatesTest {
  @TempDir Path folder;

  @Test
  void loadWaitsForEveryGateInTurn() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      Program program = rehearsal.program;
      assertThat(program.run("map", "--propose").code()).as("nothing discovered").isEqualTo(2);
      program.json(0, "discover");
      program.json(0, "map", "--propose");
      assertThat(waitsFor(program, "load")).isEqualTo("mapping-confirmed");
      Path mapping = folder.resolve("mapping.yaml");
      Files.writeString(
          mapping, Files.readString(mapping).replaceFirst("decision: create", "decision: review"));
      JsonNode refused = program.json(3, "map", "--confirm", "--by", "Tester");
      assertThat(refused.path("error").path("message").asString()).contains("undecided");
      assertThat(program.run("map", "--confirm").err()).contains("--by NAME");

      rehearsal.ready();
      for (String gate :
          new String[] {"automation-off", "sample-accepted", "schema-ready", "preflight"}) {
        assertThat(state(program, gate)).as(gate).isIn("passed", "waived");
      }
      Files.writeString(mapping, Files.readString(mapping) + "# a word more\n");
      assertThat(waitsFor(program, "load")).isEqualTo("mapping-confirmed");
      assertThat(state(program, "mapping-confirmed")).isEqualTo("open");
      assertThat(rehearsal.state("freshsales", "contacts")).isEmpty();

      program.json(0, "map", "--confirm", "--by", "Tester");
      assertThat(state(program, "mapping-confirmed")).isEqualTo("passed");
    }
  }

  private static String waitsFor(Program program, String command) {
    return program.json(3, command).path("error").path("gate").asString();
  }

  private static String state(Program program, String gate) {
    for (JsonNode row : program.json(0, "gate", "list").path("gates")) {
      if (row.path("id").asString().equals(gate)) {
        return row.path("state").asString();
      }
    }
    throw new AssertionError("no gate " + gate);
  }

  @Test
  void gatesAndNamesAreChecked() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      Program program = rehearsal.program;
      Program.Result unknown =
          program.run("gate", "pass", "automation-of", "--by", "A", "--reason", "b");
      assertThat(unknown.code()).isEqualTo(2);
      assertThat(unknown.err()).contains("did you mean 'automation-off'?");
      assertThat(program.run("gate", "pass", "automation-off").code()).isEqualTo(2);
      assertThat(
              program
                  .run("gate", "waive", "mapping-confirmed", "--by", "A", "--reason", "b")
                  .code())
          .isEqualTo(2);
      assertThat(program.run("gate", "pass", "automation-off", "--yes").code()).isEqualTo(2);
    }
  }
}
