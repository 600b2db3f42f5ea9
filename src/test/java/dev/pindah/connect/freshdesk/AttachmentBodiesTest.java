package dev.pindah.connect.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.TargetModule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentBodiesTest {
  /** Of the letters {@code pesanan}. */
  private static final String HASH =
      "9d5cf61ddf847a99709f5c4fc1b49ddbba991b1ca73a1093e0bc2f14d90dc9f7";

  @TempDir Path folder;
  private final List<String> counted = new ArrayList<>();
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer account = server();
  private final HttpServer elsewhere = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new java.io.UncheckedIOException(taken);
    }
  }

  private static String place(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @BeforeEach
  void start() {
    account.createContext("/api/v2/tickets/7/conversations", this::conversations);
    account.createContext("/files/", this::file);
    elsewhere.createContext("/files/", this::file);
    account.start();
    elsewhere.start();
  }

  @AfterEach
  void stop() {
    account.stop(0);
    elsewhere.stop(0);
  }

  private void conversations(HttpExchange call) throws IOException {
    boolean first = call.getRequestURI().getQuery().contains("&page=1");
    String notes =
        first
            ? "[" + note(1, place(account)) + "," + note(2, place(elsewhere)) + ",{\"id\":3}]"
            : "[]";
    send(call, notes.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  private static String note(int id, String place) {
    return """
    {"id":%d,"ticket_id":7,"body_text":"[qontak:file:f%d] a.txt","attachments":[{"id":9,
    "name":"a.txt","file_size":7,"attachment_url":"http://%s/files/a.txt?signature=s"}]}"""
        .formatted(id, id, place);
  }

  private void file(HttpExchange call) throws IOException {
    keys.addAll(
        Optional.ofNullable(call.getRequestHeaders().get("Authorization")).orElse(List.of()));
    send(call, "pesanan".getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  private static void send(HttpExchange call, byte[] body, String type) throws IOException {
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private FreshdeskDestination helpdesk(List<String> hosts) {
    return new FreshdeskDestination(
        new FreshdeskSettings(URI.create("http://" + place(account)), "key", 1, hosts),
        Clock.systemUTC(),
        new Tempo(10_000),
        (product, endpoint) -> counted.add(endpoint));
  }

  private Download body(FreshdeskDestination helpdesk, int note) throws IOException {
    List<Row> rows = helpdesk.reader().under(TargetModule.DESK_FILES, TargetModule.TICKETS, "7");
    assertThat(rows).hasSize(2).noneMatch(row -> row.json().contains("signature"));
    Path into = Files.createTempFile(folder, "body", "");
    return helpdesk.reader().body(rows.get(note - 1), into, 1000).orElseThrow();
  }

  @Test
  void bodiesComeBackWithoutTheKeyBeingShown() throws IOException {
    assertThat(body(helpdesk(List.of()), 1)).isEqualTo(new Download.Whole(HASH, 7, "text/plain"));
    assertThat(keys).isEmpty();
    assertThat(counted).contains("GET /:file");
  }

  @Test
  void otherPlacesAreAskedOnlyWhereTheyAreListed() throws IOException {
    assertThat(body(helpdesk(List.of()), 2)).isInstanceOf(Download.Refused.class);
    assertThat(body(helpdesk(List.of(place(elsewhere))), 2)).isInstanceOf(Download.Whole.class);
    assertThat(keys).isEmpty();
  }

  @Test
  void longerThanTheCapIsNotTaken() throws IOException {
    FreshdeskDestination helpdesk = helpdesk(List.of());
    List<Row> rows = helpdesk.reader().under(TargetModule.DESK_FILES, TargetModule.TICKETS, "7");
    assertThat(helpdesk.reader().body(rows.getFirst(), Files.createTempFile(folder, "b", ""), 3))
        .get()
        .isInstanceOf(Download.TooLarge.class);
    assertThat(
            helpdesk
                .reader()
                .body(new Row(TargetModule.DESK_FILES, "3", "{}", java.util.Map.of()), folder, 3))
        .isEmpty();
  }
}
