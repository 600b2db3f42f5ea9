package dev.pindah.sandbox.freshdesk.tickets;

import dev.pindah.sandbox.freshdesk.answers.Ids;
import dev.pindah.sandbox.freshdesk.answers.Pages;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.auth.DeskAccess;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.desk.Files;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.1: notes are history, replies are mails. */
public final class ConversationEndpoints {

  private static final Map<String, Shape> NOTE =
      Map.of(
          "body", Shape.STRING,
          "private", Shape.BOOLEAN,
          "incoming", Shape.BOOLEAN,
          "notify_emails", Shape.ARRAY,
          "user_id", Shape.NUMBER);
  private static final Map<String, Shape> REPLY =
      Map.of(
          "body", Shape.STRING,
          "from_email", Shape.STRING,
          "user_id", Shape.NUMBER,
          "cc_emails", Shape.ARRAY,
          "bcc_emails", Shape.ARRAY);
  private static final Map<String, Shape> EDIT = Map.of("body", Shape.STRING);

  private final Desk desk;
  private final DeskAccess access;
  private final Table tickets;
  private final Table conversations;
  private final Attaching attaching;

  public ConversationEndpoints(Desk desk, DeskAccess access) {
    this.desk = desk;
    this.access = access;
    this.tickets = desk.tables().tickets();
    this.conversations = desk.tables().conversations();
    this.attaching = new Attaching(desk);
  }

  public void addTo(Router router, String api) {
    router
        .get(api + "/tickets/{id}/conversations", this::list)
        .post(api + "/tickets/{id}/notes", this::note)
        .post(api + "/tickets/{id}/reply", this::reply)
        .put(api + "/conversations/{id}", this::edit)
        .delete(api + "/conversations/{id}", this::delete)
        .delete(api + "/attachments/{id}", this::detach);
  }

  private Reply list(Exchange exchange) {
    ObjectNode ticket = Ids.require(tickets, exchange);
    List<Long> ids = conversations.ids(DeskTables.TICKET, ticket.path("id").asString());
    return Pages.of(
        ids, exchange, id -> shown(conversations.find(id).orElseThrow(Problems::missing)));
  }

  private Reply note(Exchange exchange) {
    ObjectNode ticket = Ids.require(tickets, exchange);
    Intake intake = Intake.of(exchange, NOTE);
    ObjectNode row = row(intake, ticket, 2);
    row.put("private", intake.values().path("private").asBoolean(true));
    row.put("incoming", intake.values().path("incoming").asBoolean(false));
    return stored(row, intake, ticket, exchange, () -> noteMails(row, intake, ticket));
  }

  private void noteMails(ObjectNode row, Intake intake, ObjectNode ticket) {
    intake
        .values()
        .path("notify_emails")
        .forEach(to -> desk.mail(to.asString(""), subject(ticket), "note notifies"));
    boolean announced =
        !row.path("private").asBoolean()
            && !row.path("incoming").asBoolean()
            && desk.behaviours().on("notifications");
    if (announced) {
      mailRequester(ticket, "public note");
    }
  }

  private Reply reply(Exchange exchange) {
    ObjectNode ticket = Ids.require(tickets, exchange);
    Intake intake = Intake.of(exchange, REPLY);
    ObjectNode row = row(intake, ticket, 0).put("private", false).put("incoming", false);
    return stored(row, intake, ticket, exchange, () -> mailRequester(ticket, "reply"));
  }

  private Reply stored(
      ObjectNode row, Intake intake, ObjectNode ticket, Exchange exchange, Runnable mails) {
    attaching.check(ticket.path("id").asLong(), intake.files());
    attaching.add(row, intake.files(), exchange.base());
    conversations.insert(row);
    tickets.replace(ticket);
    mails.run();
    return Reply.json(201, shown(row));
  }

  private ObjectNode row(Intake intake, ObjectNode ticket, int source) {
    String html = intake.text("body");
    if (html.isBlank()) {
      intake.problems().missing("body", Shape.STRING.shown());
    }
    long user = intake.values().path("user_id").asLong(access.agent());
    boolean agent = desk.tables().agents().exists(user);
    boolean contact =
        desk.tables().contacts().exists(user) && desk.behaviours().on("note-contact-user");
    if (!agent && !contact) {
      intake
          .problems()
          .add("user_id", "There is no agent matching the given user_id", "invalid_value");
    }
    intake.problems().check();
    ObjectNode row = Json.object();
    row.putNull("id").put("body", Html.stored(html, desk.behaviours().is("html", "wrapped")));
    row.put("body_text", Html.text(html)).put("incoming", false).put("private", true);
    row.put("user_id", user).putNull("support_email").put("source", source);
    row.put("category", source == 2 ? 2 : 3).put("ticket_id", ticket.path("id").asLong());
    row.putArray("to_emails");
    row.putNull("from_email");
    row.putArray("cc_emails");
    row.putArray("bcc_emails");
    row.putArray("attachments");
    return row;
  }

  private Reply edit(Exchange exchange) {
    ObjectNode row = Ids.require(conversations, exchange);
    if (row.path("source").asInt() != 2) {
      throw Problems.one("id", "Only notes can be edited", "invalid_value");
    }
    Intake intake = Intake.of(exchange, EDIT);
    if (!intake.gives("body")) {
      intake.problems().missing("body", Shape.STRING.shown());
    }
    intake.problems().check();
    row.put("body", Html.stored(intake.text("body"), desk.behaviours().is("html", "wrapped")));
    row.put("body_text", Html.text(intake.text("body")));
    return Reply.json(200, shown(conversations.replace(row)));
  }

  private Reply delete(Exchange exchange) {
    conversations.erase(Ids.require(conversations, exchange).path("id").asLong());
    return Reply.empty(204);
  }

  private Reply detach(Exchange exchange) {
    String id = exchange.param("id");
    for (Table table : List.of(tickets, conversations)) {
      for (ObjectNode row : table.all().toList()) {
        if (removed(row.path("attachments"), id)) {
          table.replace(row);
          return Reply.empty(204);
        }
      }
    }
    throw Problems.missing();
  }

  private static boolean removed(JsonNode attachments, String id) {
    if (attachments instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).path("id").asString().equals(id)) {
          list.remove(i);
          return true;
        }
      }
    }
    return false;
  }

  private void mailRequester(ObjectNode ticket, String why) {
    desk.tables()
        .contacts()
        .find(ticket.path("requester_id").asLong(0))
        .map(contact -> contact.path("email").asString(""))
        .filter(email -> !email.isEmpty())
        .ifPresent(email -> desk.mail(email, subject(ticket), why));
  }

  private static String subject(ObjectNode ticket) {
    return "Re: " + ticket.path("subject").asString("");
  }

  static ObjectNode shown(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    shown.set("attachments", Files.shown(row.path("attachments")));
    return shown;
  }
}
