package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.KeptCell;
import dev.pindah.model.KeptCell.State;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store must do with everything else. */
abstract class LedgerContract extends AuditContract {
  @Test
  void wishesAreCarriedOutInOrderAndNeverTwiceAtOnce() {
    Request first = ledger.write(tables -> tables.requests().ask("run", "", ODD, NOW));
    ledger.write(tables -> tables.requests().ask("retry", "uploads/a.csv", "Budi", NOW));
    Request again = ledger.write(tables -> tables.requests().ask("run", "", "Budi", NOW));
    assertThat(again).isEqualTo(first);
    Request next = ledger.read(tables -> tables.requests().next()).orElseThrow();
    assertThat(next.by()).isEqualTo(ODD);
    ledger.record(tables -> tables.requests().move(next, Requests.State.RUNNING, "", NOW));
    reopen();
    int stopped = ledger.write(tables -> tables.requests().stopUnfinished(NOW));
    assertThat(stopped).isEqualTo(1);
    assertThatThrownBy(
            () ->
                ledger.record(
                    tables -> tables.requests().move(next, Requests.State.DONE, "{}", NOW)))
        .isInstanceOf(LedgerException.class);
    List<Request> latest = ledger.read(tables -> tables.requests().latest(10));
    assertThat(latest.stream().map(request -> request.wish() + " " + request.state().wire()))
        .containsExactly("retry asked", "run stopped");
    Request after = ledger.write(tables -> tables.requests().ask("run", "", "Budi", NOW));
    assertThat(after.number()).isGreaterThan(first.number());
  }

  @Test
  void keptCellsAreReplacedAndForgotten() {
    KeptCell kept = new KeptCell(contact(1), Step.RECORD, "job_title", State.CONFLICT, "1", "2");
    KeptCell other = new KeptCell(contact(2), Step.RECORD, "job_title", State.EDITED, "", ODD);
    ledger.record(tables -> tables.keptCells().save(List.of(other, kept)));
    ledger.record(tables -> tables.keptCells().save(List.of(kept.as(State.TARGET))));
    reopen();
    assertThat(ledger.<List<KeptCell>>read(tables -> tables.keptCells().all()))
        .containsExactly(kept.as(State.TARGET), other);
    ledger.record(tables -> tables.keptCells().remove(List.of(kept)));
    assertThat(ledger.<List<KeptCell>>read(tables -> tables.keptCells().all()))
        .containsExactly(other);
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
    ledger.record(tables -> tables.sourceRecords().save(List.of(gone.tombstone(later))));
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CONTACT)))
        .isEqualTo(1);
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
    Set<String> known =
        ledger.read(
            tables -> tables.targetRecords().keys(Reading.BEFORE, TargetModule.CONTACTS, "email"));
    assertThat(known).contains("b@contoh.example");
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

  /** Works that nobody waits for are tried together first. */
  @Test
  void oneFailureSpoilsNobodyElseThatWritesSoon() {
    List<CompletableFuture<Boolean>> works = new ArrayList<>();
    for (int number = 0; number < 400; number++) {
      int mine = number;
      works.add(
          ledger.writeSoon(
              tables -> {
                tables.sourceRecords().save(List.of(source(contact(mine), "x", NOW)));
                if (mine % 100 == 3) {
                  throw new LedgerException("takes itself back");
                }
                return true;
              }));
    }
    CompletableFuture.allOf(works.toArray(CompletableFuture[]::new))
        .handle((all, one) -> true)
        .join();
    assertThat(works.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(4);
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CONTACT)))
        .isEqualTo(396);
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
