package dev.pindah.sandbox.freshdesk.answers;

import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Lists are bare arrays; a Link header announces the next page. */
public final class Pages {

  private static final int STANDARD = 30;
  private static final int MOST = 100;

  private Pages() {}

  /** A page of all rows, shown one by one. */
  public static <T> Reply of(
      List<T> all, Exchange exchange, Function<T, ? extends JsonNode> shown) {
    int page = positive(exchange, "page", 1, Integer.MAX_VALUE);
    int size = positive(exchange, "per_page", STANDARD, MOST);
    long from = (page - 1L) * size;
    ArrayNode list = Json.array();
    all.stream().skip(from).limit(size).forEach(row -> list.add(shown.apply(row)));
    Reply reply = Reply.json(200, list);
    return from + size < all.size() ? reply.withHeader("Link", next(exchange, page + 1)) : reply;
  }

  /**
   * A number of the query.
   *
   * @throws dev.pindah.sandbox.wire.Refusal 400 when it is none, or out of range
   */
  public static int positive(Exchange exchange, String name, int fallback, int most) {
    String text = exchange.query(name).orElse(String.valueOf(fallback));
    int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (value < 1 || value > most) {
      throw Problems.one(
          name, "It should be a Positive Integer less than or equal to " + most, "invalid_value");
    }
    return value;
  }

  private static String next(Exchange exchange, int page) {
    StringBuilder url = new StringBuilder(exchange.base()).append(exchange.path()).append('?');
    String target = exchange.requestTarget();
    int query = target.indexOf('?');
    String given = query < 0 ? "" : target.substring(query + 1);
    for (String pair : given.split("&", -1)) {
      if (!pair.isEmpty() && !pair.startsWith("page=")) {
        url.append(pair).append('&');
      }
    }
    return "<" + url + "page=" + page + ">; rel=\"next\"";
  }
}
