package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A target that fails on one record, and one that fails on all of them. */
class OutageTest {
  @TempDir Path folder;

  @Test
  void anOutageEndsWithFiveAndOneRecordThatItFailsOnIsRefused() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.ready();
      rehearsal.faults(fault("after: 40, fault: edge-error, status: 503"));
      JsonNode failed = rehearsal.program.json(5, "run");
      assertThat(failed.path("error").path("message").asString()).contains("run again");
      int made = rehearsal.state("freshsales", "deals").size();
      rehearsal.faults(fault("after: " + (147 - made) + ", fault: edge-error, status: 500"));
      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      JsonNode deals = run.path("objects").get(3);
      assertThat(deals.path("created").asInt()).isEqualTo(147);
      assertThat(deals.path("refused").asInt()).isEqualTo(1);
      new TargetTruth(rehearsal).holds(Map.of("companies", 2, "contacts", 6, "deals", 1));
    }
  }

  private static String fault(String rule) {
    return "rules:\n  - {product: freshsales, method: POST, path: /crm/sales/api/deals, "
        + rule
        + "}\n";
  }
}
