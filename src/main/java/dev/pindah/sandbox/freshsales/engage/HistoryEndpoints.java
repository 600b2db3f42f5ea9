package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Timelines, activities and conversations: read-only, and never any mail or chat in them. */
public final class HistoryEndpoints {

  private final Account account;
  private final Targets targets;

  public HistoryEndpoints(Account account) {
    this.account = account;
    this.targets = new Targets(account);
  }

  /** Adds the paths; conversations are served only without {@code /api}. */
  public void addTo(Router router, String api, String bare) {
    router
        .get(
            api + "/contacts/{id}/timeline_feeds",
            exchange -> feed(Kind.CONTACT, "timeline_feeds", exchange))
        .get(
            api + "/contacts/{id}/activities",
            exchange -> feed(Kind.CONTACT, "activities", exchange));
    for (Kind kind : Kind.RECORDS) {
      router.get(
          bare + "/" + kind.path() + "/{id}/conversations/all",
          exchange -> conversations(kind, exchange));
    }
  }

  private Reply feed(Kind kind, String root, Exchange exchange) {
    Targets.Target target = targets.ofPath(kind, exchange);
    List<ObjectNode> events = new ArrayList<>();
    account
        .tables()
        .of(kind)
        .find(target.id())
        .ifPresent(row -> events.add(event(row, kind.type(), "create")));
    for (Table table :
        List.of(
            account.tables().notes(), account.tables().tasks(), account.tables().appointments())) {
      for (long id : targets.ids(table, target)) {
        table.find(id).ifPresent(row -> events.add(event(row, table.name(), "create")));
      }
    }
    events.sort(
        Comparator.<ObjectNode, String>comparing(event -> event.path("created_at").asString())
            .reversed());
    Page page = Page.of(exchange);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray(root);
    page.of(events).forEach(list::add);
    answer
        .putObject("meta")
        .put("has_next", page.offset() + page.size() < events.size())
        .put("has_previous", page.number() > 1);
    return Reply.json(200, answer);
  }

  private static ObjectNode event(ObjectNode row, String type, String action) {
    ObjectNode event = Json.object();
    event.put("actionable_type", type).put("actionable_id", row.path("id").asLong());
    event.put("action_type", action);
    event.set("user_id", row.path("creater_id"));
    event.set("created_at", row.path("created_at"));
    return event;
  }

  private Reply conversations(Kind kind, Exchange exchange) {
    targets.ofPath(kind, exchange);
    ObjectNode answer = Json.object();
    answer.putArray("conversations");
    answer.putObject("meta").put("has_next", false).put("has_previous", false);
    return Reply.json(200, answer);
  }
}
