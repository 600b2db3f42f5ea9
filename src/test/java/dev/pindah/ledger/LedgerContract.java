package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Attempts.Intention;
import dev.pindah.ledger.Attempts.Verb;
import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What every store must do. */
abstract class LedgerContract {
  static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");
  private static final String ODD = "Bu Sari \"🚚\" O'Neil; DROP TABLE move; --\n\tñ汉字";

  @TempDir Path folder;
  private Ledger ledger = JdbcLedger.open(":memory:", Path.of(""), Clock.systemUTC());

  /** File name or JDBC URL of an empty store. */
  abstract String where() throws SQLException;

  /** The same store once more. */
  abstract String again();

  /** For tampering behind the ledger's back. */
  abstract String url();

  @BeforeEach
  void open() throws SQLException {
    ledger.close();
    ledger = JdbcLedger.open(where(), folder, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void reopen() {
    ledger.close();
    ledger = JdbcLedger.open(again(), folder, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static RecordKey contact(int number) {
    return new RecordKey(ObjectName.CONTACT, "c" + number);
  }

  private static SourceRecord source(RecordKey key, String text, Instant at) {
    String json = JsonMapper.shared().createObjectNode().put("name", text).toString();
    return new SourceRecord(key, json, Fingerprint.of(json), at, false);
  }

  private static Candidate candidate(RecordKey key, String name) {
    return new Candidate(
        key,
        Step.RECORD,
        TargetModule.CONTACTS,
        JsonMapper.shared().createObjectNode().put("first_name", name),
        List.of(new Link(Link.Role.ACCOUNT, new RecordKey(ObjectName.COMPANY, "9"))),
        RecordState.READY,
        "",
        List.of(
            new Cell("first_name", "first_name", new Verdict.Exact()),
            new Cell("photo", null, new Verdict.Documented("no place"))));
  }

  private void save(Candidate... candidates) {
    ledger.record(tables -> tables.candidates().save(List.of(candidates)));
  }

  private RecordState state(RecordKey key) {
    return ledger.read(tables -> tables.candidates().find(key, Step.RECORD).orElseThrow().state());
  }

  private void move(RecordKey key, RecordState from, RecordState to) {
    ledger.record(
        tables -> tables.candidates().move(List.of(key), Step.RECORD, from, to, "because"));
  }

  @Test
  void rawRecordsComeBackAsTheyWere() {
    SourceRecord record = source(contact(1), ODD, NOW);
    assertThat(ledger.<Integer>write(tables -> tables.sourceRecords().save(List.of(record))))
        .isEqualTo(1);
    assertThat(ledger.<Integer>write(tables -> tables.sourceRecords().save(List.of(record))))
        .as("nothing changed")
        .isZero();
    reopen();
    assertThat(
            ledger.<Optional<SourceRecord>>read(tables -> tables.sourceRecords().find(contact(1))))
        .contains(record);
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CONTACT)))
        .isEqualTo(1);
  }

  @Test
  void pagesGoThroughAllOnce() {
    List<SourceRecord> records =
        Stream.iterate(0, number -> number + 1)
            .limit(1234)
            .map(number -> source(contact(number), "n" + number, NOW))
            .toList();
    ledger.record(tables -> tables.sourceRecords().save(records));
    List<String> seen = new ArrayList<>();
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(ObjectName.CONTACT, from, 100));
      if (page.isEmpty()) {
        break;
      }
      page.forEach(record -> seen.add(record.key().id()));
      after = page.getLast().key().id();
    }
    assertThat(seen).hasSize(1234).doesNotHaveDuplicates();
  }

  @Test
  void tombstonesLeaveCountsAndPages() {
    Instant later = NOW.plusSeconds(60);
    ledger.record(
        tables ->
            tables
                .sourceRecords()
                .save(List.of(source(contact(1), "a", NOW), source(contact(2), "b", NOW))));
    ledger.record(tables -> tables.sourceRecords().save(List.of(source(contact(2), "b", later))));
    assertThat(
            ledger.<Long>read(
                tables -> tables.sourceRecords().seenSince(ObjectName.CONTACT, later)))
        .isEqualTo(1);
    List<SourceRecord> unseen =
        ledger.read(
            tables -> tables.sourceRecords().unseenSince(ObjectName.CONTACT, later, "", 10));
    assertThat(unseen).extracting(SourceRecord::key).containsExactly(contact(1));
    SourceRecord gone = unseen.getFirst();
    ledger.record(
        tables ->
            tables
                .sourceRecords()
                .save(
                    List.of(new SourceRecord(gone.key(), gone.json(), gone.hash(), later, true))));
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CONTACT)))
        .isEqualTo(1);
  }

  @Test
  void everyMoveIsAllowedOrRefusedAndKept() {
    for (RecordState from : RecordState.values()) {
      for (RecordState to : RecordState.values()) {
        RecordKey key = new RecordKey(ObjectName.DEAL, from + "-" + to);
        Candidate start = candidate(key, "x");
        save(
            new Candidate(
                key,
                Step.RECORD,
                start.module(),
                start.attributes(),
                start.links(),
                from,
                "start",
                start.cells()));
        if (Moves.allowed(from, to)) {
          move(key, from, to);
          assertThat(state(key)).isEqualTo(to);
          assertThat(ledger.<List<String>>read(tables -> tables.history().moves(key)))
              .containsExactly(from + "->" + to);
        } else {
          assertThatThrownBy(() -> move(key, from, to)).isInstanceOf(LedgerException.class);
          assertThat(state(key)).isEqualTo(from);
        }
      }
    }
  }

  @Test
  void aMoveFromTheWrongStateTakesBackTheWholeWork() {
    save(candidate(contact(1), "a"), candidate(contact(2), "b"));
    move(contact(2), RecordState.READY, RecordState.INTENDED);
    assertThatThrownBy(
            () ->
                ledger.record(
                    tables ->
                        tables
                            .candidates()
                            .move(
                                List.of(contact(1), contact(2)),
                                Step.RECORD,
                                RecordState.READY,
                                RecordState.INTENDED,
                                "")))
        .isInstanceOf(LedgerException.class);
    assertThat(state(contact(1))).isEqualTo(RecordState.READY);
    assertThat(ledger.<List<String>>read(tables -> tables.history().moves(contact(1)))).isEmpty();
  }

  @Test
  void savingTheSameKeepsTheStateAndAnotherStartsAnew() {
    save(candidate(contact(1), "a"));
    move(contact(1), RecordState.READY, RecordState.CREATED);
    save(candidate(contact(1), "a"));
    assertThat(state(contact(1))).isEqualTo(RecordState.CREATED);
    save(candidate(contact(1), "b"));
    assertThat(state(contact(1))).isEqualTo(RecordState.READY);
  }

  @Test
  void aChangeDoesNotHideAWriteThatIsUnderWay() {
    save(candidate(contact(1), "a"));
    move(contact(1), RecordState.READY, RecordState.INTENDED);
    save(candidate(contact(1), "b"));
    assertThat(state(contact(1))).isEqualTo(RecordState.INTENDED);
    assertThat(
            ledger.<String>read(
                tables ->
                    tables
                        .candidates()
                        .find(contact(1), Step.RECORD)
                        .orElseThrow()
                        .candidate()
                        .attributes()
                        .path("first_name")
                        .asString()))
        .isEqualTo("b");
  }

  @Test
  void candidatesComeBackAsTheyWere() {
    Candidate odd = candidate(contact(1), ODD);
    save(odd);
    assertThat(
            ledger.<Candidate>read(
                tables ->
                    tables.candidates().find(contact(1), Step.RECORD).orElseThrow().candidate()))
        .isEqualTo(odd);
  }

  @Test
  void booksCountEveryBucket() {
    ledger.record(
        tables -> {
          for (int number = 1; number <= 4; number++) {
            tables.sourceRecords().save(List.of(source(contact(number), "x", NOW)));
          }
        });
    save(candidate(contact(1), "a"), candidate(contact(2), "b"), candidate(contact(3), "c"));
    move(contact(1), RecordState.READY, RecordState.CREATED);
    move(contact(2), RecordState.READY, RecordState.HELD);
    Books books = ledger.<List<Books>>read(tables -> tables.candidates().books()).getFirst();
    assertThat(books).isEqualTo(new Books(ObjectName.CONTACT, 4, 1, 0, 0, 0, 0, 1, 2));
    assertThat(books.balanced()).isFalse();
    assertThat(
            ledger.<Map<String, Long>>read(
                tables -> tables.candidates().reasons(ObjectName.CONTACT, RecordState.HELD)))
        .isEqualTo(Map.of("because", 1L));
  }

  @Test
  void intentionsStayOpenUntilAnswered() {
    save(candidate(contact(1), "a"), candidate(contact(2), "b"));
    List<Intention> intentions =
        Stream.of(1, 2)
            .map(
                number ->
                    new Intention(
                        contact(number),
                        Step.RECORD,
                        Verb.CREATE,
                        TargetModule.CONTACTS,
                        "",
                        "hash" + number,
                        NOW))
            .toList();
    ledger.record(tables -> tables.attempts().intend(intentions));
    reopen();
    assertThat(unresolved()).isEqualTo(intentions);
    ledger.record(
        tables -> {
          tables
              .attempts()
              .answer(contact(1), Step.RECORD, Answer.DONE, "77", "", NOW.plusSeconds(1));
          tables
              .candidates()
              .move(
                  List.of(contact(1)), Step.RECORD, RecordState.INTENDED, RecordState.CREATED, "");
          tables
              .attempts()
              .answer(contact(2), Step.RECORD, Answer.LOST, "", "cut", NOW.plusSeconds(1));
          tables
              .candidates()
              .move(
                  List.of(contact(2)),
                  Step.RECORD,
                  RecordState.INTENDED,
                  RecordState.UNKNOWN,
                  "cut");
        });
    assertThat(unresolved()).extracting(Intention::key).containsExactly(contact(2));
  }

  private List<Intention> unresolved() {
    return ledger.read(tables -> tables.attempts().unresolved(ObjectName.CONTACT, Step.RECORD));
  }

  @Test
  void theFirstBeforeImageAndMakerStay() {
    Pair first = new Pair(contact(1), TargetModule.CONTACTS, "77", false, "{\"a\":1}", "h1");
    ledger.record(tables -> tables.crosswalk().save(List.of(first)));
    ledger.record(
        tables ->
            tables
                .crosswalk()
                .save(
                    List.of(
                        new Pair(
                            contact(1), TargetModule.CONTACTS, "77", true, "{\"a\":2}", "h2"))));
    Pair now = ledger.<Pair>read(tables -> tables.crosswalk().find(contact(1)).orElseThrow());
    assertThat(now.before()).isEqualTo("{\"a\":1}");
    assertThat(now.ours()).isFalse();
    assertThat(now.payloadHash()).isEqualTo("h2");
    assertThat(
            ledger.<Pair>read(
                tables -> tables.crosswalk().byTarget(TargetModule.CONTACTS, "77").orElseThrow()))
        .isEqualTo(now);
  }

  @Test
  void targetRecordsAreFoundByTheirKeys() {
    TargetRecord record =
        new TargetRecord(
            TargetModule.CONTACTS,
            "77",
            "{\"id\":77}",
            Map.of("email", List.of("a@contoh.example", "b@contoh.example")),
            NOW);
    ledger.record(tables -> tables.targetRecords().save(Reading.BEFORE, List.of(record)));
    ledger.record(tables -> tables.targetRecords().save(Reading.BEFORE, List.of(record)));
    assertThat(byEmail(Reading.BEFORE)).containsExactly(record);
    assertThat(byEmail(Reading.AFTER)).isEmpty();
    ledger.record(tables -> tables.targetRecords().clear(Reading.BEFORE, TargetModule.CONTACTS));
    assertThat(byEmail(Reading.BEFORE)).isEmpty();
  }

  private List<TargetRecord> byEmail(Reading reading) {
    return ledger.read(
        tables ->
            tables
                .targetRecords()
                .byKey(reading, TargetModule.CONTACTS, "email", "b@contoh.example"));
  }

  @Test
  void findingsSlicesCallsAndCellsAreReplacedOrAdded() {
    Finding finding = new Finding("code", Severity.ERROR, "contact", "1", "name", ODD);
    ledger.record(
        tables -> {
          tables.findings().replace("reconcile", List.of(finding, finding));
          tables.findings().replace("reconcile", List.of(finding));
          tables.slices().save(new Progress("extract", "contact", "p1", 5, false));
          tables.slices().save(new Progress("extract", "contact", "p2", 9, true));
          tables.callCounts().add(Product.QONTAK, "/contacts", 2);
          tables.callCounts().add(Product.QONTAK, "/contacts", 3);
          tables.cellCounts().replace(List.of(new CellCount(ObjectName.DEAL, "a", "exact", 1)));
          tables.cellCounts().replace(List.of(new CellCount(ObjectName.DEAL, "b", "exact", 2)));
        });
    ledger.record(
        tables -> {
          assertThat(tables.findings().byStage()).isEqualTo(Map.of("reconcile", List.of(finding)));
          assertThat(tables.slices().find("extract", "contact"))
              .contains(new Progress("extract", "contact", "p2", 9, true));
          assertThat(tables.callCounts().total(Product.QONTAK)).isEqualTo(5);
          assertThat(tables.cellCounts().all())
              .containsExactly(new CellCount(ObjectName.DEAL, "b", "exact", 2));
          tables.slices().reset("extract");
          assertThat(tables.slices().find("extract", "contact")).isEmpty();
        });
  }

  @Test
  void aTamperedDecisionIsFound() throws SQLException {
    for (int number = 1; number <= 5; number++) {
      String reason = ODD + number;
      ledger.record(
          tables -> tables.decisions().append("gate-passed", "gate:x", "Rina", reason, NOW));
    }
    assertThat(ledger.<Boolean>read(tables -> tables.decisions().firstBroken().isEmpty())).isTrue();
    try (Connection connection = DriverManager.getConnection(url())) {
      connection
          .createStatement()
          .executeUpdate("UPDATE decision SET decided_by = 'Budi' WHERE number = 3");
    }
    assertThat(ledger.<Optional<Long>>read(tables -> tables.decisions().firstBroken()))
        .contains(3L);
  }

  @Test
  void manyWritersShareCommitsAndOneFailureSpoilsNobodyElse() {
    List<Future<Boolean>> works = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < 400; number++) {
        int mine = number;
        works.add(
            threads.submit(
                () ->
                    ledger.write(
                        tables -> {
                          tables.sourceRecords().save(List.of(source(contact(mine), "x", NOW)));
                          if (mine % 10 == 3) {
                            throw new LedgerException("takes itself back");
                          }
                          return true;
                        })));
      }
    }
    assertThat(works.stream().filter(work -> work.state() == Future.State.FAILED)).hasSize(40);
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CONTACT)))
        .isEqualTo(360);
  }

  @Test
  void readersCannotWrite() {
    assertThatThrownBy(
            () ->
                ledger.read(
                    tables -> tables.sourceRecords().save(List.of(source(contact(1), "x", NOW)))))
        .isInstanceOf(RuntimeException.class);
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CONTACT)))
        .isZero();
  }
}
