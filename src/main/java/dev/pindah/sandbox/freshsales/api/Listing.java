package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of rows: 25 unless asked, 100 at most, newest first unless sorted.
 *
 * @param total rows on all pages
 */
record Listing(List<ObjectNode> rows, int total, int perPage) {
  private static final int STANDARD = 25;
  private static final int MAX = 100;

  static Listing of(Stream<ObjectNode> rows, Exchange exchange) {
    return of(
        rows,
        exchange.query("sort").orElse("id"),
        exchange.query("sort_type").orElse("desc"),
        exchange.queryInt("page", 1),
        exchange.queryInt("per_page", STANDARD));
  }

  static Listing of(Stream<ObjectNode> rows, String sort, String order, int page, int wanted) {
    Comparator<ObjectNode> by =
        Comparator.<ObjectNode, JsonNode>comparing(row -> row.path(sort), Listing::compare)
            .thenComparingLong(row -> row.path("id").asLong());
    List<ObjectNode> all = rows.sorted(order.equalsIgnoreCase("asc") ? by : by.reversed()).toList();
    int perPage = Math.clamp(wanted, 0, MAX);
    long from = Math.min((long) (Math.max(1, page) - 1) * perPage, all.size());
    long to = Math.min(from + perPage, all.size());
    return new Listing(all.subList((int) from, (int) to), all.size(), perPage);
  }

  private static int compare(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? new BigDecimal(left.asString()).compareTo(new BigDecimal(right.asString()))
        : left.asString("").compareTo(right.asString(""));
  }

  ObjectNode meta() {
    return Json.object()
        .put("total_pages", perPage == 0 ? 0 : Math.ceilDiv(total, perPage))
        .put("total", total);
  }
}
