package dev.pindah.sandbox.freshdesk.tickets;

import dev.pindah.sandbox.freshdesk.answers.Ids;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.desk.Files;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.freshdesk.people.Contacts;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One ticket at a time, and the two bulk calls. */
public final class TicketEndpoints {

  private static final int CONVERSATIONS_SHOWN = 10;

  private final Desk desk;
  private final Table tickets;
  private final TicketRules rules;
  private final Attaching attaching;
  private final DeskJobs jobs;

  public TicketEndpoints(Desk desk, Contacts contacts, DeskJobs jobs) {
    this.desk = desk;
    this.tickets = desk.tables().tickets();
    this.rules = new TicketRules(desk, contacts);
    this.attaching = new Attaching(desk);
    this.jobs = jobs;
  }

  public void addTo(Router router, String api) {
    String base = api + "/tickets";
    router
        .post(base, this::create)
        .get(base, new TicketList(desk, this::shown)::answer)
        .get(base + "/{id}", this::read)
        .put(base + "/{id}", this::update)
        .delete(base + "/{id}", this::delete)
        .put(base + "/{id}/restore", this::restore)
        .post(base + "/bulk_update", this::bulkUpdate)
        .post(base + "/bulk_delete", this::bulkDelete);
  }

  private Reply create(Exchange exchange) {
    Intake intake = Intake.of(exchange, TicketRules.ATTRIBUTES);
    ObjectNode row = TicketRules.blank();
    rules.take(intake, row, true);
    attaching.check(0, intake.files());
    attaching.add(row, intake.files(), exchange.base());
    html(row);
    row.set("ticket_cc_emails", row.path("cc_emails"));
    tickets.insert(row);
    notify(row);
    return Reply.json(201, shown(row))
        .withHeader("Location", exchange.base() + exchange.path() + "/" + row.path("id").asLong());
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = live(exchange);
    Intake intake = Intake.of(exchange, TicketRules.ATTRIBUTES);
    String before = row.path("description").asString("");
    rules.take(intake, row, false);
    attaching.check(row.path("id").asLong(), intake.files());
    attaching.add(row, intake.files(), exchange.base());
    if (!row.path("description").asString("").equals(before)) {
      html(row);
    }
    return Reply.json(200, shown(tickets.replace(row)));
  }

  private Reply read(Exchange exchange) {
    ObjectNode row = Ids.require(tickets, exchange);
    ObjectNode shown = shown(row);
    String include = exchange.query("include").orElse("");
    if (include.contains("conversations")) {
      ArrayNode list = shown.putArray("conversations");
      Table conversations = desk.tables().conversations();
      conversations.ids(DeskTables.TICKET, row.path("id").asString()).stream()
          .limit(CONVERSATIONS_SHOWN)
          .flatMap(id -> conversations.find(id).stream())
          .forEach(one -> list.add(ConversationEndpoints.shown(one)));
    }
    if (include.contains("requester")) {
      desk.tables()
          .contacts()
          .find(row.path("requester_id").asLong(0))
          .ifPresent(contact -> shown.set("requester", TicketList.requester(contact)));
    }
    if (include.contains("stats")) {
      shown.set("stats", TicketList.stats(row));
    }
    return Reply.json(200, shown);
  }

  private Reply delete(Exchange exchange) {
    tickets.replace(live(exchange).put("deleted", true));
    return Reply.empty(204);
  }

  private Reply restore(Exchange exchange) {
    ObjectNode row = Ids.require(tickets, exchange);
    row.remove("deleted");
    tickets.replace(row);
    return Reply.empty(204);
  }

  private Reply bulkUpdate(Exchange exchange) {
    JsonNode action = action(exchange);
    Map<String, Shape> allowed = new HashMap<>(TicketRules.ATTRIBUTES);
    allowed.put("skip_close_notification", Shape.BOOLEAN);
    ObjectNode properties =
        action.path("properties") instanceof ObjectNode given ? given : Json.object();
    Problems problems = new Problems();
    properties.propertyNames().stream()
        .filter(name -> !allowed.containsKey(name))
        .forEach(problems::unknown);
    problems.check();
    properties.remove("skip_close_notification");
    for (ObjectNode row : rows(action)) {
      rules.take(new Intake(properties, List.of(), new Problems()), row, false);
      tickets.replace(row);
    }
    return jobs.started(exchange, "BULK_UPDATE");
  }

  private Reply bulkDelete(Exchange exchange) {
    rows(action(exchange)).forEach(row -> tickets.replace(row.put("deleted", true)));
    return jobs.started(exchange, "BULK_DELETE");
  }

  private static JsonNode action(Exchange exchange) {
    return exchange
        .json()
        .map(body -> body.path("bulk_action"))
        .filter(JsonNode::isObject)
        .orElseThrow(
            () -> Problems.one("bulk_action", "It should be a/an key/value pair", "missing_field"));
  }

  private List<ObjectNode> rows(JsonNode action) {
    return action
        .path("ids")
        .valueStream()
        .limit(100)
        .flatMap(id -> tickets.find(id.asLong(0)).stream())
        .filter(row -> !row.path("deleted").asBoolean(false))
        .toList();
  }

  private void html(ObjectNode row) {
    String html = row.path("description").asString("");
    row.put("description", Html.stored(html, desk.behaviours().is("html", "wrapped")));
    row.put("description_text", Html.text(html));
  }

  /** A created ticket is announced to its requester and to everyone in copy. */
  private void notify(ObjectNode row) {
    String subject = row.path("subject").asString("");
    if (desk.behaviours().on("notifications")) {
      desk.tables()
          .contacts()
          .find(row.path("requester_id").asLong(0))
          .map(contact -> contact.path("email").asString(""))
          .filter(email -> !email.isEmpty())
          .ifPresent(email -> desk.mail(email, "Ticket received: " + subject, "ticket created"));
    }
    row.path("cc_emails")
        .forEach(cc -> desk.mail(cc.asString(""), "Copy: " + subject, "ticket created"));
  }

  /** A deleted ticket cannot be written. */
  private ObjectNode live(Exchange exchange) {
    ObjectNode row = Ids.require(tickets, exchange);
    if (row.path("deleted").asBoolean(false) || row.path("spam").asBoolean(false)) {
      throw new Refusal(Problems.coded(405, "method_not_allowed", "The ticket is deleted or spam"));
    }
    return row;
  }

  ObjectNode shown(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    shown.set("custom_fields", rules.customFields().shown(row));
    shown.set("attachments", Files.shown(row.path("attachments")));
    return shown;
  }
}
