package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
      int tasks = rehearsal.state("freshsales", "tasks").size();

      JsonNode run = rehearsal.program.json(4, "run");
      assertThat(run.path("balanced").asBoolean()).as(run.toString()).isTrue();
      assertThat(count(run, "company", "updated")).isEqualTo(1);
      assertThat(count(run, "contact", "updated")).isEqualTo(1);
      String touched = withFile(rehearsal);
      rehearsal.edit(
          "deals", touched, "{\"deal\":{\"name\":\"Diubah orang\"},\"name\":\"Diubah orang\"}");
      List<String> first = meant(rehearsal);

      // Somebody has removed one of ours already.
      String gone = rehearsal.state("freshsales", "tasks").getLast().path("id").asString();
      rehearsal.destroy("tasks", gone);

      JsonNode dry = rehearsal.program.json(4, "rollback", "--dry-run");
      assertThat(dry.path("kept").asInt()).isEqualTo(1);
      JsonNode kept = dry.path("keptRecords").path(0);
      String source = kept.path("id").asString();
      assertThat(kept.path("targetId").asString()).isEqualTo(touched);
      assertThat(kept.path("changed").path(0).path("cell").asString()).isEqualTo("name");
      assertThat(kept.path("changed").path(0).path("is").asString()).contains("Diubah orang");
      assertThat(rehearsal.state("freshsales", "deals")).hasSize(148);
      assertThat(rehearsal.program.run("rollback").code()).isEqualTo(2);

      cutShort(rehearsal);
      rehearsal.faults(
          """
          rules:
            - {name: lost-bulk, product: freshsales, method: POST, every: 2, fault: reset-after}
            - {name: lost-delete, product: freshsales, method: DELETE, every: 9, fault: reset-after}
            - {name: broken-delete, product: freshsales, method: DELETE, every: 13, fault: edge-error, status: 500}
            - {name: lost-put, product: freshsales, method: PUT, every: 2, fault: reset-after}
          """);
      JsonNode done = rehearsal.program.json(4, "rollback", "--by", "Tester");
      rehearsal.faults("rules: []");
      assertThat(done.path("reversed").asInt()).isEqualTo(dry.path("reversed").asInt());
      assertThat(done.path("restored").asInt()).isEqualTo(2);
      assertThat(done.path("kept").asInt()).isEqualTo(1);
      assertThat(done.path("gone").asInt()).isEqualTo(1);
      assertThat(done.path("errored").asInt()).as(done.toString()).isZero();
      assertThat(done.path("residue")).isNotEmpty();
      JsonNode proof = done.path("fingerprint");
      assertThat(proof.path("explained").asBoolean()).as(proof.toString()).isTrue();
      assertThat(difference(proof, "deals", "kept")).isEqualTo(1);
      assertThat(difference(proof, "lists", "residue")).isEqualTo(5);
      for (String module : List.of("contacts", "sales_accounts", "tasks", "notes")) {
        assertThat(part(proof, module).path("equal").asBoolean()).as(proof.toString()).isTrue();
      }
      assertThat(rehearsal.state("freshsales", "deals"))
          .extracting(row -> row.path("id").asString())
          .containsExactly(touched);
      assertThat(rehearsal.state("freshsales", "tasks")).hasSize(tasks);
      assertThat(rehearsal.state("freshsales", "notes")).isEmpty();
      Map<String, JsonNode> after = picture(rehearsal);
      after.remove("deals " + touched);
      assertThat(after).isEqualTo(before);

      // What lies in the recycle bin keeps its e-mail and name; the migration goes on over it.
      rehearsal.switches("{\"freshsales.bin-unique\":\"on\"}");
      JsonNode planned = rehearsal.program.json(0, "load", "--dry-run");
      assertThat(count(planned, "file", "match")).as(planned.toString()).isPositive();
      rehearsal.program.json(4, "run");
      // What a person did to the kept deal is reported, and nothing else is wrong.
      JsonNode again = rehearsal.program.json(4, "reconcile");
      assertThat(again.path("findings"))
          .filteredOn(finding -> finding.path("severity").asString().equals("error"))
          .isNotEmpty()
          .allMatch(finding -> finding.path("id").asString().equals(source))
          .as("what was removed and made anew is linked again")
          .noneMatch(finding -> finding.path("code").asString().equals("link-missing"));
      assertThat(rehearsal.state("freshsales", "deals")).hasSize(148);
      assertThat(rehearsal.state("freshsales", "documents"))
          .as("a file that no rollback removes is found again")
          .extracting(file -> file.path("targetables") + " " + file.path("sha256"))
          .doesNotHaveDuplicates();
      assertThat(meant(rehearsal)).as("as the first migration left it").isEqualTo(first);
    }
  }

  /** Two lives of a rollback, ended in the middle. */
  private static void cutShort(Rehearsal rehearsal) {
    for (int life = 0; life < 2; life++) {
      long end = rehearsal.requests() + 400;
      Program.Running running = rehearsal.program.start("rollback", "--by", "Tester");
      boolean ended = false;
      while (!ended && rehearsal.requests() < end) {
        ended = running.ended(5);
      }
      assertThat(ended).as("life %s is cut short", life + 1).isFalse();
      running.kill();
    }
  }

  private static JsonNode part(JsonNode proof, String module) {
    for (JsonNode part : proof.path("modules")) {
      if (part.path("module").asString().equals(module)) {
        return part;
      }
    }
    throw new AssertionError("no " + module + " in " + proof);
  }

  private static int difference(JsonNode proof, String module, String why) {
    return part(proof, module).path(why).asInt();
  }

  /** Names of contacts, accounts and deals: what two migrations must have in common. */
  private static List<String> meant(Rehearsal rehearsal) {
    return Stream.of("sales_accounts", "contacts", "deals")
        .flatMap(module -> rehearsal.state("freshsales", module).stream())
        .map(
            row ->
                row.path("external_id").asString("")
                    + "|"
                    + row.path("name").asString("")
                    + "|"
                    + row.path("email").asString("")
                    + "|"
                    + row.path("amount").asString("")
                    + "|"
                    + row.path("tags"))
        .sorted()
        .toList();
  }

  private static JsonNode withEmail(List<JsonNode> contacts) {
    return contacts.stream()
        .filter(row -> row.path("email").asString("").endsWith("@surel.test"))
        .findFirst()
        .orElseThrow();
  }

  /** A deal on which a file lies. */
  private static String withFile(Rehearsal rehearsal) {
    return rehearsal.state("freshsales", "documents").stream()
        .map(file -> file.path("targetables").path(0))
        .filter(parent -> parent.path("type").asString("").equals("Deal"))
        .map(parent -> parent.path("id").asString())
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
