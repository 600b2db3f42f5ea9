package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Known before anything moves: both accounts judged, and what the migration takes. */
class EstimateTest {
  @TempDir Path folder;

  @Test
  void auditsBothAccountsAndEstimatesFromWhatItFound() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder, Rehearsal.WITH_FILES)) {
      Program program = rehearsal.program;
      long before = rehearsal.requests();
      Program.Result first = program.run("--output", "json", "discover");
      assertThat(first.code()).isZero();
      assertThat(first.err()).contains("forecast: discover makes");
      JsonNode audit = first.json();
      assertThat(rehearsal.requests() - before).isBetween(100L, 250L);
      assertThat(rehearsal.calls("POST", "")).isZero();
      assertThat(audit.path("compatibility").path("oneToOne").asInt()).isEqualTo(5);
      assertThat(count(audit, "contact").path("count").asLong()).isEqualTo(400);
      assertThat(count(audit, "note").path("basis").asString()).isEqualTo("counted");
      assertThat(audit.path("fields").size()).isGreaterThan(100);
      assertThat(audit.path("owners").findValuesAsString("matched")).contains("true", "false");
      assertThat(audit.path("plan").path("smallest").asString()).isEqualTo("pro");
      assertThat(audit.path("losses")).isNotEmpty();
      assertThat(audit.path("quality")).isNotEmpty();
      assertThat(trap(audit, "marketing-messages")).isEqualTo("asked");
      assertThat(program.run("discover", "--answer", "waba-registered=2025-10-01").code())
          .isEqualTo(2);
      long answered = rehearsal.requests();
      JsonNode again =
          program.json(0, "discover", "--answer", "waba-registered=2025-10-01", "--by", "Tester");
      assertThat(trap(again, "marketing-messages")).isEqualTo("bites");
      assertThat(Files.readString(folder.resolve("reports/discover.html")))
          .contains("5 of 8 objects map 1:1");
      JsonNode estimate = program.json(0, "estimate");
      assertThat(rehearsal.requests()).isEqualTo(answered);
      assertThat(estimate.path("grade").path("grade").asString())
          .isEqualTo(audit.path("grade").path("grade").asString());
      assertThat(estimate.path("calls").path("source").path("likely").asDouble())
          .isBetween(3_000.0, 4_000.0);
      assertThat(estimate.path("quote").path("currency").asString()).isEqualTo("IDR");
      assertThat(folder.resolve("offer/quote.pdf")).exists();
    }
  }

  private static JsonNode count(JsonNode audit, String object) {
    for (JsonNode row : audit.path("source").path("objects")) {
      if (row.path("object").asString().equals(object)) {
        return row;
      }
    }
    throw new AssertionError("no " + object);
  }

  private static String trap(JsonNode audit, String id) {
    for (JsonNode trap : audit.path("traps")) {
      if (trap.path("id").asString().equals(id)) {
        return trap.path("state").asString();
      }
    }
    throw new AssertionError("no trap " + id);
  }
}
