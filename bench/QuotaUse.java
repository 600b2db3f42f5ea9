import dev.pindah.connect.Habits;
import dev.pindah.connect.freshsales.FreshsalesDestination;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.http.Tempo;
import dev.pindah.journey.load.Load;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Plan;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of the account's limit a load of single writes uses, and how often it is told that it was
 * one call too many. The clocks of both sides run faster; the product knows the plan and the
 * answers' headers. The minute of learning begins with the first refusal.
 *
 * <p>{@code bench/run QuotaUse [hours] [speed] [per-minute] [share]}
 */
public final class QuotaUse {
  private static final int HOURLY = 1_000;
  private static final int CHUNK = 500;

  private QuotaUse() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int hours = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
    double speed = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 120;
    int minutely = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 400;
    double share = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0.9;
    double binding = Math.min(HOURLY, minutely * 60.0) * share;
    int contacts = (int) (hours * binding);
    Path folder = Files.createTempDirectory("quota-use");
    Tempo tempo = new Tempo(speed);
    Clock clock = Clock.systemUTC();
    try (Sandbox sandbox =
            Sandbox.start(
                SandboxOptions.standard()
                    .withSwitch("freshsales.per-minute", Integer.toString(minutely))
                    .withSwitch("freshsales.automations", "off")
                    .withSpeed(speed));
        Ledger ledger = JdbcLedger.open("pindah.db", folder, clock)) {
      FreshsalesDestination target =
          new FreshsalesDestination(
              new FreshsalesSettings(
                  sandbox.freshsales(), "demo-freshsales-key", Plan.GROWTH, share, false),
              clock,
              tempo,
              (product, endpoint) -> {},
              Habits.ASSUMED);
      fill(ledger, contacts);
      Thread load =
          Thread.ofPlatform()
              .start(
                  () -> new Load(target, ledger, clock, tempo, ProgressSink.SILENT).run());
      while (target.calls() == 0) {
        Thread.sleep(1);
      }
      // The server's windows open with the first call.
      long start = System.nanoTime();
      double firstRefusal = -1;
      boolean learning = true;
      long refusedAtFirst = 0;
      List<Long> byHour = new ArrayList<>(List.of(0L));
      while (load.isAlive()) {
        Thread.sleep(20);
        double simulated = (System.nanoTime() - start) / 1e9 * speed;
        if (learning) {
          refusedAtFirst = refused(sandbox.freshsales());
          firstRefusal = firstRefusal < 0 && refusedAtFirst > 0 ? simulated : firstRefusal;
          learning = firstRefusal < 0 ? simulated < 300 : simulated < firstRefusal + 60;
        }
        if (simulated >= byHour.size() * 3600.0) {
          byHour.add(target.calls());
        }
      }
      double took = (System.nanoTime() - start) / 1e9 * speed / 3600;
      for (int hour = 1; hour < byHour.size(); hour++) {
        long calls = byHour.get(hour) - byHour.get(hour - 1);
        System.out.printf(
            "hour %d: %,d calls, %.1f %% of what may be used%n", hour, calls, 100 * calls / binding);
      }
      System.out.printf(
          "%,d contacts, %,d calls in %.2f hours: %.1f %% of %.0f calls an hour; 429 in the minute"
              + " of learning %d, after it %d%n",
          contacts,
          target.calls(),
          took,
          100 * target.calls() / took / binding,
          binding,
          refusedAtFirst,
          refused(sandbox.freshsales()) - refusedAtFirst);
    }
  }

  private static long refused(URI base) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String counts =
          client
              .send(
                  HttpRequest.newBuilder(base.resolve("/_sandbox/requests")).build(),
                  BodyHandlers.ofString())
              .body();
      long refused = 0;
      for (JsonNode count : Json.parse(counts).path("counts")) {
        refused += count.path("status").asInt() == 429 ? count.path("count").asLong() : 0;
      }
      return refused;
    }
  }

  private static void fill(Ledger ledger, int contacts) {
    for (int from = 1; from <= contacts; from += CHUNK) {
      List<Candidate> chunk = new ArrayList<>();
      for (int number = from; number < from + CHUNK && number <= contacts; number++) {
        ObjectNode row = JsonMapper.shared().createObjectNode();
        row.put("email", "s" + number + "@contoh.example").put("last_name", "W" + number);
        chunk.add(
            new Candidate(
                new RecordKey(ObjectName.CONTACT, Integer.toString(number)),
                Step.RECORD,
                TargetModule.CONTACTS,
                row,
                List.of(),
                RecordState.READY,
                "",
                List.of()));
      }
      ledger.record(tables -> tables.candidates().save(chunk));
    }
  }
}
