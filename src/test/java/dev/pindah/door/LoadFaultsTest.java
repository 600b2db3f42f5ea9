package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Habits;
import dev.pindah.connect.freshsales.FreshsalesDestination;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.http.Tempo;
import dev.pindah.journey.load.Load;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Books;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.schema.Plan;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Size;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * One kind of fault after the other, and one way of the target after the other: afterwards it holds
 * every record once, as its own dump shows, and nothing was sent to anybody. The program brings the
 * records as far as the load once; the load itself then starts anew from there each time. {@link
 * FaultPlansTest} runs the program with all faults. {@code ./check --full} takes the company of
 * 20,000 contacts.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class LoadFaultsTest {
  private static final boolean FULL = Boolean.getBoolean("pindah.full");

  /** Twins in the source, which are held for a person to decide. */
  private static final Map<String, Integer> HELD =
      FULL ? Map.of("companies", 40, "contacts", 300) : Map.of("companies", 2, "contacts", 6);

  /** Companies of 20,000 contacts are too large for several at a time. */
  private static final Semaphore ROOM = new Semaphore(FULL ? 1 : 4);

  @TempDir static Path folder;

  private Rehearsal prepared;
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeAll
  void bringTheRecordsAsFarAsTheLoad() throws IOException {
    prepared = Rehearsal.start(Files.createDirectory(folder.resolve("prepared")), options());
    prepared.ready();
    prepared.program.json(0, "extract");
    prepared.program.json(0, "transform");
  }

  @AfterAll
  void close() {
    prepared.close();
  }

  private static SandboxOptions options() {
    return FULL
        ? Rehearsal.WITH_FILES.withSize(Size.STANDARD)
        : Rehearsal.OPTIONS.withSize(Size.TINY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{method: POST, every: 3, fault: reset-after}",
        "{method: PUT, every: 2, fault: reset-after}",
        "{every: 5, fault: reset-before}",
        "{every: 20, fault: throttle}",
        "{every: 40, fault: throttle, retry-after: 30}",
        "{every: 6, fault: edge-error, status: 500}",
        "{every: 6, fault: edge-error, status: 503}",
        "{every: 6, fault: challenge-page}",
        "{every: 5, fault: truncated-body}",
        "{every: 50, fault: slow-body}",
        "{every: 4, fault: wrong-content-type}",
        "{method: POST, path: '*/bulk_upsert', every: 2, fault: status, status: 405}",
        "{method: POST, path: '*/bulk_upsert', every: 1, fault: reset-before}",
        "{first: 1, fault: index-lag, seconds: 18}",
        "{after: 100, first: 1, fault: quota, per-minute: 60}",
      })
  void everyFaultIsOutlived(String rule) throws IOException {
    ROOM.acquireUninterruptibly();
    try (Rehearsal rehearsal = target(options())) {
      rehearsal.faults("rules:\n  - " + rule.replace("{", "{product: freshsales, ") + "\n");
      holdsAfterLoad(rehearsal);
      assertThat(rehearsal.faultTally().toString()).doesNotContain("\"struck\":0");
    } finally {
      ROOM.release();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "custom-field-put=replace",
        "custom-field-put=merge",
        "bulk-jobs-max=0",
        "bulk-dropdown-form=id",
      })
  void everyWayOfTheTargetIsMet(String choice) throws IOException {
    String[] parts = choice.split("=", 2);
    ROOM.acquireUninterruptibly();
    try (Rehearsal rehearsal = target(options().withSwitch("freshsales." + parts[0], parts[1]))) {
      holdsAfterLoad(rehearsal);
    } finally {
      ROOM.release();
    }
  }

  private Rehearsal target(SandboxOptions options) throws IOException {
    return prepared.again(
        Files.createDirectory(folder.resolve("run-" + runs.incrementAndGet())), options);
  }

  private static void holdsAfterLoad(Rehearsal rehearsal) {
    JsonNode account =
        Json.parse(rehearsal.sandbox.describe())
            .path("products")
            .path("freshsales")
            .path("account");
    Tempo tempo = new Tempo(Rehearsal.SPEED);
    try (Ledger ledger = JdbcLedger.open("pindah.db", rehearsal.folder, Clock.systemUTC())) {
      FreshsalesDestination target =
          new FreshsalesDestination(
              new FreshsalesSettings(
                  rehearsal.sandbox.freshsales(),
                  account.path("apiKey").asString(),
                  Plan.PRO,
                  1,
                  true),
              Clock.systemUTC(),
              tempo,
              (product, endpoint) -> {},
              Habits.ASSUMED);
      new Load(target, ledger, Clock.systemUTC(), tempo, ProgressSink.SILENT).run();
      List<Books> books = ledger.read(tables -> tables.candidates().books());
      assertThat(books).extracting(Books::pending).containsOnly(0L);
    }
    new TargetTruth(rehearsal).holds(HELD);
    assertThat(rehearsal.state("freshsales", "outbox")).isEmpty();
  }
}
