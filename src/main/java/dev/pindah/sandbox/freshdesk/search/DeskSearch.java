package dev.pindah.sandbox.freshdesk.search;

import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshdesk.answers.Pages;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /search/…}: thirty rows a page, ten pages, as late as the index. */
public final class DeskSearch {

  private static final int SIZE = 30;
  private static final int PAGES = 10;
  private static final int LONGEST = 512;

  private final Desk desk;

  public DeskSearch(Desk desk) {
    this.desk = desk;
  }

  public void addTo(Router router, String api) {
    Map.of(
            "tickets", desk.tables().tickets(),
            "contacts", desk.tables().contacts(),
            "companies", desk.tables().companies())
        .forEach(
            (name, table) ->
                router.get(api + "/search/" + name, exchange -> search(table, exchange)));
  }

  private Reply search(Table table, Exchange exchange) {
    int page = Pages.positive(exchange, "page", 1, PAGES);
    Duration lag =
        exchange.fault(Fault.IndexLag.class).map(Fault.IndexLag::by).orElse(Duration.ZERO);
    Predicate<JsonNode> wanted = wanted(exchange.query("query").orElse("").strip());
    List<ObjectNode> found =
        table
            .search()
            .all(lag)
            .filter(row -> !row.path("deleted").asBoolean(false))
            .filter(wanted)
            .toList();
    ObjectNode answer = Json.object().put("total", found.size());
    ArrayNode results = answer.putArray("results");
    found.stream().skip((page - 1L) * SIZE).limit(SIZE).forEach(results::add);
    return Reply.json(200, answer);
  }

  private static Predicate<JsonNode> wanted(String query) {
    boolean quoted = query.length() > 2 && query.startsWith("\"") && query.endsWith("\"");
    if (!quoted || query.length() > LONGEST + 2) {
      throw Problems.one(
          "query", "It should be at most 512 characters in double quotes", "invalid_value");
    }
    try {
      return Expression.parse(query.substring(1, query.length() - 1));
    } catch (Expression.Malformed malformed) {
      throw Problems.one("query", String.valueOf(malformed.getMessage()), "invalid_value");
    }
  }
}
