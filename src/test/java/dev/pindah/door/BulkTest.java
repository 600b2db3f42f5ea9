package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Records by the hundred, whatever form the target wants and however busy it is. */
class BulkTest {
  private static final Map<String, Integer> HELD = Map.of("companies", 2, "contacts", 6);

  @TempDir Path folder;

  @Test
  void findsTheFormThatThisTargetTakesAndWaitsForItsJobs() throws IOException {
    SandboxOptions options =
        Rehearsal.OPTIONS
            .withSwitch("freshsales.bulk-dropdown-form", "id")
            .withSwitch("freshsales.bulk-jobs-max", "1");
    try (Rehearsal rehearsal = Rehearsal.start(folder, options)) {
      rehearsal.ready();
      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      new TargetTruth(rehearsal).holds(HELD);
      assertThat(rehearsal.calls("POST", "/contacts/bulk_upsert")).isBetween(4L, 60L);
      assertThat(rehearsal.calls("POST", "/contacts")).isLessThan(20);
    }
  }

  @Test
  void writesOneByOneWhenTheConfigurationSaysSo() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      Path config = folder.resolve("pindah.yaml");
      Files.writeString(
          config,
          Files.readString(config).replace("    plan: pro", "    plan: pro\n    bulk: off"));
      rehearsal.ready();
      rehearsal.program.json(4, "run");
      JsonNode all =
          Json.parse(Files.readString(folder.resolve("reports/summary.json"))).path("loadCalls");
      assertThat(all.size()).isGreaterThan(10);
      for (JsonNode calls : all) {
        if (!calls.path("part").asString().equals("read")) {
          long forecast = calls.path("forecast").asLong();
          assertThat(calls.path("used").asLong())
              .as("%s; the first write of a module may read its fields", calls)
              .isBetween(forecast, forecast + 1);
        }
      }
      assertThat(rehearsal.calls("POST", "/contacts/bulk_upsert")).isZero();
      assertThat(rehearsal.calls("GET", "/settings/sales_accounts/fields"))
          .as("once for each command, also when sixty-four writes ask at once")
          .isLessThan(10);
      new TargetTruth(rehearsal).holds(HELD);
    }
  }
}
