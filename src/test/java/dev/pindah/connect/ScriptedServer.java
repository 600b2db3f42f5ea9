package dev.pindah.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account that answers as it was told, over real HTTP, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {
  /** Method and path of each call, in their order. */
  public final List<String> calls = new ArrayList<>();

  public final List<String> bodies = new ArrayList<>();
  private final Map<String, Deque<String>> answers = new HashMap<>();
  private final String api;
  private final HttpServer server;

  /**
   * A server that runs.
   *
   * @param api what every path begins with
   */
  public ScriptedServer(String api) {
    this.api = api;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The last answer stays; what was never told is answered with 404. */
  public synchronized void says(String call, int status, String body) {
    answers.computeIfAbsent(call, any -> new ArrayDeque<>()).add(status + " " + body);
  }

  public synchronized void forgets(String call) {
    answers.remove(call);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(api.length());
    String call = exchange.getRequestMethod() + " " + path;
    calls.add(call);
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Deque<String> queue = answers.getOrDefault(call, new ArrayDeque<>(List.of("404 ")));
    String said = queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
    byte[] body = said.substring(4).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        Integer.parseInt(said.substring(0, 3)), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
