package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A dry run is kept to the letter, and what could not move comes back as a file to correct. */
class RetryTest {
  @TempDir Path folder;

  @Test
  void whatWasSaidHappensAndWhatWasHeldIsCorrected() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.readyButUnseen();
      rehearsal.program.json(0, "extract");
      pausesUntilTheListIsSeen(rehearsal);
      rehearsal.program.json(0, "transform");
      Map<String, List<Long>> said = new HashMap<>();
      for (JsonNode object : rehearsal.program.json(0, "load", "--dry-run").path("objects")) {
        said.put(
            object.path("object").asString(),
            List.of(
                object.path("create").asLong(),
                object.path("update").asLong(),
                object.path("match").asLong(),
                object.path("hold").asLong(),
                object.path("skip").asLong()));
      }
      assertThat(rehearsal.state("freshsales", "contacts"))
          .as("a dry run writes nothing")
          .noneMatch(row -> row.path("external_id").asString("").startsWith("qontak:"));
      stopInTheMiddle(rehearsal);
      Map<String, List<Long>> done = new HashMap<>();
      for (JsonNode object : rehearsal.program.json(4, "load").path("objects")) {
        done.put(
            object.path("object").asString(),
            List.of(
                object.path("created").asLong(),
                object.path("updated").asLong(),
                object.path("matched").asLong(),
                object.path("held").asLong(),
                object.path("skipped").asLong()));
      }
      assertThat(said).isEqualTo(done);

      Path file = folder.resolve("reports/errors-contact.csv");
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      long held = lines.stream().filter(line -> line.contains("duplicate-email")).count();
      assertThat(held).isEqualTo(6);
      assertThat(folder.resolve("reports/errors-contact.xlsx")).exists();
      String text = Files.readString(file);
      int number = 0;
      for (String address : addresses(text)) {
        // The first of them gets an address of its own, the others stay behind.
        text = number++ == 0 ? text.replace(address, "diperbaiki@surel.test") : text;
      }
      Files.writeString(file, text);
      JsonNode retried = rehearsal.program.json(4, "retry", file.toString());
      assertThat(retried.path("corrected").asInt()).isPositive();
      assertThat(rehearsal.state("freshsales", "contacts"))
          .anyMatch(row -> row.toString().contains("diperbaiki@surel.test"));
      reassign(rehearsal);
      JsonNode proof = rehearsal.program.json(4, "reconcile");
      assertThat(proof.path("balanced").asBoolean()).as(proof.toString()).isTrue();
      assertThat(proof.path("findings"))
          .as("what hangs on the corrected record is linked with it")
          .noneMatch(finding -> finding.path("code").asString().equals("link-missing"));
      explainsOneRecord(rehearsal);
      assertThat(
              rehearsal
                  .program
                  .run("retry", folder.resolve("no.csv").toString(), "--by", "T")
                  .code())
          .isEqualTo(2);
    }
  }

  /** The seeded defects are all on one list; nothing is loaded until somebody has decided. */
  private void pausesUntilTheListIsSeen(Rehearsal rehearsal) {
    JsonNode fixes = rehearsal.program.json(3, "transform").path("fixes");
    assertThat(fixes)
        .allSatisfy(fix -> assertThat(fix.path("examples")).isNotEmpty())
        .extracting(
            fix ->
                fix.path("object").asString()
                    + " "
                    + fix.path("reason").asString()
                    + (fix.path("severity").asString().equals("error") ? " pauses" : ""))
        .contains(
            "deal currency-not-on-target pauses",
            "company duplicate-name",
            "contact duplicate-email",
            "contact duplicate-phone",
            "file no-parent",
            "list_member ambiguous");
    assertThat(folder.resolve("reports/fix-list.html")).exists();
    assertThat(folder.resolve("reports/fix-list.xlsx")).exists();
    JsonNode refused = rehearsal.program.json(3, "load");
    assertThat(refused.path("error").path("gate").asString()).isEqualTo("validation");
    rehearsal.pass("waive", "validation");
  }

  /** A signal ends it soon, with every answer on the disk, and says how to go on. */
  private static void stopInTheMiddle(Rehearsal rehearsal) {
    long end = rehearsal.requests() + 300;
    Program.Running running = rehearsal.program.start("load");
    while (rehearsal.requests() < end && !running.ended(5)) {
      // it has not come far enough yet
    }
    Program.Result stopped = running.stop();
    assertThat(stopped.code()).as(stopped.err()).isEqualTo(143);
    assertThat(stopped.err()).contains("run the same command again to go on");
  }

  /** Owners who had no user get one; only what they own is written. */
  private void reassign(Rehearsal rehearsal) throws IOException {
    List<String> owners = Files.readAllLines(folder.resolve("reports/owners.csv"));
    assertThat(owners.getFirst()).isEqualTo("owner,name,email,role,to");
    JsonNode user =
        rehearsal.state("freshsales", "users").stream()
            .filter(row -> row.path("is_active").asBoolean(true))
            .reduce((first, last) -> last)
            .orElseThrow();
    String email = user.path("email").asString();
    long before = owned(rehearsal, user);
    Path file = folder.resolve("reassign.csv");
    Files.writeString(file, "owner;to\n" + owners.get(1).split(",", 2)[0] + ";" + email + "\n");
    long calls = rehearsal.requests();
    rehearsal.program.json(4, "load", "--reassign", file.toString());
    long moved = owned(rehearsal, user) - before;
    assertThat(moved).isPositive();
    assertThat(rehearsal.requests() - calls).isLessThan(2 * moved + 60);
    Files.writeString(file, "owner,to\nnobody," + email + "\n1,not-there@contoh.test\n");
    assertThat(rehearsal.program.run("load", "--reassign", file.toString()).code()).isEqualTo(2);
  }

  private static long owned(Rehearsal rehearsal, JsonNode user) {
    return rehearsal.state("freshsales", "deals").stream()
            .filter(row -> row.path("owner_id").equals(user.path("id")))
            .count()
        + rehearsal.state("freshsales", "contacts").stream()
            .filter(row -> row.path("owner_id").equals(user.path("id")))
            .count();
  }

  private static List<String> addresses(String csv) {
    return java.util.regex.Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+")
        .matcher(csv)
        .results()
        .map(java.util.regex.MatchResult::group)
        .distinct()
        .toList();
  }

  private static void explainsOneRecord(Rehearsal rehearsal) {
    String id = rehearsal.state("qontak", "deals").getFirst().path("id").asString();
    JsonNode story = rehearsal.program.json(0, "explain", "deal", id);
    assertThat(story.path("target").path("module").asString()).isEqualTo("deals");
    assertThat(story.path("moves")).isNotEmpty();
    assertThat(rehearsal.program.run("explain", "dael", id).err()).contains("did you mean 'deal'?");
  }
}
