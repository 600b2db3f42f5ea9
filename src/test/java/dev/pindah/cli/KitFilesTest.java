package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.files.ChatbotFiles;
import dev.pindah.connect.files.QuestionnaireFile;
import dev.pindah.journey.handoff.AssembleKit;
import dev.pindah.journey.handoff.TakeInFiles;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Kit;
import dev.pindah.model.kit.TriagedTemplate;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import dev.pindah.report.kit.Folder;
import dev.pindah.report.kit.KitFiles;
import dev.pindah.report.kit.QuestionnaireSheet;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An account whose every name and text is out to do harm, handed over. */
class KitFilesTest {
  private static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private static final List<String> EVIL =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</style><script>alert(1)</script>",
          "</title><svg onload=alert(1)>",
          "javascript:alert(1)",
          "=HYPERLINK(\"http://evil.example\";\"klik\")",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "../../../etc/passwd",
          "CON",
          "{{constructor.constructor('alert(1)')()}}",
          "]]><x/>",
          "\u0000\u0008\uD800kontrol",
          "\"]\nclick s1 call alert(1)\n%%{init: {}}%%",
          "🚚 ñ 汉字 O'Neil");

  @TempDir Path folder;
  private final Problems problems = new Problems();
  private Path out = Path.of("");

  @Test
  void customerTextIsTextEverywhere() throws Exception {
    write(Language.ID);
    pages();
    diagrams();
    tables();
  }

  private void pages() throws IOException {
    List<Path> pages = files(".html");
    assertThat(pages).hasSizeGreaterThan(20);
    for (Path page : pages) {
      String html = Files.readString(page);
      Document document = Jsoup.parse(html);
      assertThat(document.select("img, iframe, object, embed, form, link, base")).isEmpty();
      document
          .select("*")
          .forEach(
              element ->
                  element
                      .attributes()
                      .forEach(
                          attribute ->
                              assertThat(attribute.getKey().toLowerCase(java.util.Locale.ROOT))
                                  .as(page.toString())
                                  .doesNotStartWith("on")
                                  .isNotIn("src", "srcdoc", "action", "formaction")));
      // Every script is one of ours, and every link leads to a file of the folder.
      document
          .select("script")
          .forEach(
              script -> assertThat(script.data()).isIn(script("viewer.js"), script("filter.js")));
      for (var link : document.select("[href]")) {
        String target = link.attr("href");
        assertThat(target.startsWith("#") || Files.exists(page.resolve("../" + target).normalize()))
            .as(page + " links to " + target)
            .isTrue();
      }
      assertThat(html).contains("Content-Security-Policy", "default-src 'none'");
    }
    assertThat(Files.readString(out.resolve("automations.html")))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  private static String script(String name) {
    try {
      return Files.readString(Path.of("src/main/resources/dev/pindah/report/kit", name));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** They are XML, and the sources of Mermaid give no orders. */
  private void diagrams() throws Exception {
    assertThat(files(".svg")).hasSize(EVIL.size());
    for (Path svg : files(".svg")) {
      String text = Files.readString(svg);
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text)));
      assertThat(document.getElementsByTagName("script").getLength()).isZero();
      assertThat(document.getElementsByTagName("a").getLength()).isZero();
    }
    for (Path source : files(".mmd")) {
      assertThat(Files.readAllLines(source).stream().skip(1))
          .allMatch(line -> line.matches("  (start|[sx]\\d+).*"))
          .noneMatch(line -> line.contains("<script") || line.contains("%%"));
    }
  }

  /** No cell is a formula, and no file leaves the folder. */
  private void tables() throws IOException {
    for (Path table : files(".csv")) {
      try (var records = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(table)) {
        records.forEach(
            record ->
                assertThat(record.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@\\-].*")));
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
          .allMatch(name -> name.matches("(handoff|files)/[a-z0-9/.-]+|ledger\\.db.*"));
    }
    for (Path payload : files(".json")) {
      assertThat(JsonMapper.shared().readTree(Files.readString(payload)).has("components"))
          .isTrue();
    }
  }

  @Test
  void theKitTellsWhatTheLedgerHolds() throws IOException {
    Kit kit = write(Language.EN);
    assertThat(problems.list()).isEmpty();
    assertThat(kit.templates().stream().map(TriagedTemplate::triage))
        .contains(TriagedTemplate.Triage.COPIED, TriagedTemplate.Triage.RESUBMIT);
    assertThat(kit.lists().getFirst().read()).isEqualTo(1);
    assertThat(kit.roles().getFirst().teams()).containsExactly(EVIL.getFirst());
    assertThat(kit.roles().getFirst().target()).isEqualTo("placeholder");
    assertThat(kit.dictionary().rows().getFirst().targetLabel())
        .isEqualTo("Baru " + EVIL.getFirst());
    assertThat(kit.dictionary().rows().getFirst().values()).contains("a → —");
    assertThat(kit.segments().getFirst().filters().getFirst().target())
        .isEqualTo("Baru " + EVIL.getFirst());
    assertThat(kit.facts()).containsEntry("broadcast-quota", "5000");
    String archive = Files.readString(out.resolve("conversations/index.html"));
    assertThat(archive).contains("Rooms without messages", EVIL.getLast().replace("'", "&#39;"));
    assertThat(Files.readString(out.resolve("conversations/contact-1.html")))
        .contains("2026-01-02 10:00 WIB");
    assertThat(Files.readString(out.resolve("panel.html"))).doesNotContain("rahasia");
    // A flow that is gone takes its pages with it; what somebody else put there stays.
    Files.writeString(out.resolve("mine.txt"), "x");
    Files.delete(folder.resolve("files/chatbot.json"));
    write(Language.EN);
    assertThat(files(".svg")).isEmpty();
    assertThat(out.resolve("mine.txt")).exists();
  }

  @Test
  void anEmptyLedgerIsHandedOverToo() throws IOException {
    out = folder.resolve("handoff");
    Files.createDirectories(out);
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      kit(ledger, Answers.none(), Language.ID);
    }
    assertThat(out.resolve("index.html")).content().contains("lang=\"id\"", "Serah terima");
  }

  /**
   * What the program asks, it can read; a fresh questionnaire answers nothing and is no problem.
   */
  @Test
  void theQuestionnaireComesBackAsItWasWritten() throws IOException {
    Kit kit;
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      fill(ledger);
      kit = AssembleKit.read(ledger, Answers.none(), Optional.empty(), false, JAKARTA, problems);
    }
    Path blank = Files.createDirectories(folder.resolve("files/blank"));
    QuestionnaireSheet.write(
        blank.resolve(QuestionnaireSheet.FILE), kit.templates(), Words.ofHandoff(Language.ID));
    Answers answers = QuestionnaireFile.read(blank, problems);
    assertThat(problems.list()).isEmpty();
    assertThat(answers.rows(Answers.TEMPLATES)).hasSameSizeAs(kit.templates());
    assertThat(answers.rows(Answers.AUTOMATIONS)).isEmpty();
    assertThat(answers.rows(Answers.SEGMENTS)).isEmpty();
    assertThat(answers.rows(Answers.ACCOUNT)).hasSize(QuestionnaireSheet.FACTS.size());
  }

  /** Words that are put together from codes exist for every code. */
  @Test
  void everyCodeHasWords() {
    for (Language language : Language.values()) {
      Words words = Words.ofHandoff(language);
      for (FlowFinding.Kind kind : FlowFinding.Kind.values()) {
        words.say("finding." + kind.wire());
        words.say("advice." + kind.wire());
      }
      for (FlowStep.Kind kind : FlowStep.Kind.values()) {
        words.say("kind." + kind.wire());
        words.say("rebuild.kind-" + kind.wire());
      }
      for (Automation.Kind kind : Automation.Kind.values()) {
        for (String part : List.of("", ".trigger", ".condition", ".action")) {
          words.say("rule." + kind.wire() + part);
        }
      }
      Answers.COLUMNS.forEach(
          (sheet, columns) -> columns.forEach(column -> words.say("ask." + sheet + "." + column)));
      QuestionnaireSheet.FACTS.forEach(fact -> words.say("fact." + fact));
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private Kit write(Language language) throws IOException {
    out = folder.resolve("handoff");
    Path files = Files.createDirectories(folder.resolve("files"));
    if (!Files.exists(out)) {
      Files.writeString(files.resolve("chatbot.json"), flows());
    }
    Files.writeString(files.resolve("questionnaire-automations.csv"), automations());
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      fill(ledger);
      new TakeInFiles(ledger, Clock.systemUTC()).run(new ChatbotFiles(files).read());
      Answers answers =
          QuestionnaireFile.read(files, problems)
              .with(
                  new Answers(
                      Map.of(
                          Answers.ACCOUNT,
                          List.of(row("key", "broadcast-quota", "answer", "5000")),
                          Answers.TEMPLATES,
                          List.of(row("name", EVIL.get(0), "language", "id", "quality", "green")),
                          Answers.SEGMENTS,
                          EVIL.stream()
                              .map(
                                  evil ->
                                      row(
                                          "name",
                                          evil,
                                          "criteria",
                                          evil,
                                          "field",
                                          evil,
                                          "value",
                                          evil))
                              .toList())));
      return kit(ledger, answers, language);
    }
  }

  private Kit kit(Ledger ledger, Answers answers, Language language) throws IOException {
    Optional<Mapping> mapping =
        answers.sheets().isEmpty() ? Optional.empty() : Optional.of(mapping());
    Kit kit = AssembleKit.read(ledger, answers, mapping, true, JAKARTA, problems);
    new KitFiles(kit, new Folder(out), Words.ofHandoff(language), JAKARTA)
        .write(EVIL.getFirst(), ledger, Map.of(), problems.list(), NOW);
    return kit;
  }

  private static Mapping mapping() {
    return new Mapping(
        "m",
        new LeadRule(LeadRule.DEFAULT, List.of()),
        List.of(
            new ObjectMapping(
                ObjectName.CONTACT,
                TargetModule.CONTACTS,
                EVIL.stream()
                    .map(
                        evil ->
                            new FieldRule(
                                evil,
                                evil,
                                Decision.CREATE,
                                "",
                                Optional.of(
                                    new NewField("Baru " + evil, FieldType.TEXT, List.of())),
                                Transform.VALUE,
                                List.of(new ValueRule(evil, "x" + evil), new ValueRule("a", "")),
                                1,
                                evil))
                    .toList())),
        List.of(),
        List.of(new OwnerRule("7", "B", "budi@contoh.example", "admin", OwnerRule.PLACEHOLDER)));
  }

  private static Answers.Row row(String... cells) {
    Map<String, String> named = new java.util.HashMap<>();
    for (int cell = 0; cell < cells.length; cell += 2) {
      named.put(cells[cell], cells[cell + 1]);
    }
    return new Answers.Row("test:1", named);
  }

  private static String automations() {
    StringBuilder csv = new StringBuilder("name,kind,trigger,conditions,actions\n");
    for (String evil : EVIL) {
      String cell = "\"" + evil.replace("\"", "\"\"").replace("\uD800", "") + "\"";
      csv.append(String.join(",", cell, "webhook", cell, cell, cell)).append('\n');
    }
    return csv.toString();
  }

  private static String flows() {
    ObjectNode root = JsonMapper.shared().createObjectNode().put("format", "pindah-chatbot-flows");
    ArrayNode flows = root.putArray("flows");
    for (String evil : EVIL) {
      ObjectNode flow = flows.addObject().put("id", evil).put("name", evil).put(evil, evil);
      flow.putObject("triggers").putArray("keywords").add(evil);
      flow.putArray("channels").add(evil);
      flow.putObject("operational_hours").put("type", evil).put("from", evil);
      ArrayNode nodes = flow.putArray("nodes");
      ObjectNode question =
          nodes.addObject().put("id", evil).put("type", "question").put("text", evil);
      question.put("variable", evil);
      question.putArray("options").addObject().put("label", evil).put("next", "end" + evil);
      question.withArray("options").addObject().put("label", evil).put("next", "gone" + evil);
      nodes.addObject().put("id", "end" + evil).put("type", evil).put("text", evil);
    }
    return root.toString().replace("\uD800", "\\ud800");
  }

  private static void fill(Ledger ledger) {
    List<SourceRecord> rows = new ArrayList<>();
    RecordKey contact = new RecordKey(ObjectName.CONTACT, "1");
    rows.add(
        record(
            contact, Optional.empty(), json("first_name", EVIL.get(1), "telephone", EVIL.get(6))));
    ObjectNode chat = json("room_id", "room-1");
    ObjectNode room = json("name", EVIL.get(0), "channel", EVIL.get(1), "status", EVIL.get(2));
    for (String evil : EVIL) {
      chat.withArray("chat_contents")
          .addObject()
          .put("user", evil)
          .put("message", evil)
          .put("type", "agent")
          .put("timestamp", "2026-01-02T03:00:00.000Z");
      room.withArray("tags").add(evil);
    }
    rows.add(
        record(new RecordKey(ObjectName.CHAT, "contact-1-room-1"), Optional.of(contact), chat));
    rows.add(record(new RecordKey(ObjectName.ROOM, "room-1"), Optional.empty(), room));
    int number = 0;
    for (String evil : EVIL) {
      String id = "id-" + number++;
      ObjectNode silent = json("name", evil, "account_uniq_id", evil);
      silent.putObject("last_message").put("text", evil);
      rows.add(record(new RecordKey(ObjectName.ROOM, id), Optional.empty(), silent));
      ObjectNode template =
          json("name", evil, "language", "id", "body", evil, "footer", evil, "category", evil);
      template.put("status", "APPROVED").put("quality_rating_text", evil);
      template.putObject("header").put("format", "IMAGE").put("example", evil);
      template
          .putArray("buttons")
          .addObject()
          .put("type", "URL")
          .put("text", evil)
          .put("url", evil);
      rows.add(record(new RecordKey(ObjectName.TEMPLATE, id), Optional.empty(), template));
      ObjectNode broadcast = json("name", evil, "send_at", evil, "channel_account_name", evil);
      broadcast.putObject("message_template").put("id", id).put("name", evil);
      broadcast.putObject("parameters").putObject("body").put("1", evil);
      rows.add(record(new RecordKey(ObjectName.BROADCAST, id), Optional.empty(), broadcast));
      rows.add(record(new RecordKey(ObjectName.LIST, id), Optional.empty(), json("name", evil)));
      ObjectNode channel = json("target_channel", evil);
      channel
          .putObject("settings")
          .put("account_name", evil)
          .put("phone_number", evil)
          .put("pin", "rahasia");
      rows.add(record(new RecordKey(ObjectName.CHANNEL, id), Optional.empty(), channel));
    }
    rows.add(
        record(
            new RecordKey(ObjectName.LIST_MEMBER, "m"),
            Optional.of(new RecordKey(ObjectName.LIST, "id-0")),
            json("phone_number", "62812")));
    ObjectNode division = json("name", EVIL.getFirst());
    division
        .putArray("users")
        .addObject()
        .put("email", "BUDI@contoh.example")
        .put("full_name", "B");
    rows.add(record(new RecordKey(ObjectName.DIVISION, "d"), Optional.empty(), division));
    ledger.record(tables -> tables.sourceRecords().save(rows));
    Person person = new Person("7", EVIL.get(1), "budi@contoh.example", true, EVIL.get(2));
    Inventory source =
        new Inventory(Product.QONTAK, NOW, List.of(), List.of(), List.of(person), List.of());
    ledger.record(tables -> tables.inventories().save(source));
  }

  private static ObjectNode json(String... members) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    for (int member = 0; member < members.length; member += 2) {
      json.put(members[member], members[member + 1]);
    }
    return json;
  }

  private static SourceRecord record(RecordKey key, Optional<RecordKey> parent, ObjectNode json) {
    return new SourceRecord(key, parent, json.toString(), Fingerprint.of(json), NOW, true, false);
  }
}
