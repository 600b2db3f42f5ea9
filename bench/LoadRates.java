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
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Single writes a second of a whole load (intentions and answers on the disk) beside those of a bare
 * client of the same library with the same payloads, quotas set aside, round by round; and the time
 * of a load of contacts, in bulk and one by one, with the memory that it took. In bulk a tenth of the contacts is
 * loaded first, to compare the times.
 *
 * <p>{@code bench/run LoadRates [contacts] [auto|off]}
 */
public final class LoadRates {
  private static final int SIDE_BY_SIDE = 32;
  private static final double FAST = 1_000_000;
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 3;

  private LoadRates() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int contacts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000;
    boolean bulk = arguments.length > 1 && arguments[1].equals("auto");
    if (bulk) {
      load(WARM_UP, true);
      load(contacts / 10, true);
      load(contacts, true);
    } else {
      bare(contacts / 3);
      load(contacts / 3, false);
      double[] ratios = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        double bare = bare(contacts);
        ratios[round] = load(contacts, false) / bare;
      }
      Arrays.sort(ratios);
      System.out.printf(
          "of the calls/s of a bare client: %.0f %% (%.0f to %.0f %%)%n",
          100 * ratios[ROUNDS / 2], 100 * ratios[0], 100 * ratios[ROUNDS - 1]);
    }
  }

  private static SandboxOptions options() {
    return SandboxOptions.standard()
        .withSwitch("freshsales.per-minute", "100000000")
        .withSwitch("freshsales.per-hour", "100000000")
        .withSwitch("freshsales.automations", "off")
        .withSpeed(1000);
  }

  private static ObjectNode contact(int number) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("email", "s" + number + "@contoh.example").put("first_name", "Sari");
    row.put("last_name", "Wulandari " + number).put("mobile_number", "+6281234567001");
    row.put("city", "Bandung").put("job_title", "Procurement");
    return row;
  }

  /** The contact as a load writes it. */
  private static ObjectNode marked(int number) {
    ObjectNode row = contact(number);
    JsonNode email = row.remove("email");
    row.putArray("emails").addObject().put("is_primary", true).set("value", email);
    row.put("external_id", "qontak:contact:" + number);
    row.putArray("tags").add("qontak-import").add("qontak-contact-" + number);
    return row;
  }

  private static double bare(int contacts)
      throws IOException, InterruptedException, ExecutionException {
    try (Sandbox sandbox = Sandbox.start(options());
        CloseableHttpClient client =
            HttpClients.custom()
                .setConnectionManager(
                    PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(64)
                        .build())
                .build();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicInteger next = new AtomicInteger();
      long start = System.nanoTime();
      long cpu = cpu();
      List<Future<?>> callers = new ArrayList<>();
      for (int caller = 0; caller < SIDE_BY_SIDE; caller++) {
        callers.add(
            threads.submit(
                () -> {
                  for (int number = next.incrementAndGet();
                      number <= contacts;
                      number = next.incrementAndGet()) {
                    HttpPost post = new HttpPost(sandbox.freshsales().resolve("/crm/sales/api/contacts"));
                    post.setHeader("Authorization", "Token token=demo-freshsales-key");
                    ObjectNode body = JsonMapper.shared().createObjectNode();
                    body.set("contact", marked(number));
                    post.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
                    client.execute(post, answer -> EntityUtils.toByteArray(answer.getEntity()));
                  }
                  return true;
                }));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
      return say("bare client", contacts, contacts, start, cpu);
    }
  }

  private static double load(int contacts, boolean bulk) throws IOException {
    Path folder = Files.createTempDirectory("load-rates");
    Tempo tempo = new Tempo(bulk ? 1000 : FAST);
    try (Sandbox sandbox = Sandbox.start(options());
        Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      FreshsalesDestination target =
          new FreshsalesDestination(
              new FreshsalesSettings(
                  sandbox.freshsales(), "demo-freshsales-key", Plan.ENTERPRISE, 1, bulk),
              Clock.systemUTC(),
              tempo,
              (product, endpoint) -> {},
              Habits.ASSUMED);
      for (int from = 1; from <= contacts; from += 500) {
        List<Candidate> chunk = new ArrayList<>();
        for (int number = from; number < from + 500 && number <= contacts; number++) {
          chunk.add(
              new Candidate(
                  new RecordKey(ObjectName.CONTACT, Integer.toString(number)),
                  Step.RECORD,
                  TargetModule.CONTACTS,
                  contact(number),
                  List.of(),
                  RecordState.READY,
                  "",
                  List.of()));
        }
        ledger.record(tables -> tables.candidates().save(chunk));
      }
      long start = System.nanoTime();
      long cpu = cpu();
      new Load(target, ledger, Clock.systemUTC(), tempo, ProgressSink.SILENT).run();
      return say(bulk ? "load in bulk" : "load one by one", contacts, target.calls(), start, cpu);
    }
  }

  /** Time of the processors, which other programs on the machine do not change. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Answers the calls a second. */
  private static double say(String what, int contacts, long calls, long start, long cpu) {
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (cpu() - cpu) / 1e6;
    Runtime machine = Runtime.getRuntime();
    System.out.printf(
        "%-16s %,8d contacts %,8d calls %7.1f s %,8.0f calls/s %,8.0f contacts/s %6.2f cpu ms/call %5d MB heap in use%n",
        what,
        contacts,
        calls,
        seconds,
        calls / seconds,
        contacts / seconds,
        busy / calls,
        (machine.totalMemory() - machine.freeMemory()) >> 20);
    return calls / seconds;
  }
}
