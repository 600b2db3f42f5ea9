package dev.pindah.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.connect.http.Budget.Limit;
import dev.pindah.model.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountTest {
  /** A hundred times faster than life, so that waits are short and still waits. */
  private static final Tempo TEMPO = new Tempo(100);

  /** One prepared answer. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final List<String> targets = new CopyOnWriteArrayList<>();
  private final AtomicInteger signed = new AtomicInteger();
  private HttpServer server = empty();
  private Account account = account();

  private static HttpServer empty() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException busy) {
      throw new java.io.UncheckedIOException(busy);
    }
  }

  private Account account() {
    return new Account(
        Product.QONTAK,
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        call -> Map.of("Authorization", "signature " + signed.incrementAndGet()),
        Budget.of(List.of(new Limit(1000, Duration.ofSeconds(1))), 1, TEMPO),
        TEMPO,
        (product, endpoint) -> {},
        Clock.systemUTC(),
        Duration.ofSeconds(30));
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
          targets.add(exchange.getRequestURI().toString());
          exchange.getRequestBody().readAllBytes();
          Answer answer = answers.poll();
          (answer == null ? json(200, "{\"ok\":true}") : answer).to(exchange);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    account.close();
    server.stop(0);
  }

  private static Answer json(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static Answer truncated() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write("{\"ok\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("cut");
    };
  }

  private static Answer silence() {
    return exchange -> {
      throw new IOException("cut");
    };
  }

  private JsonNode read() {
    return account.read(Call.get("/things?page=1&q=a%20b", "/things"));
  }

  private Reply<JsonNode> write() {
    return account.write(Call.send("POST", "/things", "/things", "{}"));
  }

  @Test
  void readsAreRepeatedAndSignedAnewEachTime() {
    answers.add(json(503, "<html>busy</html>"));
    answers.add(truncated());
    answers.add(json(200, "<html>checking your browser</html>"));
    answers.add(json(200, "{\"ok\":"));
    answers.add(json(200, "{\"ok\":true}"));
    assertThat(read().path("ok").asBoolean()).isTrue();
    assertThat(signatures).hasSize(5).doesNotHaveDuplicates();
    assertThat(targets).containsOnly("/things?page=1&q=a%20b");
  }

  @Test
  void readsGiveUpAfterSixTries() {
    for (int i = 0; i < 10; i++) {
      answers.add(json(502, "<html>bad gateway</html>"));
    }
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            RemoteException.class,
            failure -> assertThat(failure.kind()).isEqualTo(RemoteException.Kind.UNREACHABLE))
        .hasMessageContaining("502");
    assertThat(signatures).hasSize(6);
  }

  @Test
  void aThrottledCallWaitsAsLongAsItIsTold() {
    answers.add(json(429, "", "Retry-After", "20"));
    long start = System.nanoTime();
    read();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
    assertThat(signatures).hasSize(2);
  }

  @Test
  void aResetIsNotBelievedWhileCallsRemain() {
    answers.add(json(429, "", "X-RateLimit-Remaining", "600", "X-RateLimit-Reset", "3500"));
    long start = System.nanoTime();
    read();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(290), Duration.ofSeconds(20));
  }

  @Test
  void writesAreSentOnce() {
    answers.add(silence());
    assertThat(write())
        .isInstanceOfSatisfying(Reply.Broken.class, broken -> assertThat(broken.sent()).isTrue());
    answers.add(json(500, "{}"));
    assertThat(write())
        .isInstanceOfSatisfying(Reply.Broken.class, broken -> assertThat(broken.sent()).isTrue());
    answers.add(truncated());
    assertThat(write()).isInstanceOf(Reply.Broken.class);
    answers.add(json(422, "{\"error\":\"no\"}"));
    assertThat(write()).isInstanceOf(Reply.Refused.class);
    assertThat(signatures).hasSize(4);
  }

  @Test
  void aWriteThatWasThrottledIsSentAgain() {
    answers.add(json(429, "", "Retry-After", "1"));
    assertThat(write()).isInstanceOf(Reply.Ok.class);
    assertThat(signatures).hasSize(2);
  }

  @Test
  void deniedCredentialsAreNamedWithoutSecrets() {
    answers.add(json(401, "{\"message\":\"bad token=abc rina@acme.test\"}"));
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            RemoteException.class,
            failure -> assertThat(failure.kind()).isEqualTo(RemoteException.Kind.DENIED))
        .hasMessageNotContaining("signature")
        .hasMessageNotContaining("rina@");
  }

  @Test
  void nobodyThereSurelyWasNotSent() {
    server.stop(0);
    assertThat(write())
        .isInstanceOfSatisfying(Reply.Broken.class, broken -> assertThat(broken.sent()).isFalse());
  }

  @Test
  void personalDataIsTakenOut() {
    assertThat(
            Redact.text(
                "sari.w@contoh.example +62 812-3456-7890 Token token=abc.def Bearer xyz 08123456789"))
        .doesNotContain("sari")
        .doesNotContain("7890")
        .doesNotContain("abc")
        .doesNotContain("xyz")
        .doesNotContain("0812");
  }
}
