package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A tiny sandbox for each test, with a client that carries the admin's key. */
abstract class FreshsalesTest {

  Sandbox sandbox;
  TokenClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(options().withSwitch("freshsales.automations", "off"));
    client = new TokenClient(sandbox.freshsales());
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  SandboxOptions options() {
    return SandboxOptions.standard();
  }

  void set(String name, String value) {
    var answer =
        client
            .plain()
            .send("PUT", "/_sandbox/switches", "{\"freshsales." + name + "\":\"" + value + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  void faults(String plan) {
    var answer = client.plain().send("PUT", "/_sandbox/faults", plan);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Lets simulated time pass. */
  void pass(String duration) {
    var answer =
        client.plain().send("POST", "/_sandbox/clock", "{\"advance\":\"" + duration + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** What an admin makes by hand; it must work. */
  JsonNode admin(String path, String body) {
    HttpResponse<String> answer = client.plain().send("POST", "/_sandbox/freshsales" + path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return PlainClient.json(answer);
  }

  /** A stored row of the state dump, by id. */
  JsonNode stored(String collection, long id) {
    return state(collection).stream()
        .filter(row -> row.path("id").asLong() == id)
        .findFirst()
        .orElseThrow();
  }

  List<JsonNode> state(String collection) {
    List<JsonNode> rows = new ArrayList<>();
    client
        .plain()
        .get("/_sandbox/state/freshsales/" + collection)
        .body()
        .lines()
        .forEach(line -> rows.add(Json.parse(line)));
    return rows;
  }

  JsonNode contact(String members) {
    return made("/contacts", "contact", members);
  }

  JsonNode account(String members) {
    return made("/sales_accounts", "sales_account", members);
  }

  JsonNode deal(String members) {
    return made("/deals", "deal", members);
  }

  JsonNode made(String path, String root, String members) {
    HttpResponse<String> answer = client.post(path, body(root, members));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PlainClient.json(answer).path(root);
  }

  static String body(String root, String members) {
    return "{\"" + root + "\":{" + members + "}}";
  }

  /** The messages of an error envelope, whose code must be the status. */
  static List<String> messages(HttpResponse<String> answer) {
    JsonNode errors = PlainClient.json(answer).path("errors");
    assertThat(errors.path("code").asInt()).isEqualTo(answer.statusCode());
    List<String> messages = new ArrayList<>();
    errors.path("message").forEach(message -> messages.add(message.asString()));
    return messages;
  }

  long view(String module, String name) {
    for (JsonNode filter : client.json("/" + module + "/filters").path("filters")) {
      if (filter.path("name").asString().equals(name)) {
        return filter.path("id").asLong();
      }
    }
    throw new AssertionError("no view " + name);
  }

  long named(String selector, String root, String name) {
    for (JsonNode item : client.json("/selector/" + selector).path(root)) {
      if (item.path("name").asString().equals(name)) {
        return item.path("id").asLong();
      }
    }
    throw new AssertionError("no " + name + " in " + selector);
  }
}
