package dev.pindah.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.console.web.Setup.Door;
import dev.pindah.ledger.Decisions.Decision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and what a stranger's page or program cannot make the console do. */
class DoorTest {
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private OpenConsole console;
  private String cookie;
  private String csrf;

  DoorTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = OpenConsole.empty(folder);
    this.cookie = enter(console.console.link("Sari Dewi")).orElseThrow();
    this.csrf = csrf(get("/", cookie).body());
  }

  @AfterEach
  void close() {
    console.close();
    client.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private HttpResponse<String> get(String path, String as) {
    return send(request(path, as));
  }

  private HttpRequest.Builder request(String path, String as) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.base() + path));
    return as.isEmpty() ? request : request.header("Cookie", as);
  }

  private HttpResponse<String> post(String path, String form, String... headers) {
    HttpRequest.Builder request =
        request(path, cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return send(request);
  }

  private Optional<String> enter(String link) {
    return send(HttpRequest.newBuilder(URI.create(link)))
        .headers()
        .firstValue("Set-Cookie")
        .map(value -> value.replaceFirst(";.*", ""));
  }

  private static String csrf(String page) {
    Matcher found = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aLinkLetsOnePersonInOnce() {
    String link = console.console.link("");
    HttpResponse<String> first = send(HttpRequest.newBuilder(URI.create(link)));
    assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
    HttpResponse<String> again = send(HttpRequest.newBuilder(URI.create(link)));
    assertThat(again.statusCode()).isEqualTo(401);
    assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(get("/enter?token=guessed", "").statusCode()).isEqualTo(401);
  }

  @Test
  void strangersSeeNothing() {
    for (String path :
        List.of(
            "/",
            "/mapping",
            "/prepare",
            "/sample",
            "/run",
            "/errors",
            "/errors/contact.csv",
            "/reconcile",
            "/explain/contact/1",
            "/cutover",
            "/rollback",
            "/handoff",
            "/handoff/file/reports/summary.html",
            "/decisions",
            "/people",
            "/live")) {
      HttpResponse<String> answer = get(path, "");
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("empty").doesNotContain("csrf");
      assertThat(get(path, "pindah=forged").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void everyAnswerCarriesAStrictPolicy() {
    for (String path : List.of("/", "/enter", "/static/console.css", "/nowhere")) {
      var headers = get(path, cookie).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
    assertThat(get("/", cookie).body())
        .doesNotContainPattern("<script(?! src=)")
        .doesNotContain("<style")
        .doesNotContainPattern(" (style|on[a-z]+)=");
  }

  @Test
  void foreignHostNamesAreRefused() throws IOException {
    for (String host : List.of("evil.test", "127.0.0.1.evil.test:80", "127.0.0.1:1", "")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.console.port())) {
        socket
            .getOutputStream()
            .write(
                ("GET / HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nCookie: "
                        + cookie
                        + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("csrf");
      }
    }
  }

  @Test
  void writesComeFromOurOwnFormsOnly() {
    String wish = "wish=run&back=/run";
    assertThat(post("/wish", wish).statusCode()).isEqualTo(403);
    assertThat(post("/wish", wish + "&csrf=wrong").statusCode()).isEqualTo(403);
    String good = wish + "&csrf=" + csrf;
    assertThat(post("/wish", good, "Origin", "http://evil.test").statusCode()).isEqualTo(403);
    assertThat(post("/wish", good, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(post("/wish", good, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(post("/wish", good, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
    assertThat(asked()).isEmpty();
    String other = enter(console.console.link("Other")).orElseThrow();
    String theirs = csrf(get("/", other).body());
    assertThat(post("/wish", wish + "&csrf=" + theirs).statusCode()).isEqualTo(403);
    assertThat(asked()).isEmpty();
    assertThat(post("/wish", good, "Origin", console.base()).statusCode()).isEqualTo(303);
    assertThat(post("/wish", good).statusCode()).isEqualTo(303);
    assertThat(asked()).containsExactly("run by Sari Dewi");
  }

  private List<String> asked() {
    return console.ledger.read(tables -> tables.requests().latest(10)).stream()
        .map(request -> request.wish() + " by " + request.by())
        .toList();
  }

  @Test
  void onlyKnownWishesAreWritten() {
    for (String wish : List.of("rollback", "sign-off", "retry", "map --confirm", "sandbox", "")) {
      assertThat(post("/wish", "wish=" + wish.replace(' ', '+') + "&csrf=" + csrf).statusCode())
          .isEqualTo(404);
    }
    assertThat(post("/rollback", "typed=empty&csrf=" + csrf).statusCode()).isEqualTo(409);
    assertThat(asked()).isEmpty();
  }

  @Test
  void aWriteNeedsAName() {
    cookie = enter(console.console.link("")).orElseThrow();
    csrf = csrf(get("/", cookie).body());
    assertThat(post("/wish", "wish=run&csrf=" + csrf).statusCode()).isEqualTo(403);
    assertThat(post("/name", "name=++&csrf=" + csrf).statusCode()).isEqualTo(422);
    assertThat(post("/name", "name=Budi&csrf=" + csrf).statusCode()).isEqualTo(303);
    assertThat(post("/wish", "wish=run&csrf=" + csrf).statusCode()).isEqualTo(303);
    assertThat(asked()).containsExactly("run by Budi");
  }

  @Test
  void formsLeadBackToUsOnly() {
    for (String back : List.of("//evil.test", "http://evil.test", "/\\evil.test", "/a%0d%0aX: y")) {
      String form = "language=en&csrf=" + csrf + "&back=" + back.replace(":", "%3A");
      assertThat(post("/language", form).headers().firstValue("Location").orElse(""))
          .endsWith("/")
          .doesNotContain("evil");
    }
  }

  @Test
  void gatesArePassedWithNameAndReason() {
    String form = "id=automation-off&csrf=" + csrf + "&back=/";
    assertThat(post("/gate", form).statusCode()).isEqualTo(422);
    assertThat(post("/gate", form + "&reason=seen").statusCode()).isEqualTo(303);
    assertThat(post("/gate", form + "&reason=again").statusCode()).isEqualTo(409);
    String confirmed = form.replace("automation-off", "mapping-confirmed") + "&reason=x";
    assertThat(post("/gate", confirmed).statusCode()).isEqualTo(409);
    var decisions = console.ledger.read(tables -> tables.decisions().all());
    assertThat(decisions).hasSize(1);
    assertThat(decisions.getFirst().kind()).isEqualTo("gate-passed");
    assertThat(decisions.getFirst().by()).isEqualTo("Sari Dewi");
  }

  @Test
  void papersCannotActAndNothingElseIsGivenOut() throws IOException {
    Files.createDirectories(folder.resolve("handoff/flows"));
    Files.writeString(folder.resolve("pindah.yaml"), "api-key: secret");
    Files.writeString(folder.resolve("handoff/flows/a b.html"), "<script>1</script>");
    Files.createSymbolicLink(
        folder.resolve("handoff/link.txt"), folder.resolve("pindah.yaml").toAbsolutePath());
    HttpResponse<String> paper = get("/handoff/file/handoff/flows/a%20b.html", cookie);
    assertThat(paper.statusCode()).isEqualTo(200);
    assertThat(paper.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox")
        .doesNotContain("script");
    for (String path :
        List.of(
            "pindah.yaml",
            "handoff/../pindah.yaml",
            "handoff/%2e%2e/pindah.yaml",
            "handoff/..%2fpindah.yaml",
            "handoff/link.txt",
            "handoff",
            "/etc/passwd")) {
      HttpResponse<String> answer = get("/handoff/file/" + path, cookie);
      assertThat(answer.statusCode()).as(path).isBetween(400, 404);
      assertThat(answer.body()).doesNotContain("secret");
    }
    List<Decision> decisions = console.ledger.read(tables -> tables.decisions().all());
    assertThat(decisions)
        .extracting(decision -> decision.kind())
        .containsExactly("personal-data-shown");
  }

  @Test
  void uploadsAreCappedAndKeptUnderNamesOfOurs() throws IOException {
    assertThat(upload("../../evil.sh", "x").statusCode()).isEqualTo(415);
    assertThat(upload("../../evil.csv", "object,id\n").statusCode()).isEqualTo(303);
    assertThat(upload("big.csv", "x".repeat(22_000_000)).statusCode()).isGreaterThanOrEqualTo(400);
    try (var files = Files.walk(folder.resolve("uploads"))) {
      assertThat(files.filter(Files::isRegularFile))
          .singleElement()
          .asString()
          .matches(".*/uploads/corrected-\\d+\\.csv");
    }
    assertThat(asked()).containsExactly("retry by Sari Dewi");
  }

  private HttpResponse<String> upload(String name, String content) {
    String boundary = "pindah-boundary";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
            + csrf
            + "\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/csv\r\n\r\n"
            + content
            + "\r\n--"
            + boundary
            + "--\r\n";
    return send(
        request("/errors/upload", cookie)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void otherMachinesNeedThePasswordAsWell() {
    console.close();
    Door door = new Door("127.0.0.1", 0, Optional.empty(), "a long password");
    console = OpenConsole.behind(door, folder);
    String link = console.console.link("Sari Dewi");
    HttpResponse<String> asked = send(HttpRequest.newBuilder(URI.create(link)));
    assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
    String token = link.substring(link.indexOf('=') + 1);
    cookie = "none=1";
    assertThat(post("/enter", "token=" + token + "&password=wrong").statusCode()).isEqualTo(401);
    HttpResponse<String> in = post("/enter", "token=" + token + "&password=a+long+password");
    assertThat(in.headers().firstValue("Set-Cookie")).isPresent();
    for (int guess = 0; guess < 5; guess++) {
      post("/enter", "token=" + fresh() + "&password=wrong");
    }
    assertThat(post("/enter", "token=" + fresh() + "&password=a+long+password").statusCode())
        .as("guessing locks the door for a while")
        .isEqualTo(401);
  }

  private String fresh() {
    String link = console.console.link("");
    return link.substring(link.indexOf('=') + 1);
  }
}
