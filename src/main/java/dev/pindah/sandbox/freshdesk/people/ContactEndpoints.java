package dev.pindah.sandbox.freshdesk.people;

import dev.pindah.sandbox.freshdesk.answers.Ids;
import dev.pindah.sandbox.freshdesk.answers.Pages;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 3. */
public final class ContactEndpoints {

  private final Desk desk;
  private final Table contacts;
  private final Contacts rules;

  public ContactEndpoints(Desk desk, Contacts rules) {
    this.desk = desk;
    this.contacts = desk.tables().contacts();
    this.rules = rules;
  }

  public void addTo(Router router, String api) {
    String base = api + "/contacts";
    router
        .get(base, this::list)
        .post(base, this::create)
        .get(base + "/autocomplete", this::autocomplete)
        .get(base + "/{id}", e -> Reply.json(200, rules.shown(Ids.require(contacts, e))))
        .put(base + "/{id}", this::update)
        .delete(base + "/{id}", this::delete)
        .delete(base + "/{id}/hard_delete", this::hardDelete)
        .put(base + "/{id}/restore", this::restore)
        .put(base + "/{id}/send_invite", this::invite);
  }

  private Reply create(Exchange exchange) {
    ObjectNode row = rules.create(exchange);
    return Reply.json(201, rules.shown(row))
        .withHeader("Location", exchange.base() + exchange.path() + "/" + row.path("id").asLong());
  }

  private Reply update(Exchange exchange) {
    return Reply.json(200, rules.shown(rules.update(live(exchange), exchange)));
  }

  private Reply delete(Exchange exchange) {
    contacts.replace(live(exchange).put("deleted", true));
    return Reply.empty(204);
  }

  /** Takes the contact's tickets with it. */
  private Reply hardDelete(Exchange exchange) {
    ObjectNode row = Ids.require(contacts, exchange);
    boolean forced = exchange.query("force").orElse("").equals("true");
    if (!forced && !row.path("deleted").asBoolean(false)) {
      return Reply.empty(405);
    }
    long id = row.path("id").asLong();
    Table tickets = desk.tables().tickets();
    for (long ticket : tickets.ids(DeskTables.REQUESTER, String.valueOf(id))) {
      Table conversations = desk.tables().conversations();
      conversations.ids(DeskTables.TICKET, String.valueOf(ticket)).forEach(conversations::erase);
      tickets.erase(ticket);
    }
    contacts.erase(id);
    return Reply.empty(204);
  }

  private Reply restore(Exchange exchange) {
    ObjectNode row = Ids.require(contacts, exchange);
    row.remove("deleted");
    contacts.replace(row);
    return Reply.empty(204);
  }

  private Reply invite(Exchange exchange) {
    ObjectNode row = live(exchange);
    desk.mail(row.path("email").asString(""), "Activate your account", "send_invite");
    return Reply.empty(204);
  }

  private Reply list(Exchange exchange) {
    String state = exchange.query("state").orElse("");
    String since =
        exchange.query("updated_since").or(() -> exchange.query("_updated_since")).orElse("");
    List<ObjectNode> rows =
        candidates(exchange)
            .filter(row -> row.path("deleted").asBoolean(false) == state.equals("deleted"))
            .filter(row -> row.path("updated_at").asString().compareTo(since) >= 0)
            .filter(row -> holds(row, exchange, "phone"))
            .filter(row -> holds(row, exchange, "company_id"))
            .toList();
    return Pages.of(rows, exchange, rules::shown);
  }

  /** What is unique is looked up, the rest walked through. */
  private Stream<ObjectNode> candidates(Exchange exchange) {
    for (String[] key :
        new String[][] {
          {"email", DeskTables.NAME},
          {"mobile", DeskTables.MOBILE},
          {"unique_external_id", DeskTables.EXTERNAL_ID}
        }) {
      Optional<String> value = exchange.query(key[0]);
      if (value.isPresent()) {
        return contacts.ids(key[1], value.get().toLowerCase(Locale.ROOT)).stream()
            .flatMap(id -> contacts.find(id).stream());
      }
    }
    return contacts.all();
  }

  private static boolean holds(ObjectNode row, Exchange exchange, String name) {
    return exchange
        .query(name)
        .map(value -> row.path(name).asString("").equals(value))
        .orElse(true);
  }

  private Reply autocomplete(Exchange exchange) {
    String term = exchange.query("term").orElse("").toLowerCase(Locale.ROOT);
    ArrayNode list = Json.array();
    contacts
        .all()
        .filter(row -> row.path("name").asString("").toLowerCase(Locale.ROOT).startsWith(term))
        .limit(10)
        .forEach(
            row ->
                list.addObject()
                    .put("id", row.path("id").asLong())
                    .put("name", row.path("name").asString("")));
    return Reply.json(200, list);
  }

  /** A contact that is not deleted: writes to a deleted one are not allowed. */
  private ObjectNode live(Exchange exchange) {
    ObjectNode row = Ids.require(contacts, exchange);
    if (row.path("deleted").asBoolean(false)) {
      throw new Refusal(Problems.coded(405, "method_not_allowed", "The contact is deleted"));
    }
    return row;
  }
}
