package dev.pindah.journey.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.TargetReader;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanAheadTest {
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

  private void ready(ObjectName object, TargetModule module, String id, Link... links) {
    ready(object, Step.RECORD, module, id, links);
  }

  private void ready(ObjectName object, Step step, TargetModule module, String id, Link... links) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("name", "PT " + id).put("file_name", "foto.jpg").put("bytes", 7);
    attributes.put("email", id + "@x.test");
    Candidate candidate =
        new Candidate(
            new RecordKey(object, id),
            step,
            module,
            attributes,
            List.of(links),
            RecordState.READY,
            "",
            List.of());
    ledger.record(tables -> tables.candidates().save(List.of(candidate)));
  }

  /** Ids and how many wait, chunk by chunk. */
  private List<String> chunks(ObjectName object, int size) {
    return chunks(new Load.Phase(object, Step.RECORD), size, PlanAheadTest::told);
  }

  private static String told(PlanAhead.Chunk chunk) {
    return chunk.plans().stream().map(plan -> plan.stored().candidate().key().id()).toList()
        + " "
        + chunk.waiting();
  }

  private List<String> chunks(Load.Phase phase, int size, Function<PlanAhead.Chunk, String> tell) {
    List<String> told = new ArrayList<>();
    try (PlanAhead ahead = new PlanAhead(ledger, phase, size, due -> {})) {
      Optional<PlanAhead.Chunk> chunk = ahead.next(() -> {});
      while (chunk.isPresent()) {
        told.add(tell.apply(chunk.get()));
        chunk = ahead.next(() -> {});
      }
    }
    return told;
  }

  @Test
  void everyRecordIsInOneChunk() {
    for (int id = 1; id <= 5; id++) {
      ready(ObjectName.CONTACT, TargetModule.CONTACTS, "" + id);
    }
    assertThat(chunks(ObjectName.CONTACT, 2)).containsExactly("[1, 2] 0", "[3, 4] 0", "[5] 0");
  }

  @Test
  void aCompanyWaitsForItsParentAlsoForOneOfALaterChunk() {
    Link parent = new Link(Role.PARENT, new RecordKey(ObjectName.COMPANY, "9"));
    ready(ObjectName.COMPANY, TargetModule.SALES_ACCOUNTS, "1", parent);
    ready(ObjectName.COMPANY, TargetModule.SALES_ACCOUNTS, "9");
    assertThat(chunks(ObjectName.COMPANY, 1)).containsExactly("[] 1", "[9] 0");
  }

  private static String kinds(PlanAhead.Chunk chunk) {
    return chunk.plans().stream()
        .map(
            plan ->
                plan instanceof Plan.Stop stop
                    ? stop.state() + " " + stop.reason()
                    : plan.getClass().getSimpleName())
        .toList()
        .toString();
  }

  /** The target has one person with the addresses of two. */
  @Test
  void aRecordOfTheTargetIsTakenOnceAlsoFromOneChunkToTheNext() {
    Map<String, List<String>> keys = Map.of(TargetReader.EMAIL, List.of("1@x.test", "2@x.test"));
    TargetRecord both =
        new TargetRecord(TargetModule.CONTACTS, "77", "{\"id\":77}", keys, Instant.EPOCH);
    ledger.record(tables -> tables.targetRecords().save(Reading.BEFORE, List.of(both)));
    ready(ObjectName.CONTACT, TargetModule.CONTACTS, "1");
    ready(ObjectName.CONTACT, TargetModule.CONTACTS, "2");
    Load.Phase phase = new Load.Phase(ObjectName.CONTACT, Step.RECORD);
    String taken = "HELD target-taken: its place on the target is that of contact 1";
    assertThat(chunks(phase, 10, PlanAheadTest::kinds)).containsExactly("[Update, " + taken + "]");
    assertThat(chunks(phase, 1, PlanAheadTest::kinds))
        .containsExactly("[Update]", "[" + taken + "]");
  }

  /** A deal that stands and lacks its contact, which was held then and has come since. */
  @Test
  void whatStandsAsItWasWrittenIsOnlyLinked() {
    RecordKey contact = new RecordKey(ObjectName.CONTACT, "9");
    ready(ObjectName.DEAL, TargetModule.DEALS, "1", new Link(Role.CONTACT, contact));
    RecordKey deal = new RecordKey(ObjectName.DEAL, "1");
    String hash =
        ledger.read(
            tables -> tables.candidates().find(deal, Step.RECORD).orElseThrow().payloadHash());
    ledger.record(
        tables ->
            tables
                .crosswalk()
                .save(
                    List.of(
                        new Pair(deal, TargetModule.DEALS, "71", true, "", hash),
                        new Pair(contact, TargetModule.CONTACTS, "72", true, "", "h"))));
    assertThat(
            chunks(
                new Load.Phase(ObjectName.DEAL, Step.RECORD),
                1,
                chunk ->
                    chunk.plans().getFirst() instanceof Plan.Update update
                        ? update.payload().attributes() + " " + update.payload().links()
                        : "no update"))
        .containsExactly("{} [ResolvedLink[role=CONTACT, targetId=72]]");
  }

  /** Somebody made the person on the target while the migration ran; a later reading shows it. */
  @Test
  void whoWasMadeOnTheTargetMeanwhileIsNotMadeAgain() {
    Map<String, List<String>> keys = Map.of(TargetReader.EMAIL, List.of("1@x.test"));
    TargetRecord made =
        new TargetRecord(TargetModule.CONTACTS, "78", "{\"id\":78}", keys, Instant.EPOCH);
    ready(ObjectName.CONTACT, TargetModule.CONTACTS, "1");
    Load.Phase phase = new Load.Phase(ObjectName.CONTACT, Step.RECORD);
    assertThat(chunks(phase, 1, PlanAheadTest::kinds)).containsExactly("[Create]");
    ledger.record(tables -> tables.targetRecords().save(Reading.AFTER, List.of(made)));
    assertThat(chunks(phase, 1, PlanAheadTest::kinds)).containsExactly("[Update]");
    // It is gone again, as a look at it has shown.
    ledger.record(
        tables ->
            tables
                .targetRecords()
                .save(
                    Reading.BEFORE,
                    List.of(
                        new TargetRecord(
                            TargetModule.CONTACTS, "78", "{}", Map.of(), Instant.EPOCH))));
    assertThat(chunks(phase, 1, PlanAheadTest::kinds)).containsExactly("[Create]");
  }

  @Test
  void aLaterStepOfARecordThatNeverGotThereMakesNone() {
    ready(ObjectName.DEAL, Step.CLOSING, TargetModule.DEALS, "1");
    assertThat(chunks(new Load.Phase(ObjectName.DEAL, Step.CLOSING), 10, PlanAheadTest::kinds))
        .containsExactly("[HELD record-not-on-target]");
  }

  /**
   * A file that stays for the next pass must not count as part of a circle that has to be broken.
   */
  @Test
  void aTwinOfAFileIsLeftForAnotherPassAndWaitsForNoParent() {
    Link deal = new Link(Role.DEAL, new RecordKey(ObjectName.DEAL, "1"));
    ready(ObjectName.FILE, TargetModule.FILES, "a", deal);
    ready(ObjectName.FILE, TargetModule.FILES, "b", deal);
    assertThat(chunks(ObjectName.FILE, 10)).containsExactly("[a] 0");
    assertThat(chunks(ObjectName.FILE, 1)).containsExactly("[a] 0", "[] 0");
  }
}
