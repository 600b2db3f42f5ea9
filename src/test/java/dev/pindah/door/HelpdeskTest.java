package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where the customer has a helpdesk, tickets go there: once each, whole, and without a mail. */
class HelpdeskTest {
  @TempDir Path folder;

  @Test
  void ticketsStandInTheHelpdeskOnceAlsoWhenAnswersAreLost() throws IOException {
    // With files that no ticket takes.
    SandboxOptions whole = SandboxOptions.standard();
    try (Rehearsal rehearsal = Rehearsal.start(folder, whole).withHelpdesk()) {
      rehearsal.ready();
      rehearsal.faults(
          """
          rules:
            - {name: lost-post, product: freshdesk, method: POST, every: 5, fault: reset-after}
          """);
      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(errors(rehearsal)).isEmpty();
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      assertThat(rehearsal.faultTally().path("lost-post").path("struck").asInt()).isGreaterThan(10);
      holds(rehearsal);
      JsonNode again = rehearsal.program.json(4, "reconcile");
      assertThat(again.path("balanced").asBoolean()).as(again.toString()).isTrue();
      assertThat(again.path("secondPass").path("creates").asInt()).isZero();
      assertThat(again.path("secondPass").path("updates").asInt()).isZero();
      assertThat(again.path("ladder").valueStream())
          .filteredOn(rung -> rung.path("rung").asString().equals("files"))
          .singleElement()
          .satisfies(
              rung -> {
                assertThat(rung.path("state").asString()).isEqualTo("passed");
                assertThat(rung.path("says").asString())
                    .containsPattern("[1-9]\\d* by SHA-256 of the body");
              });

      JsonNode back = rehearsal.program.json(0, "rollback", "--by", "Tester");
      assertThat(back.path("errored").asInt()).as(back.toString()).isZero();
      assertThat(live(rehearsal, "tickets")).isEmpty();
      assertThat(live(rehearsal, "contacts")).isEmpty();
      assertThat(ourFields(rehearsal)).contains("qontak_id__c").hasSizeGreaterThan(3);
      JsonNode schema = rehearsal.program.json(0, "rollback", "--schema", "--by", "Tester");
      assertThat(schema.path("fields")).isNotEmpty();
      assertThat(schema.path("fields").findValuesAsString("removed")).containsOnly("true");
      assertThat(ourFields(rehearsal)).isEmpty();
      assertThat(rehearsal.program.json(3, "run").path("error").path("gate").asString())
          .isEqualTo("schema-ready");
      rehearsal.program.json(0, "prepare", "--apply");
      JsonNode second = rehearsal.program.json(4, "run");
      assertThat(errors(rehearsal)).isEmpty();
      assertThat(second.path("balanced").asBoolean()).as(second.toString()).isTrue();
      holds(rehearsal);
    }
  }

  private static List<String> errors(Rehearsal rehearsal) {
    return StreamSupport.stream(
            rehearsal.program.json(4, "reconcile").path("findings").spliterator(), false)
        .filter(finding -> finding.path("severity").asString().equals("error"))
        .map(JsonNode::toString)
        .toList();
  }

  private static void holds(Rehearsal rehearsal) {
    List<JsonNode> source = rehearsal.state("qontak", "tickets");
    String field = idField(rehearsal, "tickets");
    String own = idField(rehearsal, "contacts");
    List<JsonNode> tickets = live(rehearsal, "tickets");
    Map<String, JsonNode> found =
        tickets.stream()
            .collect(
                Collectors.toMap(
                    row -> row.path("custom_fields").path(field).asString(), Function.identity()));
    assertThat(found.keySet())
        .isEqualTo(
            source.stream().map(row -> row.path("id").asString()).collect(Collectors.toSet()));
    Map<Long, JsonNode> people = new HashMap<>();
    live(rehearsal, "contacts").forEach(row -> people.put(row.path("id").asLong(), row));
    Set<Integer> codes = new HashSet<>();
    for (JsonNode ticket : source) {
      JsonNode there = found.getOrDefault(ticket.path("id").asString(), Json.object());
      assertThat(there.path("subject").asString().strip())
          .isEqualTo(ticket.path("name").asString().strip());
      assertThat(there.path("description").asString())
          .contains("[qontak:ticket:" + ticket.path("id").asString() + "]");
      assertThat(there.path("tags").valueStream().map(JsonNode::asString))
          .contains("qontak-import");
      JsonNode requester = people.getOrDefault(there.path("requester_id").asLong(), Json.object());
      String asks = ticket.path("crm_lead_ids").path(0).asString("none");
      assertThat(requester.path("unique_external_id").asString())
          .isIn("qontak:contact:" + asks, "qontak:contact:none");
      assertThat(requester.path("custom_fields").path(own).asString()).isIn(asks, "none");
      codes.add(there.path("status").asInt());
    }
    assertThat(codes).hasSizeGreaterThan(1);
    assertThat(people.values())
        .extracting(row -> row.path("unique_external_id").asString())
        .doesNotHaveDuplicates();
    String company = idField(rehearsal, "companies");
    assertThat(rehearsal.state("freshdesk", "companies"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.path("note").asString())
                    .contains(":" + row.path("custom_fields").path(company).asString() + "]"));
    List<JsonNode> notes = rehearsal.state("freshdesk", "conversations");
    assertThat(notes).isNotEmpty().allMatch(note -> note.path("private").asBoolean());
    assertThat(rehearsal.state("freshdesk", "outbox")).isEmpty();
  }

  private static String idField(Rehearsal rehearsal, String module) {
    return rehearsal.state("freshdesk", "fields").stream()
        .filter(row -> row.path("module").asString().equals(module))
        .filter(row -> row.path("label").asString().equals("qontak_id__c"))
        .map(row -> row.path("name").asString())
        .findFirst()
        .orElseThrow();
  }

  /** Labels of the fields of tickets that no product brings. */
  private static List<String> ourFields(Rehearsal rehearsal) {
    return StreamSupport.stream(rehearsal.state("freshdesk", "fields").spliterator(), false)
        .filter(row -> row.path("name").asString().startsWith("cf_"))
        .map(row -> row.path("label").asString())
        .toList();
  }

  private static List<JsonNode> live(Rehearsal rehearsal, String collection) {
    return rehearsal.state("freshdesk", collection).stream()
        .filter(row -> !row.path("deleted").asBoolean(false))
        .toList();
  }
}
