package dev.pindah.sandbox.freshsales.views;

import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.store.Table.Order;
import dev.pindah.sandbox.wire.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code sort} and {@code sort_type}. By id, creation or update the order is kept ready; by
 * anything else the rows are read and sorted. Latest first unless asked otherwise.
 */
record Sorting(String field, boolean descending) {

  static Sorting of(Exchange exchange) {
    String field = exchange.query("sort").filter(name -> !name.isBlank()).orElse("id");
    String type = exchange.query("sort_type").orElse("desc");
    return new Sorting(field, !type.equalsIgnoreCase("asc"));
  }

  /** A page of every live row. */
  List<ObjectNode> page(Table table, Page page) {
    return switch (field) {
      case "id", "created_at" -> table.page(Order.ID, descending, page.offset(), page.size());
      case "updated_at" -> table.page(Order.UPDATED, descending, page.offset(), page.size());
      default -> page.of(sorted(table.all().toList()));
    };
  }

  List<ObjectNode> sorted(List<ObjectNode> rows) {
    List<ObjectNode> sorted = new ArrayList<>(rows);
    Comparator<ObjectNode> order =
        Comparator.<ObjectNode, JsonNode>comparing(row -> row.path(field), Sorting::compare)
            .thenComparingLong(row -> row.path("id").asLong());
    sorted.sort(descending ? order.reversed() : order);
    return sorted;
  }

  private static int compare(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue());
    }
    String one = left.asString("").toLowerCase(Locale.ROOT);
    String other = right.asString("").toLowerCase(Locale.ROOT);
    if (isDecimal(one) && isDecimal(other)) {
      return new BigDecimal(one).compareTo(new BigDecimal(other));
    }
    return one.compareTo(other);
  }

  private static boolean isDecimal(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }
}
