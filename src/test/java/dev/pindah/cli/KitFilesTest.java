package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.files.ChatbotFiles;
import dev.pindah.connect.files.QuestionnaireFile;
import dev.pindah.journey.handoff.AssembleKit;
import dev.pindah.journey.handoff.TakeInFiles;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Problems;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Kit;
import dev.pindah.model.kit.TriagedTemplate;
import dev.pindah.model.mapping.Mapping;
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
import java.time.ZoneId;
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

/** {@link EvilAccount} handed over. */
class KitFilesTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

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
    assertThat(files(".svg")).hasSize(EvilAccount.EVIL.size());
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
    assertThat(kit.roles().getFirst().teams()).containsExactly(EvilAccount.EVIL.getFirst());
    assertThat(kit.roles().getFirst().target()).isEqualTo("placeholder");
    assertThat(kit.dictionary().rows().getFirst().targetLabel())
        .isEqualTo("Baru " + EvilAccount.EVIL.getFirst());
    assertThat(kit.dictionary().rows().getFirst().values()).contains("a → —");
    assertThat(kit.segments().getFirst().filters().getFirst().target())
        .isEqualTo("Baru " + EvilAccount.EVIL.getFirst());
    assertThat(kit.facts()).containsEntry("broadcast-quota", "5000");
    String archive = Files.readString(out.resolve("conversations/index.html"));
    assertThat(archive)
        .contains("Rooms without messages", EvilAccount.EVIL.getLast().replace("'", "&#39;"));
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
      EvilAccount.fill(ledger);
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
      Files.writeString(files.resolve("chatbot.json"), EvilAccount.flows());
    }
    Files.writeString(files.resolve("questionnaire-automations.csv"), EvilAccount.automations());
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      EvilAccount.fill(ledger);
      new TakeInFiles(ledger, Clock.systemUTC()).run(new ChatbotFiles(files).read());
      Answers answers =
          QuestionnaireFile.read(files, problems)
              .with(
                  new Answers(
                      Map.of(
                          Answers.ACCOUNT,
                          List.of(EvilAccount.row("key", "broadcast-quota", "answer", "5000")),
                          Answers.TEMPLATES,
                          List.of(
                              EvilAccount.row(
                                  "name",
                                  EvilAccount.EVIL.get(0),
                                  "language",
                                  "id",
                                  "quality",
                                  "green")),
                          Answers.SEGMENTS,
                          EvilAccount.EVIL.stream()
                              .map(
                                  evil ->
                                      EvilAccount.row(
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
        answers.sheets().isEmpty() ? Optional.empty() : Optional.of(EvilAccount.mapping());
    Kit kit = AssembleKit.read(ledger, answers, mapping, true, JAKARTA, problems);
    new KitFiles(kit, new Folder(out), Words.ofHandoff(language), JAKARTA)
        .write(EvilAccount.EVIL.getFirst(), ledger, Map.of(), problems.list(), EvilAccount.NOW);
    return kit;
  }
}
