import dev.pindah.connect.Habits;
import dev.pindah.connect.freshsales.FreshsalesDestination;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.http.Tempo;
import dev.pindah.journey.load.Load;
import dev.pindah.journey.reconcile.Reconcile;
import dev.pindah.journey.reconcile.Reconcile.Reconciliation;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.schema.Plan;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads contacts in bulk, then reads them back and compares them: the calls that the comparison
 * takes beside the fewest there can be, its time, and the most heap that the process held in it,
 * the simulated target's included.
 *
 * <p>{@code BENCH_HEAP=512m bench/run ReconcileReads [contacts]}
 */
public final class ReconcileReads {
  private static final int CHUNK = 500;
  private static final int PAGE = 100;
  private static final double SPEED = 1000;

  private ReconcileReads() {}

  public static void main(String[] arguments) throws IOException {
    int contacts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    SandboxOptions options =
        SandboxOptions.standard()
            .withSwitch("freshsales.per-minute", "100000000")
            .withSwitch("freshsales.per-hour", "100000000")
            .withSwitch("freshsales.automations", "off")
            .withSpeed(SPEED);
    Path folder = Files.createTempDirectory("reconcile-reads");
    Tempo tempo = new Tempo(SPEED);
    Clock clock = Clock.systemUTC();
    try (Sandbox sandbox = Sandbox.start(options);
        Ledger ledger = JdbcLedger.open("pindah.db", folder, clock)) {
      FreshsalesDestination target =
          new FreshsalesDestination(
              new FreshsalesSettings(
                  sandbox.freshsales(), "demo-freshsales-key", Plan.ENTERPRISE, 1, true),
              clock,
              tempo,
              (product, endpoint) -> {},
              Habits.ASSUMED);
      long start = System.nanoTime();
      fill(ledger, contacts);
      new Load(target, ledger, clock, tempo, ProgressSink.SILENT).run();
      System.out.printf("loaded in %.1f s%n", (System.nanoTime() - start) / 1e9);
      System.gc();
      long before = target.calls();
      start = System.nanoTime();
      Gauge heap = new Gauge();
      Reconciliation found =
          new Reconcile(target.reader(), ledger, clock, ProgressSink.SILENT).run();
      heap.close();
      long calls = target.calls() - before;
      int floor = (contacts + PAGE - 1) / PAGE;
      System.out.printf(
          "%,d contacts: %,d calls, floor %,d, %.3f times the floor; %.1f s; heap at most %d MB of"
              + " %d MB; %d cells exact; %d errors%n",
          contacts,
          calls,
          floor,
          (double) calls / floor,
          (System.nanoTime() - start) / 1e9,
          heap.most >> 20,
          Runtime.getRuntime().maxMemory() >> 20,
          found.cells().getOrDefault("exact", 0L),
          found.findings().stream()
              .filter(finding -> finding.severity() == Finding.Severity.ERROR)
              .count());
    }
  }

  /** Looks at the heap again and again until it is stopped; the most that was in use. */
  private static final class Gauge implements AutoCloseable {
    private volatile boolean looks = true;
    private volatile long most;
    private final Thread thread = Thread.ofPlatform().daemon().start(this::look);

    private void look() {
      Runtime machine = Runtime.getRuntime();
      while (looks) {
        most = Math.max(most, machine.totalMemory() - machine.freeMemory());
        LockSupport.parkNanos(20_000_000);
      }
    }

    @Override
    public void close() {
      looks = false;
    }
  }

  private static void fill(Ledger ledger, int contacts) {
    for (int from = 1; from <= contacts; from += CHUNK) {
      List<Candidate> chunk = new ArrayList<>();
      for (int number = from; number < from + CHUNK && number <= contacts; number++) {
        chunk.add(contact(number));
      }
      ledger.record(
          tables -> {
            tables.sourceRecords().save(chunk.stream().map(ReconcileReads::source).toList());
            tables.candidates().save(chunk);
          });
    }
  }

  private static SourceRecord source(Candidate contact) {
    String json = contact.attributes().toString();
    return new SourceRecord(
        contact.key(), Optional.empty(), json, Fingerprint.of(json), Instant.EPOCH, true, false);
  }

  private static Candidate contact(int number) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("email", "s" + number + "@contoh.example").put("first_name", "Sari");
    row.put("last_name", "Wulandari " + number).put("mobile_number", "+6281234567001");
    row.put("city", "Bandung").put("job_title", "Procurement");
    List<Cell> cells =
        row.propertyNames().stream()
            .map(name -> new Cell(name, name, new Verdict.Exact()))
            .toList();
    return new Candidate(
        new RecordKey(ObjectName.CONTACT, Integer.toString(number)),
        Step.RECORD,
        TargetModule.CONTACTS,
        row,
        List.of(),
        RecordState.READY,
        "",
        cells);
  }
}
