package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the target does to its callers: afterwards it holds every record once, as its own dump
 * shows, and nothing was sent to anybody.
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{product: freshsales, method: POST, every: 3, fault: reset-after}",
        "{product: freshsales, method: PUT, every: 2, fault: reset-after}",
        "{product: freshsales, every: 5, fault: reset-before}",
        "{product: freshsales, every: 20, fault: throttle}",
        "{product: freshsales, every: 40, fault: throttle, retry-after: 30}",
        "{product: freshsales, every: 6, fault: edge-error, status: 500}",
        "{product: freshsales, every: 6, fault: edge-error, status: 503}",
        "{product: freshsales, every: 6, fault: challenge-page}",
        "{product: freshsales, every: 5, fault: truncated-body}",
        "{product: freshsales, every: 50, fault: slow-body}",
        "{product: freshsales, every: 4, fault: wrong-content-type}",
        "{product: freshsales, method: POST, path: '*/bulk_upsert', every: 2, fault: status,"
            + " status: 405}",
        "{product: freshsales, first: 1, fault: index-lag, seconds: 18}",
        "{product: freshsales, after: 400, first: 1, fault: quota, per-minute: 60}",
      })
  @EnabledIfSystemProperty(named = "pindah.full", matches = "true")
  void eachOfThem(String rule) throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.ready();
      rehearsal.faults("rules:\n  - " + rule + "\n");
      holds(rehearsal);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "freshsales.custom-field-put=replace",
        "freshsales.custom-field-put=merge",
        "freshsales.bulk-jobs-max=0",
        "freshsales.bulk-dropdown-form=id",
      })
  @EnabledIfSystemProperty(named = "pindah.full", matches = "true")
  void eachBehaviour(String choice) throws IOException {
    String[] parts = choice.split("=", 2);
    try (Rehearsal rehearsal =
        Rehearsal.start(folder, Rehearsal.OPTIONS.withSwitch(parts[0], parts[1]))) {
      rehearsal.ready();
      holds(rehearsal);
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
