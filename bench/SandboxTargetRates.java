import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Single writes and list rows a second of the simulated Freshsales, over real HTTP, client and
 * sandbox in one process, quotas set aside.
 *
 * <p>{@code bench/run SandboxTargetRates [callers] [seconds]}
 */
public final class SandboxTargetRates {

  private static final String API = "/crm/sales/api";

  private SandboxTargetRates() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int callers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    SandboxOptions options =
        SandboxOptions.standard()
            .withSwitch("freshsales.per-minute", "100000000")
            .withSwitch("freshsales.per-hour", "100000000")
            .withSwitch("freshsales.automations", "off");
    try (Sandbox sandbox = Sandbox.start(options)) {
      URI base = sandbox.freshsales();
      LongFunction<HttpRequest> write =
          n ->
              request(base, "/contacts")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"contact\":{\"first_name\":\"Sari\",\"email\":\"s%d@contoh.example\",\"external_id\":\"q:%d\",\"mobile_number\":\"+6281\",\"city\":\"Solo\"}}"
                              .formatted(n, n)))
                  .build();
      AtomicLong next = new AtomicLong();
      measure(callers, 3, next, write);
      long writes = measure(callers, seconds, next, write);
      long view = allContacts(base);
      long full = Math.max(1, next.get() / 100); // pages that hold 100 rows
      LongFunction<HttpRequest> page =
          n ->
              request(base, "/contacts/view/" + view + "?per_page=100&page=" + (1 + n % full))
                  .build();
      measure(callers, 3, new AtomicLong(), page);
      long pages = measure(callers, seconds, new AtomicLong(), page);
      System.out.printf(
          "%,d writes/s, %,d rows/s (%d callers, %d s, %,d contacts)%n",
          writes / seconds, pages * 100 / seconds, callers, seconds, next.get());
    }
  }

  private static HttpRequest.Builder request(URI base, String path) {
    return HttpRequest.newBuilder(URI.create(base + API + path))
        .header("Authorization", "Token token=demo-freshsales-key")
        .header("Content-Type", "application/json");
  }

  private static long measure(
      int callers, int seconds, AtomicLong next, LongFunction<HttpRequest> request)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        results.add(
            executor.submit(
                () -> {
                  long done = 0;
                  while (System.nanoTime() < end) {
                    HttpResponse<byte[]> answer =
                        http.send(
                            request.apply(next.getAndIncrement()), BodyHandlers.ofByteArray());
                    if (answer.statusCode() != 200) {
                      throw new IllegalStateException("answered " + answer.statusCode());
                    }
                    done++;
                  }
                  return done;
                }));
      }
      long done = 0;
      for (Future<Long> result : results) {
        done += result.get();
      }
      return done;
    }
  }

  private static long allContacts(URI base) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest filters = request(base, "/contacts/filters").build();
      return Json.parse(http.send(filters, BodyHandlers.ofByteArray()).body())
          .path("filters")
          .valueStream()
          .filter(filter -> filter.path("name").asString().equals("All Contacts"))
          .findFirst()
          .orElseThrow()
          .path("id")
          .asLong();
    }
  }
}
