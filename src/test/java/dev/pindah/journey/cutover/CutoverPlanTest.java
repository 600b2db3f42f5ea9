package dev.pindah.journey.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.cutover.CutoverPlan.Task;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.WatchLooks.Look;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Gate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CutoverPlanTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  /** A Thursday; late in the evening it is Friday in Jakarta. */
  private Instant now = Instant.parse("2026-11-26T20:00:00Z");

  @TempDir Path folder;
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private void record(ObjectName object, String id, String json) {
    SourceRecord record =
        new SourceRecord(
            new RecordKey(object, id),
            Optional.empty(),
            json,
            Fingerprint.of(JsonMapper.shared().readTree(json)),
            now,
            true,
            false);
    ledger.record(tables -> tables.sourceRecords().save(List.of(record)));
  }

  private void channel() {
    record(
        ObjectName.CHANNEL,
        "c1",
        """
        {"id":"c1","target_channel":"wa_cloud",
         "settings":{"account_name":"CS 100% Contoh","phone_number":"+62 811-0000-0001"}}\
        """);
  }

  private void decide(String kind, String subject, String reason) {
    ledger.record(tables -> tables.decisions().append(kind, subject, "Tester", reason, now));
  }

  private List<Task> plan(Set<Gate> open) {
    return new CutoverPlan(ledger, clock(), JAKARTA).tasks(open::contains);
  }

  private static List<String> gates(List<Task> tasks) {
    return tasks.stream().map(Task::gate).filter(gate -> !gate.isEmpty()).toList();
  }

  private static LocalDate until(List<Task> tasks, Gate gate) {
    return tasks.stream()
        .filter(task -> task.gate().equals(gate.id()))
        .map(Task::until)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutWhatsAppNobodyIsAskedForANumber() {
    List<Task> tasks = plan(EnumSet.allOf(Gate.class));
    assertThat(gates(tasks)).doesNotContain("waba-offboarding", "waba-released").hasSize(11);
    assertThat(tasks).isSortedAccordingTo((a, b) -> a.until().compareTo(b.until()));
    assertThat(tasks.getFirst().until()).isAfterOrEqualTo(LocalDate.of(2026, 11, 27));
  }

  @Test
  void datesAreCountedBackFromTheDayOfTheChangeOverWorkingDays() {
    channel();
    decide("question-answered", CutoverPlan.DAY, "2026-12-14");
    List<Task> tasks =
        plan(
            EnumSet.of(
                Gate.WABA_OFFBOARDING,
                Gate.WABA_RELEASED,
                Gate.SOURCE_FROZEN,
                Gate.BUSINESS_SIGN_OFF,
                Gate.WATCH_CLOSED));
    assertThat(until(tasks, Gate.SOURCE_FROZEN)).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(until(tasks, Gate.WABA_RELEASED)).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(until(tasks, Gate.WABA_OFFBOARDING)).isEqualTo(LocalDate.of(2026, 12, 7));
    assertThat(until(tasks, Gate.WATCH_CLOSED)).isEqualTo(LocalDate.of(2026, 12, 17));
    assertThat(tasks).extracting(Task::what).anyMatch(what -> what.contains("two-step"));
  }

  @Test
  void aProviderThatWantsTheNumberFirstMovesTheReleaseBeforeTheLoad() {
    channel();
    decide("question-answered", Whatsapp.OFFBOARD_FIRST, "yes");
    assertThat(gates(plan(EnumSet.allOf(Gate.class))))
        .containsSubsequence("waba-offboarding", "waba-released", "sample-accepted");
  }

  @Test
  void theMarketingFlagFollowsTheDayOfRegistration() {
    channel();
    Whatsapp whatsapp = new Whatsapp(ledger);
    assertThat(whatsapp.marketingMessages()).isEmpty();
    decide("question-answered", Whatsapp.REGISTERED, "2025-08-31");
    assertThat(whatsapp.marketingMessages()).hasValue(false);
    decide("question-answered", Whatsapp.REGISTERED, "2025-09-01");
    assertThat(whatsapp.marketingMessages()).hasValue(true);
    assertThat(plan(EnumSet.of(Gate.WABA_OFFBOARDING)))
        .extracting(Task::what)
        .anyMatch(what -> what.contains("Marketing Messages API"));
  }

  @Test
  void theQuotaCountsTheMonthInTheZoneOfTheAccount() {
    record(
        ObjectName.BROADCAST,
        "b1",
        """
        {"id":"b1","send_at":"2026-11-30T20:00:00.000Z",
         "message_status_count":{"sent":5,"read":2,"failed":"1"}}\
        """);
    record(
        ObjectName.BROADCAST,
        "b2",
        """
        {"id":"b2","send_at":"2026-11-30T10:00:00.000Z","message_status_count":{"sent":40}}\
        """);
    decide("question-answered", Whatsapp.QUOTA, "1000");
    Whatsapp.Quota quota = new Whatsapp(ledger).quota(YearMonth.of(2026, 12), JAKARTA);
    assertThat(quota.sent()).isEqualTo(8);
    assertThat(quota.left()).hasValue(992L);
    assertThat(quota.resetsOn()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void theNumberStaysUntilEverythingIsReconciled() {
    Offboarding offboarding = new Offboarding(ledger);
    assertThat(offboarding.unreconciled()).as("nobody knows of a number yet").hasSize(2);
    ledger.record(tables -> tables.slices().save(new Progress("extract", "all", "", 0, true)));
    assertThat(offboarding.unreconciled()).as("no number, nothing to lose").isEmpty();
    channel();
    decide("gate-waived", "gate:export-reconciled", "no time");
    assertThat(offboarding.unreconciled()).hasSize(1);
    decide("gate-passed", "gate:export-reconciled", "the books balance");
    assertThat(offboarding.unreconciled()).isEmpty();
    gap("chat", "not-allowed");
    gap("list", "no-such-list");
    gap("deal", "unreadable");
    assertThat(offboarding.unreconciled()).containsExactly("chat not-allowed");
  }

  @Test
  void whoHasToReleaseFirstNeedsTheWholeExtractOnly() {
    channel();
    decide("question-answered", Whatsapp.OFFBOARD_FIRST, "yes");
    Offboarding offboarding = new Offboarding(ledger);
    assertThat(offboarding.unreconciled()).hasSize(1);
    ledger.record(tables -> tables.slices().save(new Progress("extract", "all", "", 0, true)));
    assertThat(offboarding.unreconciled()).isEmpty();
  }

  private void gap(String object, String code) {
    ledger.record(
        tables ->
            tables
                .findings()
                .add(
                    "extract:" + object,
                    new Finding(code, Severity.WARNING, object, "", "", "said")));
  }

  @Test
  void theMailNamesAddressAndNumber() {
    channel();
    Offboarding.Mail mail = new Offboarding(ledger).mail("contoh-2026", "PT Contoh");
    assertThat(mail.to()).isEqualTo("support-qontak@mekari.com");
    assertThat(mail.body())
        .contains("+62 811-0000-0001, CS 100% Contoh (WhatsApp Cloud API)")
        .contains("Company name: PT Contoh")
        .contains("contoh-2026");
  }

  @Test
  void theWatchBelongsToTheSignOff() {
    Instant signed = now;
    WatchWindow window = new WatchWindow(signed, clock(), 1);
    assertThat(window.over()).isFalse();
    assertThat(window.pause(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    now = signed.plus(Duration.ofHours(71)).plus(Duration.ofMinutes(30));
    window = new WatchWindow(signed, clock(), 1);
    assertThat(window.over()).isFalse();
    assertThat(window.pause(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(30));
    now = signed.plus(Duration.ofDays(3));
    assertThat(new WatchWindow(signed, clock(), 1).over()).isTrue();
  }

  @Test
  void peopleHearOfNewsOnly() {
    Look quiet = new Look(now, 3, 0, 0, true);
    Look broken = new Look(now.plusSeconds(60), 3, 2, 0, true);
    Look away = new Look(now.plusSeconds(120), 0, 0, 0, false);
    assertThat(WatchWindow.news(List.of(quiet), false)).isEmpty();
    assertThat(WatchWindow.news(List.of(quiet, broken), false)).hasValue("something is broken");
    assertThat(WatchWindow.news(List.of(broken, broken), false)).isEmpty();
    assertThat(WatchWindow.news(List.of(quiet, away), false)).hasValue("a side cannot be reached");
    assertThat(WatchWindow.news(List.of(quiet), true))
        .hasValueSatisfying(news -> assertThat(news).contains("without damage"));
  }

  @Test
  void theLooksOutliveTheProcess() {
    ledger.record(tables -> tables.watchLooks().save(new Look(now, 1, 2, 3, true)));
    ledger.close();
    ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
    assertThat(ledger.<List<Look>>read(tables -> tables.watchLooks().since(now)))
        .containsExactly(new Look(now, 1, 2, 3, true));
  }

  @Test
  void whoStillWritesIsNamedByTheNewestEvent() {
    record(
        ObjectName.CONTACT, "1", "{\"id\":1,\"creator_name\":\"Ani Demo\",\"first_name\":\"x\"}");
    record(ObjectName.CONTACT, "2", "{\"id\":2,\"creator_name\":\"Ani Demo\"}");
    SourceRecord event =
        new SourceRecord(
            new RecordKey(ObjectName.TIMELINE, "contact-1-a"),
            Optional.of(new RecordKey(ObjectName.CONTACT, "1")),
            "{\"who\":\"Budi Demo\",\"when\":\"2026-11-26 15:00:00 +0700\"}",
            "h",
            now,
            true,
            false);
    ledger.record(tables -> tables.sourceRecords().save(List.of(event)));
    assertThat(
            new Writers(ledger)
                .of(
                    List.of(
                        new RecordKey(ObjectName.CONTACT, "1"),
                        new RecordKey(ObjectName.CONTACT, "2"))))
        .containsExactlyInAnyOrder(
            new Writers.Writer("Budi Demo", true, 1), new Writers.Writer("Ani Demo", false, 1));
  }
}
