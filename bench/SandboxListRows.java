import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Size;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * List rows a second: pages of 100 contacts, over real HTTP, client and sandbox in one process.
 *
 * <p>{@code bench/run SandboxListRows [tiny|standard|large] [callers] [seconds]}
 */
public final class SandboxListRows {

  private static final int PER_PAGE = 100;

  private SandboxListRows() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Size size =
        Size.valueOf((arguments.length > 0 ? arguments[0] : "standard").toUpperCase(Locale.ROOT));
    int callers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSize(size))) {
      measure(sandbox.qontak(), size, callers, Duration.ofSeconds(3));
      long rows = measure(sandbox.qontak(), size, callers, Duration.ofSeconds(seconds));
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%s: %,d rows/s (%d callers, %d s), heap in use %,d MB%n",
          size,
          rows / seconds,
          callers,
          seconds,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static long measure(URI base, Size size, int callers, Duration time)
      throws InterruptedException, ExecutionException {
    int pages = size == Size.TINY ? 4 : 200;
    AtomicLong next = new AtomicLong();
    long end = System.nanoTime() + time.toNanos();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Long> caller =
          () -> {
            long rows = 0;
            while (System.nanoTime() < end) {
              rows += page(http, base, 1 + next.getAndIncrement() % pages);
            }
            return rows;
          };
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        results.add(executor.submit(caller));
      }
      long rows = 0;
      for (Future<Long> result : results) {
        rows += result.get();
      }
      return rows;
    }
  }

  private static long page(HttpClient http, URI base, long page)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(base + "/api/v3.1/contacts?per_page=" + PER_PAGE + "&page=" + page))
            .header("Authorization", "Bearer demo-static-token")
            .build();
    var response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200 || response.body().length < 10_000) {
      throw new IOException("unexpected answer " + response.statusCode());
    }
    return PER_PAGE;
  }
}
