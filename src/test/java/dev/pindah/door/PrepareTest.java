package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Prepare lists exactly what is missing, makes what it can, and its probe leaves nothing behind.
 */
class PrepareTest {
  private static final List<String> COLLECTIONS =
      List.of("contacts", "sales_accounts", "deals", "tasks");

  @TempDir Path folder;

  @Test
  void theListIsClosedStepByStepAndAKilledProbeLeavesNothing() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder).withHelpdesk()) {
      Program program = rehearsal.program;
      program.json(0, "discover");
      program.json(0, "map", "--propose", "--accept-best", "--min", "0");
      assertThat(program.json(3, "prepare", "--probe").path("error").path("gate").asString())
          .isEqualTo("mapping-confirmed");
      program.json(0, "map", "--confirm", "--by", "Tester");

      JsonNode first = program.json(3, "prepare");
      List<JsonNode> desk = of(first.path("toDo"), "freshdesk");
      assertThat(desk).isNotEmpty().allMatch(item -> item.path("by").asString().equals("api"));
      assertThat(desk)
          .filteredOn(item -> item.path("label").asString().equals("qontak_id__c"))
          .extracting(item -> item.path("module").asString() + " " + item.path("type").asString())
          .containsExactlyInAnyOrder("tickets text", "contacts text", "companies text");
      assertThat(rehearsal.state("freshdesk", "fields"))
          .noneMatch(field -> field.path("label").asString().equals("qontak_id__c"));
      JsonNode applied =
          program.json(
              3,
              "prepare",
              "--apply",
              "--experimental-fields",
              "--answer",
              "automations=off",
              "--answer",
              "region=in",
              "--by",
              "Tester");
      assertThat(of(applied.path("toDo"), "freshdesk")).isEmpty();
      assertThat(of(applied.path("toDo"), "freshsales"))
          .hasSameSizeAs(of(first.path("toDo"), "freshsales"));
      assertThat(check(applied, "workflows-off").path("ok").asBoolean()).isTrue();
      assertThat(check(applied, "data-region").path("detail").asString()).contains("in");

      ArrayNode half = Json.array();
      of(applied.path("toDo"), "freshsales").stream().skip(5).forEach(half::add);
      rehearsal.make(half);
      JsonNode left = program.json(3, "prepare");
      assertThat(left.path("toDo")).hasSize(5);
      assertThat(Files.readString(folder.resolve("reports/click-list.csv")).lines()).hasSize(6);
      rehearsal.make(left.path("toDo"));

      killedWhileItProbes(rehearsal);
      JsonNode ready = prepared(rehearsal, program.json(3, "prepare", "--probe"));
      assertThat(ready.path("toDo")).isEmpty();
      for (JsonNode promise : ready.path("probe")) {
        boolean file = promise.path("id").asString().equals("file-size");
        assertThat(promise.path("tried").asBoolean()).as(promise.toString()).isEqualTo(!file);
      }
      assertNothingIsLeft(rehearsal);
      assertThat(rehearsal.state("freshdesk", "outbox")).isEmpty();
    }
  }

  private static void killedWhileItProbes(Rehearsal rehearsal) {
    Program.Running probe = rehearsal.program.start("prepare", "--probe");
    while (live(rehearsal, "deals").isEmpty() && !probe.ended(5)) {
      // until it stands in the middle of its work
    }
    probe.kill();
    assertThat(live(rehearsal, "contacts")).isNotEmpty();
    assertThat(rehearsal.program.run("prepare").out()).contains("of an earlier probe removed");
    assertNothingIsLeft(rehearsal);
  }

  /** Waives what fails by name; then nothing is in the way. */
  private static JsonNode prepared(Rehearsal rehearsal, JsonNode readiness) {
    for (JsonNode check : readiness.path("checks")) {
      if (check.path("severity").asString().equals("error") && !check.path("ok").asBoolean()) {
        rehearsal.pass("waive", check.path("id").asString());
      }
    }
    return rehearsal.program.json(0, "prepare");
  }

  private static JsonNode check(JsonNode readiness, String id) {
    return readiness
        .path("checks")
        .valueStream()
        .filter(check -> check.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> of(JsonNode toDo, String product) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode item : toDo) {
      if (item.path("product").asString().equals(product)) {
        items.add(item);
      }
    }
    return items;
  }

  private static void assertNothingIsLeft(Rehearsal rehearsal) {
    for (String collection : COLLECTIONS) {
      assertThat(live(rehearsal, collection)).as(collection).isEmpty();
    }
  }

  private static List<JsonNode> live(Rehearsal rehearsal, String collection) {
    return rehearsal.state("freshsales", collection).stream()
        .filter(row -> !row.path("is_deleted").asBoolean(false))
        .toList();
  }
}
