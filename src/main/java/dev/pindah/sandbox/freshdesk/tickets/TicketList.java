package dev.pindah.sandbox.freshdesk.tickets;

import dev.pindah.sandbox.freshdesk.answers.Pages;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Lists tickets of the last 30 days, or all since an update; 300 pages at most. */
final class TicketList {

  private static final Duration WINDOW = Duration.ofDays(30);
  private static final int PAGES = 300;
  private static final Set<String> ORDERS = Set.of("created_at", "due_by", "updated_at", "status");

  private final Desk desk;
  private final UnaryOperator<ObjectNode> shown;

  TicketList(Desk desk, UnaryOperator<ObjectNode> shown) {
    this.desk = desk;
    this.shown = shown;
  }

  Reply answer(Exchange exchange) {
    Pages.positive(exchange, "page", 1, PAGES);
    String filter = exchange.query("filter").orElse("");
    Optional<Instant> since = exchange.query("updated_since").map(TicketList::time);
    Instant oldest = desk.now().minus(WINDOW);
    List<ObjectNode> rows =
        candidates(exchange)
            .filter(row -> row.path("deleted").asBoolean(false) == filter.equals("deleted"))
            .filter(row -> row.path("spam").asBoolean(false) == filter.equals("spam"))
            .filter(
                row ->
                    since
                        .map(from -> !at(row, "updated_at").isBefore(from))
                        .orElseGet(() -> !at(row, "created_at").isBefore(oldest)))
            .sorted(order(exchange))
            .toList();
    String include = exchange.query("include").orElse("");
    return Pages.of(rows, exchange, row -> listed(row, include));
  }

  private Stream<ObjectNode> candidates(Exchange exchange) {
    Table tickets = desk.tables().tickets();
    Table contacts = desk.tables().contacts();
    List<Long> requesters = new ArrayList<>();
    exchange
        .query("requester_id")
        .filter(text -> text.matches("\\d{1,18}"))
        .ifPresent(id -> requesters.add(Long.valueOf(id)));
    exchange
        .query("email")
        .ifPresent(email -> requesters.addAll(contacts.ids(DeskTables.NAME, email)));
    exchange
        .query("unique_external_id")
        .ifPresent(id -> requesters.addAll(contacts.ids(DeskTables.EXTERNAL_ID, id)));
    boolean narrowed =
        Stream.of("requester_id", "email", "unique_external_id")
            .anyMatch(name -> exchange.query(name).isPresent());
    return narrowed
        ? requesters.stream()
            .flatMap(id -> tickets.ids(DeskTables.REQUESTER, String.valueOf(id)).stream())
            .flatMap(id -> tickets.find(id).stream())
        : tickets.all();
  }

  private static Comparator<ObjectNode> order(Exchange exchange) {
    String by = exchange.query("order_by").orElse("created_at");
    if (!ORDERS.contains(by)) {
      Problems problems = new Problems();
      problems.notOneOf("order_by", ORDERS.stream().sorted().toList());
      problems.check();
    }
    Comparator<ObjectNode> order =
        Comparator.<ObjectNode, String>comparing(row -> row.path(by).asString(""))
            .thenComparingLong(row -> row.path("id").asLong());
    return exchange.query("order_type").orElse("desc").equals("asc") ? order : order.reversed();
  }

  private ObjectNode listed(ObjectNode row, String include) {
    ObjectNode listed = shown.apply(row);
    if (!include.contains("description")) {
      listed.remove(List.of("description", "description_text"));
    }
    listed.remove("attachments");
    if (include.contains("requester")) {
      desk.tables()
          .contacts()
          .find(row.path("requester_id").asLong(0))
          .ifPresent(contact -> listed.set("requester", requester(contact)));
    }
    if (include.contains("stats")) {
      listed.set("stats", stats(row));
    }
    return listed;
  }

  static ObjectNode requester(ObjectNode contact) {
    ObjectNode shown = contact.deepCopy();
    shown.retain("id", "name", "email", "mobile", "phone");
    return shown;
  }

  static ObjectNode stats(ObjectNode row) {
    int status = row.path("status").asInt();
    ObjectNode stats = Json.object();
    stats.putNull("first_responded_at").putNull("reopened_at");
    for (String name : List.of("resolved_at", "closed_at")) {
      boolean reached = status == 5 || (status == 4 && name.equals("resolved_at"));
      if (reached) {
        stats.set(name, row.path("updated_at"));
      } else {
        stats.putNull(name);
      }
    }
    return stats;
  }

  private static Instant at(ObjectNode row, String name) {
    return Instant.parse(row.path(name).asString());
  }

  private static Instant time(String text) {
    if (!Shape.TIME.fits(Json.tree(text))) {
      throw Problems.one(
          "updated_since", "It should be a valid date in the ISO 8601 format", "invalid_value");
    }
    return TicketRules.instant(text);
  }
}
