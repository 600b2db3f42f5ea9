package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the target does to its callers: afterwards it holds every record once, as its own dump
 * shows, and nothing was sent to anybody. {@link LoadFaultsTest} has the kinds one by one.
 */
class FaultPlansTest {
  /** Held in the seeded company: duplicates by name and by e-mail. */
  private static final Map<String, Integer> HELD = Map.of("companies", 2, "contacts", 6);

  @TempDir Path folder;

  @Test
  void allOfThemTogether() throws IOException {
    try (Rehearsal rehearsal =
        Rehearsal.start(
            folder,
            Rehearsal.OPTIONS
                .withSwitch("freshsales.index-lag-millis", "15000")
                .withSwitch("freshsales.bulk-jobs-max", "2"))) {
      rehearsal.ready();
      rehearsal.faults(
          """
          rules:
            - {name: lost-post, product: freshsales, method: POST, every: 7, fault: reset-after}
            - {name: lost-file, product: freshsales, path: '*/documents', every: 2, fault: reset-after}
            - {name: lost-put, product: freshsales, method: PUT, every: 2, fault: reset-after}
            - {name: cut, product: freshsales, method: POST, every: 41, fault: truncated-body}
            - {name: page, product: freshsales, method: POST, every: 53, fault: challenge-page}
            - {name: edge, product: freshsales, every: 97, fault: edge-error, status: 502}
            - {name: gone, product: freshsales, every: 37, fault: reset-before}
            - {name: busy, product: freshsales, every: 301, fault: throttle}
          """);
      holds(rehearsal);
      JsonNode struck = rehearsal.faultTally();
      assertThat(struck.path("lost-post").path("struck").asInt()).isGreaterThan(80);
      for (String rule :
          new String[] {"lost-file", "lost-put", "cut", "page", "edge", "gone", "busy"}) {
        assertThat(struck.path(rule).path("struck").asInt()).as(rule).isPositive();
      }
    }
  }

  private static void holds(Rehearsal rehearsal) {
    JsonNode run = rehearsal.program.json(4, "run");
    if (!run.path("balanced").asBoolean()) {
      assertThat(rehearsal.program.json(4, "reconcile").path("findings").valueStream())
          .filteredOn(finding -> finding.path("severity").asString().equals("error"))
          .as(run.toString())
          .isEmpty();
    }
    assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
    new TargetTruth(rehearsal).holds(HELD);
    assertThat(rehearsal.state("freshsales", "outbox")).isEmpty();
  }
}
