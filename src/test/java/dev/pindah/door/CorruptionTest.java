package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody damages the target behind our back: every single damage is found and named. */
class CorruptionTest {
  private static final int EACH = 4;
  private static final Map<String, String> OBJECTS =
      Map.of("sales_accounts", "company", "contacts", "contact", "deals", "deal");

  private static final Pattern MARK = Pattern.compile("\\[qontak:([^\\]\\s]+)]");

  private static final String LOST_FILE = "missing-on-target file:";

  @TempDir Path folder;

  /** Files of records that were dropped. */
  private int files;

  private final Random random = new Random(20261124);
  private final UntouchedRows untouched = new UntouchedRows();
  private final Set<String> expected = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();

  @Test
  void everyDamageIsFoundAndNamedWithItsRecord() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.ready();
      rehearsal.program.json(4, "run");
      JsonNode before = rehearsal.program.json(4, "reconcile", "--parents", "25");
      assertThat(before.path("ladder").toString())
          .contains("notes were read back through 25 drawn records of");
      assertThat(before.path("balanced").asBoolean()).as(before.toString()).isTrue();
      assertThat(states(before).values()).doesNotContain("failed");
      judge(rehearsal);
      for (String module : OBJECTS.keySet().stream().sorted().toList()) {
        List<JsonNode> rows = new ArrayList<>(rehearsal.state("freshsales", module));
        rows.removeIf(row -> id(row).isEmpty());
        Collections.shuffle(rows, random);
        untouched.add(module, rows);
      }

      change(rehearsal);
      empty(rehearsal);
      fill(rehearsal);
      swapCells(rehearsal);
      swapLinks(rehearsal);
      duplicate(rehearsal);
      drop(rehearsal);
      notes(rehearsal);
      files(rehearsal);

      JsonNode after = rehearsal.program.json(4, "reconcile");
      assertThat(after.path("balanced").asBoolean()).isFalse();
      Set<String> found = errors(after);
      assertThat(found).containsAll(expected);
      // Those of dropped records are counted: they went with them.
      assertThat(found.stream().filter(finding -> finding.startsWith(LOST_FILE)))
          .hasSize(files + EACH);
      found.removeIf(finding -> finding.startsWith(LOST_FILE));
      assertThat(found)
          .as("nothing is wrong with records that nobody damaged")
          .allMatch(finding -> damaged.stream().anyMatch(finding::contains));
      Map<String, String> states = states(after);
      assertThat(states)
          .containsEntry("completeness", "failed")
          .containsEntry("uniqueness", "failed")
          .containsEntry("relations", "failed")
          .containsEntry("files", "failed")
          .containsEntry("aggregates", "failed")
          .containsEntry("hashes", "failed")
          .containsEntry("cells", "failed")
          .containsEntry("totals", "failed")
          .containsEntry("second-pass", "passed");
      String wrong =
          found.stream()
              .filter(finding -> finding.matches("cell-differs contact:\\S+ first_name"))
              .findFirst()
              .orElseThrow()
              .replaceAll(".*contact:(\\S+) .*", "$1");
      JsonNode story = rehearsal.program.json(0, "explain", "contact", wrong);
      assertThat(story.path("readBack").path("differs").path("first_name").asString())
          .contains("Salah");
      assertThat(story.path("target").path("page").asString()).contains("/contacts/");
      assertThat(rehearsal.program.run("explain", "contact", wrong).out())
          .contains("BUT THE TARGET HOLDS \"Salah");
    }
  }

  /** People look at the drawn records and say what they see. */
  private static void judge(Rehearsal rehearsal) {
    Program program = rehearsal.program;
    assertThat(program.run("reconcile", "--judge", "all=right").code()).isEqualTo(2);
    assertThat(program.run("reconcile", "--judge", "all=wrong", "--by", "T").code()).isEqualTo(2);
    assertThat(program.run("reconcile", "--judge", "deal:1=right", "--by", "T").err())
        .contains("was not drawn");
    JsonNode judged = program.json(0, "reconcile", "--judge", "all=right", "--by", "Tester");
    assertThat(judged.path("state").asString()).isEqualTo("passed");
    assertThat(judged.path("open")).isEmpty();
  }

  private void change(Rehearsal rehearsal) {
    for (int round = 0; round < EACH; round++) {
      JsonNode contact = untouched.take("contacts");
      edit(rehearsal, "contacts", contact, Json.object().put("first_name", "Salah " + round));
      expect("cell-differs", "contacts", contact, "first_name");
      JsonNode account = untouched.take("sales_accounts");
      edit(rehearsal, "sales_accounts", account, Json.object().put("name", "PT Salah " + round));
      expect("cell-differs", "sales_accounts", account, "name");
      // One rupiah is enough.
      JsonNode deal = untouched.take("deals");
      java.math.BigDecimal amount = new java.math.BigDecimal(deal.path("amount").asString("0"));
      edit(
          rehearsal,
          "deals",
          deal,
          Json.object().put("amount", amount.add(java.math.BigDecimal.ONE)));
      expect("cell-differs", "deals", deal, "amount");
    }
  }

  private void empty(Rehearsal rehearsal) {
    for (int round = 0; round < EACH; round++) {
      JsonNode contact = untouched.takeWith("contacts", "cf_customer_id");
      edit(rehearsal, "contacts", contact, custom("cf_customer_id", ""));
      expect("cell-differs", "contacts", contact, "cf_customer_id");
    }
  }

  private void fill(Rehearsal rehearsal) {
    for (int round = 0; round < EACH; round++) {
      JsonNode contact = untouched.takeWithout("contacts", "cf_catatan_internal");
      edit(rehearsal, "contacts", contact, custom("cf_catatan_internal", "Titipan"));
      expect("cell-extra", "contacts", contact, "cf_catatan_internal");
    }
  }

  private void swapCells(Rehearsal rehearsal) {
    for (int round = 0; round < EACH; round++) {
      JsonNode left = untouched.takeWith("contacts", "cf_skor_prospek");
      JsonNode right = untouched.takeWith("contacts", "cf_skor_prospek");
      JsonNode one = left.path("custom_field").path("cf_skor_prospek");
      JsonNode other = right.path("custom_field").path("cf_skor_prospek");
      if (one.asInt() == other.asInt()) {
        continue;
      }
      edit(rehearsal, "contacts", left, custom("cf_skor_prospek", other));
      edit(rehearsal, "contacts", right, custom("cf_skor_prospek", one));
      expect("cell-differs", "contacts", left, "cf_skor_prospek");
      expect("cell-differs", "contacts", right, "cf_skor_prospek");
    }
  }

  private void swapLinks(Rehearsal rehearsal) {
    for (int round = 0; round < EACH; round++) {
      JsonNode left = untouched.takeLinked();
      JsonNode right = untouched.takeLinked();
      if (left.path("sales_account_id").asLong() == right.path("sales_account_id").asLong()) {
        continue;
      }
      link(rehearsal, left, right.path("sales_account_id"));
      link(rehearsal, right, left.path("sales_account_id"));
      expect("link-missing", "deals", left, "account");
      expect("link-extra", "deals", left, "account");
      expect("link-missing", "deals", right, "account");
      expect("link-extra", "deals", right, "account");
    }
  }

  private void link(Rehearsal rehearsal, JsonNode deal, JsonNode account) {
    ObjectNode body = Json.object();
    body.set("sales_account_id", account);
    edit(rehearsal, "deals", deal, body);
  }

  private void duplicate(Rehearsal rehearsal) {
    for (int round = 0; round < EACH; round++) {
      JsonNode deal = untouched.take("deals");
      ObjectNode copy = ((ObjectNode) deal).deepCopy();
      copy.remove(List.of("id", "created_at", "updated_at", "contact_ids", "products", "tags"));
      rehearsal.create("deals", copy);
      expect("duplicate-on-target", "deals", deal, "");
      // The same without our marker, as somebody types it in again.
      JsonNode typed = untouched.take("deals");
      ObjectNode again = ((ObjectNode) typed).deepCopy();
      again.remove(List.of("id", "created_at", "updated_at", "contact_ids", "products", "tags"));
      ((ObjectNode) again.path("custom_field")).remove("cf_qontak_id_c");
      rehearsal.create("deals", again);
      expect("copy-on-target", "deals", typed, "");
    }
  }

  private void drop(Rehearsal rehearsal) {
    List<JsonNode> notes = rehearsal.state("freshsales", "notes");
    for (int round = 0; round < EACH; round++) {
      JsonNode deal = untouched.take("deals");
      // Its notes go with it, and each of them is missing too.
      for (JsonNode note : notes) {
        Matcher mark = MARK.matcher(note.path("description").asString(""));
        if (hangsOn(note, deal) && mark.find()) {
          damaged.add(mark.group(1));
          expected.add("missing-on-target " + mark.group(1));
        }
      }
      files +=
          (int)
              rehearsal.state("freshsales", "documents").stream()
                  .filter(file -> hangsOn(file, deal))
                  .count();
      rehearsal.delete("deals", deal.path("id").asString());
      expect("missing-on-target", "deals", deal, "");
    }
    // What hangs on a dropped contact loses its link, and that is said of the deal too.
    JsonNode contact = untouched.take("contacts");
    for (JsonNode deal : rehearsal.state("freshsales", "deals")) {
      damaged.add(id(deal).isEmpty() ? "none" : linked(deal, contact));
    }
  }

  /** Notes of contacts: changed, exchanged, written twice, taken away. */
  private void notes(Rehearsal rehearsal) {
    Deque<JsonNode> notes = new ArrayDeque<>();
    for (JsonNode note : rehearsal.state("freshsales", "notes")) {
      boolean ofContact =
          note.path("targetables").path(0).path("type").asString("").equals("Contact");
      if (ofContact && MARK.matcher(note.path("description").asString("")).find()) {
        notes.add(note);
      }
    }
    for (int round = 0; round < EACH; round++) {
      JsonNode changed = notes.remove();
      note(rehearsal, changed, changed.path("description").asString() + " titipan");
      expect("cell-differs", changed, " description");
      JsonNode left = notes.remove();
      JsonNode right = notes.remove();
      note(rehearsal, left, right.path("description").asString());
      note(rehearsal, right, left.path("description").asString());
      expect("cell-differs", left, " description");
      expect("cell-differs", right, " description");
      JsonNode twice = notes.remove();
      ObjectNode copy = Json.object().put("description", twice.path("description").asString());
      copy.put("targetable_type", "Contact");
      copy.set("targetable_id", twice.path("targetables").path(0).path("id"));
      rehearsal.post("notes", "note", copy);
      expect("duplicate-on-target", twice, "");
      JsonNode gone = notes.remove();
      rehearsal.destroy("notes", gone.path("id").asString());
      expect("missing-on-target", gone, "");
    }
  }

  private static void note(Rehearsal rehearsal, JsonNode note, String text) {
    rehearsal.put(
        "notes", "note", note.path("id").asString(), Json.object().put("description", text));
  }

  private void expect(String code, JsonNode note, String field) {
    Matcher mark = MARK.matcher(note.path("description").asString());
    assertThat(mark.find()).isTrue();
    damaged.add(mark.group(1));
    expected.add(code + " " + mark.group(1) + field);
  }

  /**
   * Files that others took the place of, files that are gone, and files that lie there twice; the
   * crosswalk names them. The same file on another contact is nobody's copy.
   */
  private void files(Rehearsal rehearsal) {
    Deque<JsonNode> own =
        rehearsal.state("freshsales", "documents").stream()
            .filter(file -> file.path("kind").asString().equals("document"))
            .filter(file -> file.at("/targetables/0/type").asString("").equals("Contact"))
            .collect(Collectors.toCollection(ArrayDeque::new));
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      for (int round = 0; round < EACH; round++) {
        JsonNode replaced = own.remove();
        rehearsal.replaceFile(replaced.path("id").asString(), Json.object().put("file_size", 3));
        damaged.add(name(ledger, replaced));
        expected.add("cell-differs " + name(ledger, replaced) + " bytes");
        JsonNode gone = own.remove();
        rehearsal.removeFile(gone.path("id").asString());
        expected.add("missing-on-target " + name(ledger, gone));
        JsonNode twice = own.remove();
        again(rehearsal, twice, twice.at("/targetables/0/id"));
        damaged.add(name(ledger, twice));
        expected.add("copy-on-target " + name(ledger, twice));
        again(rehearsal, own.remove(), untouched.take("contacts").path("id"));
      }
    }
  }

  private static void again(Rehearsal rehearsal, JsonNode file, JsonNode contact) {
    rehearsal.upload(
        contact.asString(), file.path("name").asString(), file.path("file_size").asInt());
  }

  private static String name(Ledger ledger, JsonNode file) {
    String target = file.path("id").asString();
    RecordKey key =
        ledger
            .read(tables -> tables.crosswalk().byTarget(TargetModule.FILES, target))
            .orElseThrow()
            .key();
    return key.object().wire() + ":" + key.id();
  }

  private static boolean hangsOn(JsonNode note, JsonNode deal) {
    return note.path("targetables")
        .valueStream()
        .anyMatch(
            parent ->
                parent.path("type").asString("").equals("Deal")
                    && parent.path("id").asLong() == deal.path("id").asLong());
  }

  private static String linked(JsonNode deal, JsonNode contact) {
    return deal.path("contact_ids")
            .valueStream()
            .anyMatch(id -> id.asLong() == contact.path("id").asLong())
        ? "deal:" + id(deal)
        : "none";
  }

  private static ObjectNode custom(String field, String value) {
    ObjectNode body = Json.object();
    body.putObject("custom_field").put(field, value);
    return body;
  }

  private static ObjectNode custom(String field, JsonNode value) {
    ObjectNode body = Json.object();
    body.putObject("custom_field").set(field, value);
    return body;
  }

  private static void edit(Rehearsal rehearsal, String module, JsonNode row, ObjectNode body) {
    rehearsal.edit(module, row.path("id").asString(), body.toString());
  }

  private void expect(String code, String module, JsonNode row, String field) {
    String record = OBJECTS.getOrDefault(module, module) + ":" + id(row);
    damaged.add(record);
    expected.add((code + " " + record + " " + field).strip());
  }

  private static String id(JsonNode row) {
    return row.path("custom_field").path("cf_qontak_id_c").asString("");
  }

  private static Set<String> errors(JsonNode reconciliation) {
    return StreamSupport.stream(reconciliation.path("findings").spliterator(), false)
        .filter(finding -> finding.path("severity").asString().equals("error"))
        .map(
            finding ->
                (finding.path("code").asString()
                        + " "
                        + finding.path("object").asString()
                        + ":"
                        + finding.path("id").asString()
                        + " "
                        + finding.path("field").asString())
                    .strip())
        .collect(Collectors.toSet());
  }

  private static Map<String, String> states(JsonNode reconciliation) {
    Map<String, String> states = new HashMap<>();
    reconciliation
        .path("ladder")
        .forEach(rung -> states.put(rung.path("rung").asString(), rung.path("state").asString()));
    return states;
  }
}
