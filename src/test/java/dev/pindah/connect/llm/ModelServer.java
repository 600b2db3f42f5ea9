package dev.pindah.connect.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A language model that always says the same, in the wire format of the path it is asked at. */
final class ModelServer implements AutoCloseable {
  /** One call as it came in. */
  record Call(String path, String authorization, String body) {}

  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final int status;
  private final String says;

  ModelServer(int status, String says) throws IOException {
    this.status = status;
    this.says = says;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI base(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String key = exchange.getRequestHeaders().getFirst("x-api-key");
      String bearer = exchange.getRequestHeaders().getFirst("Authorization");
      calls.add(
          new Call(
              path,
              key != null ? key : bearer != null ? bearer : "",
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      byte[] body =
          (status == 200 ? body(path).toString() : "{\"error\":{\"message\":\"secret-key-1\"}}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private ObjectNode body(String path) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    if (path.endsWith("/chat/completions")) {
      ObjectNode choice =
          json.put("id", "c1").put("object", "chat.completion").putArray("choices").addObject();
      choice.put("index", 0).put("finish_reason", "stop");
      choice.putObject("message").put("role", "assistant").put("content", says);
    } else if (path.endsWith("/messages")) {
      json.put("id", "m1").put("type", "message").put("role", "assistant");
      json.put("stop_reason", "end_turn")
          .putArray("content")
          .addObject()
          .put("type", "text")
          .put("text", says);
      json.putObject("usage").put("input_tokens", 1).put("output_tokens", 1);
    } else {
      json.put("model", "m").put("done", true).put("done_reason", "stop");
      json.putObject("message").put("role", "assistant").put("content", says);
    }
    return json;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
