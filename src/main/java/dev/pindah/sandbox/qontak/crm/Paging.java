package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.wire.Exchange;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code page} and {@code per_page} over a table, with rows that repeat or slip when a fault says
 * so.
 */
final class Paging {

  static final String DEFAULT = "qontak.per-page-default";
  static final String MAXIMUM = "qontak.per-page-max";

  private final Switches switches;

  Paging(Switches switches) {
    this.switches = switches;
  }

  static List<Switch> switches() {
    return List.of(
        new Switch(DEFAULT, "25", "rows of a page when per_page is not given"),
        new Switch(MAXIMUM, "100", "the most rows of a page; a larger per_page is cut to it"));
  }

  int perPage(Exchange exchange) {
    int asked = exchange.queryInt("per_page", switches.number(DEFAULT));
    return Math.clamp(asked, 1, switches.number(MAXIMUM));
  }

  static int number(Exchange exchange) {
    return Math.max(1, exchange.queryInt("page", 1));
  }

  CrmReplies.Page page(Exchange exchange, Table table) {
    int perPage = perPage(exchange);
    int number = number(exchange);
    List<ObjectNode> rows = table.page(offset(exchange, number, perPage), perPage);
    return new CrmReplies.Page(rows, number, perPage, table.count());
  }

  /** As {@link #page}, of the rows that a filter lets through: reads the whole table. */
  CrmReplies.Page filtered(Exchange exchange, Table table, Predicate<ObjectNode> filter) {
    int perPage = perPage(exchange);
    int number = number(exchange);
    try (Stream<ObjectNode> all = table.all()) {
      List<ObjectNode> matching = all.filter(filter).toList();
      long offset = offset(exchange, number, perPage);
      List<ObjectNode> rows = matching.stream().skip(offset).limit(perPage).toList();
      return new CrmReplies.Page(rows, number, perPage, matching.size());
    }
  }

  private static long offset(Exchange exchange, int number, int perPage) {
    long offset = (number - 1L) * perPage;
    if (exchange.fault(Fault.DuplicateRow.class).isPresent() && offset > 0) {
      return offset - 1;
    }
    return exchange.fault(Fault.MovedRow.class).isPresent() ? offset + 1 : offset;
  }
}
