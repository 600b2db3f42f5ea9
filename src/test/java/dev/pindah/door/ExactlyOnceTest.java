package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killed again and again: every record arrives once, with its links. */
class ExactlyOnceTest {
  private static final int KILLS = 20;

  /** Held in the seeded company: duplicates by name and by e-mail. */
  private static final Map<String, Integer> HELD = Map.of("companies", 2, "contacts", 6);

  @TempDir Path folder;

  @Test
  void twentyKillsSpreadOverTheRun() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.ready();
      // A run makes some 4,500 calls; each life gets an equal share of them.
      int share = 200;
      int kills = 0;
      while (kills < KILLS) {
        long end = rehearsal.requests() + share;
        Program.Running running = rehearsal.program.start("run");
        boolean ended = false;
        while (!ended && rehearsal.requests() < end) {
          ended = running.ended(5);
        }
        assertThat(ended).as("life %s is cut short", kills + 1).isFalse();
        running.kill();
        kills++;
      }
      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      new TargetTruth(rehearsal).holds(HELD);
    }
  }
}
