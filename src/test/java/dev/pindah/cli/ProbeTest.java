package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Habits;
import dev.pindah.connect.Habits.Form;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.Reply;
import dev.pindah.connect.freshsales.FreshsalesDestination;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.http.Tempo;
import dev.pindah.journey.prepare.probe.ProbeTarget;
import dev.pindah.journey.prepare.probe.Sweep;
import dev.pindah.ledger.Canaries.Canary;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Promise;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Plan;
import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The probe tells each habit of an account truly, whichever it has, and leaves nothing behind. */
class ProbeTest {
  private static final int SPEED = 300;
  private static final int QUESTIONS = 22;
  private static final String[] COLLECTIONS = {"contacts", "sales_accounts", "deals", "tasks"};

  @TempDir Path folder;
  private Sandbox sandbox;
  private PlainClient admin;
  private Ledger ledger;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.standard().withSpeed(SPEED).withPlan(dev.pindah.sandbox.core.Plan.PRO));
    admin = new PlainClient(sandbox.freshsales());
    ledger = JdbcLedger.open("probe.db", folder, Clock.systemUTC());
    field("Segmen", "dropdown", "\"Retail\",\"Korporat\",\"Mitra\"");
    field("Minat", "multi_select_dropdown", "\"Lisensi\",\"Pelatihan\",\"Perangkat\"");
    field("Peran", "text", "");
    field("Pemilik", "text", "");
  }

  @AfterEach
  void stop() {
    ledger.close();
    admin.close();
    sandbox.close();
  }

  @Test
  void theHabitsOfAnAccountAreFoundInBothPositions() {
    Map<String, String> usual = answers(probe());
    assertThat(usual)
        .containsEntry("dropdown-form", "any")
        .containsEntry("multi-select-form", "array")
        .containsEntry("multi-select-read", "array")
        .containsEntry("custom-field-put", "replace")
        .containsEntry("bulk-custom-field", "merge")
        .containsEntry("bulk-dropdown-form", "any")
        .containsEntry("bulk-works", "yes")
        .containsEntry("unknown-custom-field", "ignore")
        .containsEntry("dropdown-mismatch", "null")
        .containsEntry("unknown-reference", "null")
        .containsEntry("inactive-owner", "accept")
        .containsEntry("account-name-unique", "yes")
        .containsEntry("contact-email-required", "yes")
        .containsEntry("deal-amount-required", "yes")
        .containsEntry("lifecycle-automation", "on")
        .containsEntry("lifecycle-read", "values")
        .containsEntry("workflows-fired", "yes")
        .containsEntry("created-at-settable", "no")
        .containsEntry("closed-date-settable", "yes");
    assertThat(Long.parseLong(usual.getOrDefault("index-lag", "0"))).isBetween(2L, 40L);
    assertNothingIsLeft();

    switches(
        """
        {"freshsales.dropdown-form":"id","freshsales.multi-select-read":"text",
         "freshsales.custom-field-put":"merge","freshsales.custom-field-upsert":"replace",
         "freshsales.bulk-dropdown-form":"text","freshsales.unknown-custom-field":"refuse",
         "freshsales.dropdown-mismatch":"refuse","freshsales.unknown-reference":"refuse",
         "freshsales.inactive-owner":"refuse","freshsales.account-name-unique":"off",
         "freshsales.contact-email-required":"off","freshsales.deal-amount-required":"off",
         "freshsales.lifecycle-automation":"off","freshsales.lifecycle-read":"null",
         "freshsales.automations":"off","freshsales.index-lag-millis":"9000"}
        """);
    Map<String, String> unusual = answers(probe());
    assertThat(unusual)
        .containsEntry("dropdown-form", "id")
        .containsEntry("multi-select-form", "id")
        .containsEntry("multi-select-read", "text")
        .containsEntry("custom-field-put", "merge")
        .containsEntry("bulk-custom-field", "replace")
        .containsEntry("bulk-dropdown-form", "text")
        .containsEntry("unknown-custom-field", "refuse")
        .containsEntry("dropdown-mismatch", "refuse")
        .containsEntry("unknown-reference", "refuse")
        .containsEntry("inactive-owner", "refuse")
        .containsEntry("account-name-unique", "no")
        .containsEntry("contact-email-required", "no")
        .containsEntry("deal-amount-required", "no")
        .containsEntry("lifecycle-read", "null")
        .containsEntry("workflows-fired", "no");
    assertThat(Long.parseLong(unusual.getOrDefault("index-lag", "0"))).isBetween(9L, 60L);
    assertNothingIsLeft();
    Habits habits = Habits.of(ledger.read(tables -> tables.promises().all()));
    assertThat(habits.choices()).isEqualTo(Form.ID);
    assertThat(habits.severalChoices()).isEqualTo(Form.ID);
    assertThat(habits.bulkChoices()).isEqualTo(Form.TEXT);
    assertThat(habits.bulkMerges()).isFalse();
    assertThat(destination(habits).indexLag()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void whatAKilledProbeLeftIsFoundByItsMarkAndRemoved() {
    Destination target = destination(Habits.ASSUMED);
    target.schema().read();
    for (Map.Entry<String, TargetModule> lost :
        Map.of(
                "probe-a-1", TargetModule.CONTACTS,
                "probe-a-2", TargetModule.CONTACTS,
                "probe-a-3", TargetModule.SALES_ACCOUNTS,
                "probe-a-4", TargetModule.DEALS)
            .entrySet()) {
      // The power went after the call and before its answer was written down.
      intend(lost.getKey(), lost.getValue());
      create(target, lost.getKey(), lost.getValue());
    }
    intend("probe-a-5", TargetModule.CONTACTS);
    assertThat(live("contacts")).hasSize(2);

    Sweep.Swept swept = new Sweep(target, ledger, new Tempo(SPEED)).run();
    assertThat(swept.left()).isZero();
    assertThat(swept.removed()).isGreaterThanOrEqualTo(4);
    assertNothingIsLeft();
  }

  private void intend(String name, TargetModule module) {
    ledger.record(tables -> tables.canaries().intend(name, module, Clock.systemUTC().instant()));
  }

  private static void create(Destination target, String name, TargetModule module) {
    ObjectName object =
        switch (module) {
          case SALES_ACCOUNTS -> ObjectName.COMPANY;
          case DEALS -> ObjectName.DEAL;
          default -> ObjectName.CONTACT;
        };
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    if (module == TargetModule.CONTACTS) {
      attributes.put("last_name", name).put("email", "pindah-" + name + "@placeholder.invalid");
    } else {
      attributes.put("name", name).put("amount", 1);
    }
    var reply =
        target
            .trials()
            .orElseThrow()
            .create(new Payload(new RecordKey(object, name), module, attributes, List.of()));
    assertThat(reply).isInstanceOf(Reply.Ok.class);
  }

  private Map<String, Promise> probe() {
    Destination target = destination(Habits.ASSUMED);
    ledger.record(tables -> tables.inventories().save(target.schema().read()));
    Tempo tempo = new Tempo(SPEED);
    Map<String, Promise> sheet = new TreeMap<>();
    new ProbeTarget(
            target,
            ledger,
            Clock.systemUTC(),
            tempo,
            tempo::currentTimeNanos,
            (unit, done, total) -> {})
        .run()
        .forEach(promise -> sheet.put(promise.id(), promise));
    assertThat(sheet).hasSize(QUESTIONS);
    return sheet;
  }

  private static Map<String, String> answers(Map<String, Promise> sheet) {
    Map<String, String> answers = new TreeMap<>();
    sheet.forEach((id, promise) -> answers.put(id, promise.answer()));
    return answers;
  }

  private Destination destination(Habits habits) {
    return new FreshsalesDestination(
        new FreshsalesSettings(sandbox.freshsales(), "demo-freshsales-key", Plan.PRO, 1, true),
        Clock.systemUTC(),
        new Tempo(SPEED),
        (product, endpoint) -> {},
        habits);
  }

  private void field(String label, String type, String choices) {
    admin.send(
        "POST",
        "/_sandbox/freshsales/fields",
        """
        {"module":"contacts","label":"%s","type":"%s","choices":[%s]}
        """
            .formatted(label, type, choices));
  }

  private void switches(String settings) {
    assertThat(admin.send("PUT", "/_sandbox/switches", settings).statusCode()).isEqualTo(200);
  }

  private Stream<String> live(String collection) {
    return admin
        .get("/_sandbox/state/freshsales/" + collection)
        .body()
        .lines()
        .filter(row -> !row.isBlank())
        .filter(
            row ->
                !JsonMapper.shared().readTree(row).path("is_deleted").asBoolean(false)
                    && !JsonMapper.shared().readTree(row).path("deleted").asBoolean(false));
  }

  private void assertNothingIsLeft() {
    for (String collection : COLLECTIONS) {
      assertThat(live(collection)).as(collection).isEmpty();
    }
    List<Canary> left = ledger.read(tables -> tables.canaries().left());
    assertThat(left).isEmpty();
  }
}
