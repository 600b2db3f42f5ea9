package dev.pindah.sandbox.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A tiny sandbox for each test, with the admin's key; quiet: no notifications. */
abstract class FreshdeskTest {

  static final String API = "/api/v2";
  static final String TICKET =
      "\"email\":\"Sari@Contoh.example\",\"name\":\"Sari\",\"subject\":\"Barang\",\"description\":\"<p>Belum sampai</p>\"";

  Sandbox sandbox;
  PlainClient plain;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(options().withSwitch("freshdesk.notifications", "off"));
    plain = new PlainClient(sandbox.freshdesk());
  }

  @AfterEach
  void stop() {
    plain.close();
    sandbox.close();
  }

  SandboxOptions options() {
    return SandboxOptions.standard().withPlan(Plan.PRO);
  }

  static String key(String key) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> send(String method, String path, String body, String... more) {
    List<String> headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Authorization", key("demo-freshdesk-key")));
    if (!headers.contains("Content-Type")) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    return plain.send(method, API + path, body, headers.toArray(String[]::new));
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> post(String path, String members) {
    return send("POST", path, "{" + members + "}");
  }

  HttpResponse<String> put(String path, String members) {
    return send("PUT", path, "{" + members + "}");
  }

  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PlainClient.json(answer);
  }

  JsonNode made(String path, String members) {
    HttpResponse<String> answer = post(path, members);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return PlainClient.json(answer);
  }

  /** {@code field code} of every problem in a 400 or 409. */
  static List<String> problems(HttpResponse<String> answer) {
    List<String> problems = new ArrayList<>();
    for (JsonNode error : PlainClient.json(answer).path("errors")) {
      problems.add(error.path("field").asString() + " " + error.path("code").asString());
    }
    return problems;
  }

  void set(String name, String value) {
    var answer =
        plain.send("PUT", "/_sandbox/switches", "{\"freshdesk." + name + "\":\"" + value + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  void pass(String duration) {
    var answer = plain.send("POST", "/_sandbox/clock", "{\"advance\":\"" + duration + "\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  List<JsonNode> state(String collection) {
    List<JsonNode> rows = new ArrayList<>();
    plain
        .get("/_sandbox/state/freshdesk/" + collection)
        .body()
        .lines()
        .forEach(line -> rows.add(Json.parse(line)));
    return rows;
  }
}
