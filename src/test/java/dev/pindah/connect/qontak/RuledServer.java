package dev.pindah.connect.qontak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An account that answers each query by a rule, over real HTTP, and remembers what it was asked.
 */
final class RuledServer implements AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = empty();

  record Answer(int status, String body) {}

  record Query(String path, Map<String, String> values) {
    static Query of(HttpExchange exchange) {
      String query = exchange.getRequestURI().getRawQuery();
      return new Query(
          exchange.getRequestURI().getRawPath(),
          query == null
              ? Map.of()
              : List.of(query.split("&")).stream()
                  .map(part -> part.split("=", 2))
                  .collect(Collectors.toMap(part -> part[0], part -> part[1])));
    }

    int number(String name) {
      return Integer.parseInt(values.getOrDefault(name, "1"));
    }
  }

  private static HttpServer empty() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void serve(Function<Query, Answer> rule) {
    server.createContext("/", exchange -> answer(exchange, rule.apply(Query.of(exchange))));
    server.start();
  }

  private void answer(HttpExchange exchange, Answer answer) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
