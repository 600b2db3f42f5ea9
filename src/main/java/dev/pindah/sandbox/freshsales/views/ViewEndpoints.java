package dev.pindah.sandbox.freshsales.views;

import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /filters}, {@code /view/:id}, and the plain list that is refused without a view. */
public final class ViewEndpoints {

  private final Account account;
  private final Views views;
  private final Envelope envelope;

  public ViewEndpoints(Account account, Envelope envelope) {
    this.account = account;
    this.views = new Views(account);
    this.envelope = envelope;
  }

  public void addTo(Router router, String api) {
    for (Kind kind : Kind.RECORDS) {
      String base = api + "/" + kind.path();
      router
          .get(base + "/filters", _ -> filters(kind))
          .get(base + "/filters/{view}", exchange -> filter(kind, exchange))
          .get(base + "/view/{view}", exchange -> list(kind, exchange.param("view"), exchange))
          .get(base + "/scroll/{view}", exchange -> scroll(kind, exchange))
          .get(base, exchange -> list(kind, exchange.query("segment_id").orElse(""), exchange));
    }
  }

  private Reply filters(Kind kind) {
    ArrayNode list = Json.array();
    views.of(kind).forEach(view -> list.add(shown(view)));
    return Reply.json(200, Json.object().set("filters", list));
  }

  private Reply filter(Kind kind, Exchange exchange) {
    View view = view(kind, exchange.param("view"));
    return Reply.json(200, Json.object().set("filter", shown(view)));
  }

  private ObjectNode shown(View view) {
    return view.shown(account.setup().users().admin(), "2026-01-04T02:00:00Z");
  }

  private View view(Kind kind, String id) {
    return Stream.of(id)
        .filter(text -> text.matches("\\d{1,18}"))
        .flatMap(text -> views.find(kind, Long.parseLong(text)).stream())
        .findFirst()
        .orElseThrow(Errors::notAuthorized);
  }

  private Reply list(Kind kind, String viewId, Exchange exchange) {
    View view = view(kind, viewId);
    Page page = Page.of(exchange);
    Sorting sorting = Sorting.of(exchange);
    Table table = account.tables().of(kind);
    List<ObjectNode> rows;
    long total;
    if (view.scope() == View.Scope.ALL) {
      rows = sorting.page(table, page);
      total = table.count();
    } else {
      Stream<ObjectNode> all =
          view.scope() == View.Scope.BIN ? table.allBinned() : table.all().filter(view.test());
      List<ObjectNode> shown = sorting.sorted(all.toList());
      rows = page.of(shown);
      total = shown.size();
    }
    boolean deleted = view.scope() == View.Scope.BIN;
    ObjectNode answer = envelope.list(kind, moved(exchange, table, page, rows), deleted, exchange);
    page.describe(answer, total);
    return Reply.json(200, answer);
  }

  /** The faults of paging: the last row of the page before comes again, or the first is missed. */
  private static List<ObjectNode> moved(
      Exchange exchange, Table table, Page page, List<ObjectNode> rows) {
    List<ObjectNode> changed = new ArrayList<>(rows);
    if (exchange.fault(Fault.MovedRow.class).isPresent() && !changed.isEmpty()) {
      changed.removeFirst();
    }
    if (exchange.fault(Fault.DuplicateRow.class).isPresent() && page.number() > 1) {
      Sorting sorting = Sorting.of(exchange);
      List<ObjectNode> before = sorting.page(table, new Page(page.number() - 1, page.size()));
      if (!before.isEmpty()) {
        changed.addFirst(before.getLast());
      }
    }
    return changed;
  }

  /** Walks by id, lowest first, from after the last one fetched. */
  private Reply scroll(Kind kind, Exchange exchange) {
    View view = view(kind, exchange.param("view"));
    int limit = Math.clamp(exchange.queryInt("limit", 25), 0, 100);
    long after =
        exchange
            .query("last_fetched_id")
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .orElse(0L);
    List<ObjectNode> rows =
        account.tables().of(kind).after(after).filter(view.test()).limit(limit).toList();
    return Reply.json(200, envelope.list(kind, rows, false, exchange));
  }
}
