package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pindah.journey.cutover.WatchWindow;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People go on working on both sides while the change-over is prepared. */
class CutoverTest {
  @TempDir Path folder;

  @Test
  void theTargetFollowsTheSourceAndKeepsWhatPeopleChanged() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.ready();
      keepsTheNumberUntilTheExportStands(rehearsal);
      rehearsal.program.json(4, "run");

      JsonNode evolved =
          rehearsal.evolve("{\"changed\":8,\"added\":3,\"deleted\":2}").path("qontak");
      List<JsonNode> changed =
          contacts(rehearsal).stream()
              .filter(row -> lists(evolved.path("contacts").path("changed"), source(row)))
              .toList();
      JsonNode both = withTitle(changed, true).get(0);
      edit(rehearsal, both, "Diubah di kedua sisi");
      JsonNode source = withTitle(changed, true).get(1);
      // Nothing of ours stood there: a person filled it before the source did.
      JsonNode third = withTitle(changed, false).getFirst();
      edit(rehearsal, third, "Juga di kedua sisi");
      JsonNode edited =
          contacts(rehearsal).stream()
              .filter(row -> !lists(evolved.path("contacts").path("changed"), source(row)))
              .filter(row -> !lists(evolved.path("contacts").path("deleted"), source(row)))
              .findFirst()
              .orElseThrow();
      edit(rehearsal, edited, "Diubah di sini");

      assertThat(rehearsal.program.json(0, "cutover", "--lag").path("lag").asInt())
          .isGreaterThanOrEqualTo(11);
      JsonNode delta = rehearsal.program.json(3, "cutover", "--delta");
      assertThat(delta.path("balanced").asBoolean()).as(delta.toString()).isTrue();
      assertThat(rehearsal.program.json(3, "cutover", "--conflicts").path("conflicts"))
          .as("conflicts")
          .hasSize(delta.path("conflicts").asInt())
          .hasSize(2);
      assertThat(delta.path("tombstones").asInt()).isPositive();
      assertThat(title(rehearsal, edited)).isEqualTo("Diubah di sini");
      assertThat(title(rehearsal, both)).isEqualTo("Diubah di kedua sisi");
      assertThat(title(rehearsal, source)).startsWith("Jabatan Baru");

      settled(rehearsal, both, third);
      for (String kind : List.of("tag", "delete")) {
        assertThat(rehearsal.program.run("cutover", "--delta", "--deletions", kind).code())
            .as("that is a decision")
            .isEqualTo(2);
      }
      JsonNode second =
          rehearsal.program.json(4, "cutover", "--delta", "--deletions", "tag", "--by", "Tester");
      assertThat(second.path("lag").asInt()).isEqualTo(1);
      assertThat(title(rehearsal, both)).startsWith("Jabatan Baru");
      assertThat(title(rehearsal, third)).isEqualTo("Juga di kedua sisi");
      int tagged = second.path("tagged").asInt();
      assertThat(tagged).isPositive().isEqualTo(tagged(rehearsal));
      second =
          rehearsal.program.json(
              4, "cutover", "--delta", "--deletions", "delete", "--by", "Tester");
      assertThat(second.path("deleted").asInt())
          .as("a tag of ours is no edit")
          .isBetween(1, tagged);
      assertThat(second.path("deleted").asInt() + second.path("leftAlone").asInt())
          .isEqualTo(second.path("tombstones").asInt());
      assertThat(rehearsal.program.run("cutover", "--sign-off", "--by", "Tester").code())
          .isEqualTo(3);
      rehearsal.program.json(0, "cutover", "--freeze", "--quiet", "5");
      long writes = writes(rehearsal);
      JsonNode last = rehearsal.program.json(4, "cutover", "--delta");
      assertThat(last.path("lag").asInt()).isZero();
      assertThat(writes(rehearsal)).as("a delta without changes writes nothing").isEqualTo(writes);
      rehearsal.pass("pass", "waba-offboarding");
      rehearsal.pass("pass", "waba-released");
      rehearsal.program.json(0, "cutover", "--sign-off", "--by", "Tester");
      Instant signed = Instant.now();
      assertThat(folder.resolve("reports/sign-off.pdf")).exists();
      watched(rehearsal, edited);
      watchedToTheEnd(rehearsal, signed);
    }
  }

  /** One cell for the source in the table, the other for the target in the workbook. */
  private static void settled(Rehearsal rehearsal, JsonNode both, JsonNode third)
      throws IOException {
    Path reports = rehearsal.folder.resolve("reports");
    JsonNode conflicts = rehearsal.program.json(3, "cutover", "--conflicts").path("conflicts");
    assertThat(conflicts)
        .extracting(row -> row.path("id").asString())
        .containsExactlyInAnyOrder(source(both), source(third));
    for (JsonNode conflict : conflicts) {
      assertThat(conflict.path("source").asString()).startsWith("Jabatan Baru");
      assertThat(conflict.path("target").asString()).contains("di kedua sisi");
    }
    assertThat(rehearsal.program.json(3, "cutover", "--resolve", "ask", "--by", "T").path("open"))
        .hasToString("2");
    Path sheet = reports.resolve("sample-conflicts.csv");
    Files.write(
        sheet,
        Files.readAllLines(sheet).stream()
            .map(line -> line.contains("contact," + source(both) + ",") ? line + "source" : line)
            .toList());
    resolve(rehearsal, 3, sheet);
    rehearsal.program.json(3, "cutover", "--conflicts");
    Path book = reports.resolve("sample-conflicts.xlsx");
    Path filled = reports.resolve("filled.xlsx");
    try (ReadableWorkbook from = new ReadableWorkbook(book.toFile());
        OutputStream out = Files.newOutputStream(filled);
        Workbook to = new Workbook(out, "test", "1.0")) {
      Worksheet copy = to.newWorksheet("conflicts");
      List<Row> rows = from.getFirstSheet().read();
      int last = rows.getFirst().getCellCount() - 1;
      for (Row row : rows) {
        for (int column = 0; column < row.getCellCount(); column++) {
          copy.value(row.getRowNum() - 1, column, row.getCellText(column));
        }
        copy.value(row.getRowNum() - 1, last, row.getRowNum() == 1 ? "resolve" : "target");
      }
    }
    resolve(rehearsal, 0, filled);
  }

  private static void resolve(Rehearsal rehearsal, int code, Path file) {
    JsonNode settled =
        rehearsal.program.json(code, "cutover", "--resolve", file.toString(), "--by", "Tester");
    assertThat(settled.path("settled").asInt()).isEqualTo(1);
  }

  private static int tagged(Rehearsal rehearsal) {
    return (int)
        Stream.of("contacts", "sales_accounts", "deals")
            .flatMap(module -> rehearsal.state("freshsales", module).stream())
            .filter(row -> row.path("tags").toString().contains("\"qontak-deleted\""))
            .count();
  }

  /** Messages cannot be read any more once the number is released. */
  private static void keepsTheNumberUntilTheExportStands(Rehearsal rehearsal) {
    JsonNode refused =
        rehearsal.program.json(
            3, "gate", "pass", "waba-released", "--by", "Tester", "--reason", "early");
    assertThat(refused.path("error").path("gate").asString()).isEqualTo("waba-offboarding");
    rehearsal.program.json(0, "extract");
    refused =
        rehearsal.program.json(
            3, "gate", "pass", "waba-offboarding", "--by", "Tester", "--reason", "early");
    assertThat(refused.path("error").path("gate").asString()).isEqualTo("export-reconciled");
    rehearsal.program.json(
        0, "cutover", "--waba-registered", "2025-09-15", "--day", "2030-03-04", "--by", "Tester");
    JsonNode list = rehearsal.program.json(0, "gate", "list");
    assertThat(list.path("whatsapp").path("marketingMessages").asBoolean()).isTrue();
    assertThat(list.path("whatsapp").path("mail").path("to").asString())
        .isEqualTo("support-qontak@mekari.com");
    assertThat(list.path("whatsapp").path("unreconciled")).isNotEmpty();
    assertThat(list.path("plan").findValuesAsString("gate")).contains("waba-offboarding");
  }

  /** After the sign-off: a person's edit is no damage, a record that is gone is. */
  private static void watched(Rehearsal rehearsal, JsonNode contact) throws IOException {
    JsonNode quiet = rehearsal.program.json(0, "watch", "--once");
    assertThat(quiet.path("broken").asInt()).isZero();
    assertThat(quiet.path("lateWrites").asInt()).isZero();
    edit(rehearsal, contact, "Diubah sesudahnya");
    JsonNode other =
        contacts(rehearsal).stream()
            .filter(row -> !row.path("id").equals(contact.path("id")))
            .filter(row -> !row.path("job_title").asString("").isBlank())
            .toList()
            .get(5);
    edit(rehearsal, other, "Juga diubah");
    JsonNode deal = rehearsal.state("freshsales", "deals").getFirst();
    rehearsal.delete("deals", deal.path("id").asString());
    rehearsal.evolve("{\"changed\":1,\"added\":0,\"deleted\":0}");
    List<String> said = new CopyOnWriteArrayList<>();
    HttpServer channel =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    channel.createContext(
        "/",
        exchange -> {
          said.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    channel.start();
    JsonNode busy =
        rehearsal.program.json(
            4,
            "watch",
            "--once",
            "--webhook",
            "http://127.0.0.1:" + channel.getAddress().getPort() + "/secret");
    channel.stop(0);
    assertThat(said).hasSize(1);
    assertThat(said.getFirst())
        .contains("\"text\"")
        .contains("something is broken")
        .doesNotContain(contact.path("email").asString("@"));
    assertThat(busy.path("looks").asInt()).isEqualTo(2);
    assertThat(busy.path("edited").asInt()).isEqualTo(1);
    assertThat(busy.path("broken").asInt()).isPositive();
    assertThat(busy.path("lateWrites").asInt()).isPositive();
    assertThat(busy.path("closed").asBoolean()).isFalse();
  }

  /** The resident watch is killed, goes on with the same looks, and ends with the 72 hours. */
  private static void watchedToTheEnd(Rehearsal rehearsal, Instant signed) throws IOException {
    Path report = rehearsal.folder.resolve("reports/watch.json");
    Program.Running resident = rehearsal.program.start("watch", "--every", "1");
    boolean ended = false;
    while (!ended && looks(report) < 3) {
      ended = resident.ended(20);
    }
    assertThat(ended).isFalse();
    resident.kill();
    int before = looks(report);
    long passed = Duration.between(signed, Instant.now()).toMillis();
    rehearsal.clockFactor(WatchWindow.LENGTH.toMillis() / (passed + 8_000));
    JsonNode closed = rehearsal.program.json(4, "watch", "--every", "1");
    assertThat(closed.path("closed").asBoolean()).isTrue();
    assertThat(closed.path("looks").asInt()).isGreaterThan(before);
    assertThat(closed.path("broken").asInt()).isPositive();
    assertThat(rehearsal.program.json(0, "gate", "list").path("gates"))
        .filteredOn(gate -> gate.path("id").asString().equals("watch-closed"))
        .extracting(gate -> gate.path("state").asString())
        .containsExactly("open");
  }

  private static int looks(Path report) throws IOException {
    String text = Files.readString(report);
    return text.isEmpty() ? 0 : Json.parse(text).path("looks").asInt();
  }

  private static long writes(Rehearsal rehearsal) {
    return rehearsal.calls("POST", "/contacts")
        + rehearsal.calls("PUT", "/deals")
        + rehearsal.calls("POST", "/deals");
  }

  private static List<JsonNode> contacts(Rehearsal rehearsal) {
    return rehearsal.state("freshsales", "contacts").stream()
        .filter(row -> !source(row).isEmpty())
        .toList();
  }

  private static List<JsonNode> withTitle(List<JsonNode> contacts, boolean filled) {
    return contacts.stream()
        .filter(row -> row.path("job_title").asString("").isBlank() != filled)
        .toList();
  }

  private static boolean lists(JsonNode ids, String id) {
    return ids.valueStream().anyMatch(known -> known.asString().equals(id));
  }

  private static String source(JsonNode row) {
    return row.path("custom_field").path("cf_qontak_id_c").asString("");
  }

  private static void edit(Rehearsal rehearsal, JsonNode contact, String title) {
    rehearsal.edit("contacts", contact.path("id").asString(), "{\"job_title\":\"" + title + "\"}");
  }

  private static String title(Rehearsal rehearsal, JsonNode contact) {
    return rehearsal.state("freshsales", "contacts").stream()
        .filter(row -> row.path("id").asString().equals(contact.path("id").asString()))
        .map(row -> row.path("job_title").asString())
        .findFirst()
        .orElse("");
  }
}
