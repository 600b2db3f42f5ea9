package dev.pindah.connect.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.http.Budget.Limit;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaClientTest {
  private static final Tempo TEMPO = new Tempo(100);
  private static final long CAP = 1_000_000;
  private static final byte[] CONTENT = content();

  /** One prepared answer. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final List<String> credentials = new CopyOnWriteArrayList<>();
  @TempDir Path folder;
  private HttpServer server = empty();
  private URI base = URI.create("http://127.0.0.1");

  private static byte[] content() {
    byte[] bytes = new byte[300_000];
    new SplittableRandom(4).nextBytes(bytes);
    return bytes;
  }

  private static HttpServer empty() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException busy) {
      throw new java.io.UncheckedIOException(busy);
    }
  }

  @BeforeEach
  void start() {
    base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    server.createContext(
        "/",
        exchange -> {
          ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
          credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          Answer answer = answers.poll();
          try {
            (answer == null ? whole() : answer).to(exchange);
          } finally {
            exchange.close();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Answer whole() {
    return exchange -> {
      exchange.sendResponseHeaders(200, CONTENT.length);
      exchange.getResponseBody().write(CONTENT);
    };
  }

  private static Answer cut(int after) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"v1\"");
      exchange.sendResponseHeaders(200, CONTENT.length);
      OutputStream body = exchange.getResponseBody();
      body.write(CONTENT, 0, after);
      body.flush();
      exchange.close();
    };
  }

  private static Answer rest(String etag) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      byte[] part = Arrays.copyOfRange(CONTENT, from, CONTENT.length);
      exchange.getResponseHeaders().set("ETag", etag);
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/*");
      exchange.sendResponseHeaders(206, part.length);
      exchange.getResponseBody().write(part);
    };
  }

  private static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  private static Answer redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private Download fetch(String link) throws IOException {
    AllowedHosts hosts = new AllowedHosts(base, List.of("localhost:1", "rebind.invalid"));
    Path into = folder.resolve("draft");
    Files.write(into, new byte[0]);
    try (MediaClient client =
        new MediaClient(
            Product.QONTAK,
            hosts,
            call -> Map.of("Authorization", "secret"),
            Budget.of(List.of(new Limit(1000, Duration.ofSeconds(1))), 1, TEMPO),
            TEMPO,
            (product, endpoint) -> {})) {
      return client.fetch(MediaLinks.parse(base, link).orElseThrow(), into, CAP);
    }
  }

  private void isWhole(Download download) throws IOException {
    assertThat(download)
        .isInstanceOfSatisfying(
            Download.Whole.class,
            whole -> {
              assertThat(whole.sha256()).isEqualTo(Fingerprint.of(CONTENT));
              assertThat(whole.bytes()).isEqualTo(CONTENT.length);
            });
    assertThat(Files.readAllBytes(folder.resolve("draft"))).isEqualTo(CONTENT);
  }

  @Test
  void aBrokenDownloadGoesOnInTheMiddle() throws IOException {
    answers.addAll(List.of(cut(200_000), rest("\"v1\"")));
    isWhole(fetch("/uploads/a.bin"));
    assertThat(ranges.getFirst()).isEqualTo("null");
    assertThat(ranges.getLast()).startsWith("bytes=");
    assertThat(ranges).hasSize(2);
  }

  @Test
  void itStartsAnewWhenTheServerDoesNotContinue() throws IOException {
    answers.addAll(List.of(cut(200_000), whole()));
    isWhole(fetch("/uploads/a.bin"));
  }

  @Test
  void passingFaultsAndPagesForPeopleAreOutlived() throws IOException {
    answers.addAll(
        List.of(
            status(503),
            status(429),
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
              exchange.sendResponseHeaders(200, 5);
              exchange.getResponseBody().write("<html".getBytes(UTF_8));
            }));
    isWhole(fetch("/uploads/a.bin"));
  }

  @Test
  void whatIsGoneForbiddenOrTooLargeIsSaid() throws IOException {
    answers.addAll(List.of(status(404), status(403)));
    assertThat(fetch("/uploads/a.bin")).isInstanceOf(Download.Missing.class);
    assertThat(fetch("/uploads/a.bin")).isInstanceOf(Download.Refused.class);
    answers.add(
        exchange -> {
          exchange.sendResponseHeaders(200, CAP + 1);
          exchange.getResponseBody().write(CONTENT);
          exchange.getResponseBody().flush();
        });
    assertThat(fetch("/uploads/a.bin")).isEqualTo(new Download.TooLarge(CAP + 1));
    answers.add(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int times = 0; times < 10; times++) {
            exchange.getResponseBody().write(CONTENT);
          }
        });
    assertThat(fetch("/uploads/a.bin")).isInstanceOf(Download.TooLarge.class);
  }

  @Test
  void redirectsEndOutsideTheListAndInCircles() throws IOException {
    answers.add(redirect("/uploads/b.bin"));
    isWhole(fetch("/uploads/a.bin"));
    int before = credentials.size();
    answers.add(redirect("http://169.254.169.254/latest/meta-data"));
    assertThat(fetch("/uploads/a.bin")).isInstanceOf(Download.Refused.class);
    assertThat(credentials).hasSize(before + 1);
    answers.addAll(
        List.of(redirect("/1"), redirect("/2"), redirect("/3"), redirect("/4"), redirect("/5")));
    assertThat(fetch("/uploads/a.bin")).isInstanceOf(Download.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://cdn.example/a",
        "https://other.example/a",
        "http://127.0.0.1:1/a",
        "http://localhost/a",
        "http://[::1]/a",
        "http://user@127.0.0.1/a",
        "http://2130706433/a",
        "gopher://127.0.0.1/"
      })
  void otherPlacesAreNotCalled(String link) throws IOException {
    assertThat(fetch(link)).isInstanceOf(Download.Refused.class);
    assertThat(ranges).isEmpty();
  }

  @Test
  void aServerThatStaysDownIsAnOutage() {
    server.stop(0);
    assertThatThrownBy(() -> fetch("/uploads/a.bin")).isInstanceOf(RemoteException.class);
  }

  @Test
  void aListedNameThatLeadsInsideIsRefused() {
    AllowedHosts hosts = new AllowedHosts(URI.create("https://api.example"), List.of());
    assertThatThrownBy(() -> hosts.resolve("localhost"))
        .isInstanceOf(AllowedHosts.PrivateAddress.class);
    for (String inside :
        List.of(
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "100.64.0.1",
            "169.254.169.254",
            "fd00::1",
            "::1",
            "0.0.0.0",
            "::ffff:127.0.0.1")) {
      assertThat(AllowedHosts.internal(InetAddress.ofLiteral(inside))).as(inside).isTrue();
    }
    for (String outside : List.of("8.8.8.8", "2606:4700::1111", "172.32.0.1", "100.128.0.1")) {
      assertThat(AllowedHosts.internal(InetAddress.ofLiteral(outside))).as(outside).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2F..%2Fnota.pdf",
        "a/../../nota.pdf",
        "x%5Cnota.pdf?token=1",
        "%2e%2e%2fnota.pdf"
      })
  void namesAreNeverPaths(String path) {
    assertThat(MediaLinks.name("https://cdn.example/uploads/" + path)).isEqualTo("nota.pdf");
  }
}
