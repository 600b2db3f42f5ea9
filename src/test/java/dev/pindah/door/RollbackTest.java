package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** After a rollback the target is as it was, but for what people have touched. */
class RollbackTest {
  @TempDir Path folder;

  @Test
  void takesEverythingBackButWhatWasTouchedAndCanMigrateAgain() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      JsonNode company = rehearsal.state("qontak", "companies").get(5);
      JsonNode contact = withEmail(rehearsal.state("qontak", "contacts"));
      ObjectNode account = Json.object();
      account.put("name", company.path("name").asString()).put("city", "Medan");
      rehearsal.post("sales_accounts", "sales_account", account);
      ObjectNode person = Json.object();
      person.put("first_name", "Sudah").put("last_name", "Ada");
      person.put("email", contact.path("email").asString());
      person.putArray("tags").add("vip");
      rehearsal.post("contacts", "contact", person);
      rehearsal.ready();
      Map<String, JsonNode> before = picture(rehearsal);
      assertThat(before).hasSize(2);

      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      assertThat(count(run, "company", "updated")).isEqualTo(1);
      assertThat(count(run, "contact", "updated")).isEqualTo(1);
      String touched = rehearsal.state("freshsales", "deals").getFirst().path("id").asString();
      rehearsal.edit(
          "deals", touched, "{\"deal\":{\"name\":\"Diubah orang\"},\"name\":\"Diubah orang\"}");

      JsonNode dry = rehearsal.program.json(4, "rollback", "--dry-run");
      assertThat(dry.path("kept").asInt()).isEqualTo(1);
      String source = dry.path("keptRecords").path(0).path("id").asString();
      assertThat(rehearsal.state("freshsales", "deals")).hasSize(150);
      assertThat(rehearsal.program.run("rollback").code()).isEqualTo(2);
      JsonNode done = rehearsal.program.json(4, "rollback", "--by", "Tester");
      assertThat(done.path("reversed").asInt()).isEqualTo(dry.path("reversed").asInt());
      assertThat(done.path("restored").asInt()).isEqualTo(2);
      assertThat(done.path("errored").asInt()).as(done.toString()).isZero();
      assertThat(rehearsal.state("freshsales", "deals"))
          .extracting(row -> row.path("id").asString())
          .containsExactly(touched);
      Map<String, JsonNode> after = picture(rehearsal);
      after.remove("deals " + touched);
      assertThat(after).isEqualTo(before);

      rehearsal.program.json(4, "run");
      // What a person did to the kept deal is reported, and nothing else is wrong.
      JsonNode again = rehearsal.program.json(4, "reconcile");
      assertThat(again.path("findings"))
          .filteredOn(finding -> finding.path("severity").asString().equals("error"))
          .isNotEmpty()
          .allMatch(finding -> finding.path("id").asString().equals(source));
      assertThat(rehearsal.state("freshsales", "deals")).hasSize(150);
    }
  }

  private static JsonNode withEmail(List<JsonNode> contacts) {
    return contacts.stream()
        .filter(row -> row.path("email").asString("").endsWith("@surel.test"))
        .findFirst()
        .orElseThrow();
  }

  private static int count(JsonNode run, String object, String bucket) {
    for (JsonNode row : run.path("objects")) {
      if (row.path("object").asString().equals(object)) {
        return row.path(bucket).asInt();
      }
    }
    throw new AssertionError("no " + object);
  }

  /** Every record without what the server writes by itself. */
  private static Map<String, JsonNode> picture(Rehearsal rehearsal) {
    Map<String, JsonNode> picture = new HashMap<>();
    for (String module : new String[] {"sales_accounts", "contacts", "deals"}) {
      for (JsonNode row : rehearsal.state("freshsales", module)) {
        ObjectNode stable = ((ObjectNode) row).deepCopy();
        stable.remove(List.of("updated_at", "updater_id", "last_assigned_at"));
        picture.put(module + " " + row.path("id").asString(), stable);
      }
    }
    return picture;
  }
}
