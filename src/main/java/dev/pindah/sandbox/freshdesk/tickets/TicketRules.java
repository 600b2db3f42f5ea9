package dev.pindah.sandbox.freshdesk.tickets;

import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.freshdesk.intake.CustomFields;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.freshdesk.people.Contacts;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2: what may stand on a ticket. */
final class TicketRules {

  static final Map<String, Shape> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("requester_id", Shape.NUMBER),
          Map.entry("email", Shape.STRING),
          Map.entry("phone", Shape.STRING),
          Map.entry("twitter_id", Shape.STRING),
          Map.entry("facebook_id", Shape.STRING),
          Map.entry("unique_external_id", Shape.STRING),
          Map.entry("name", Shape.STRING),
          Map.entry("subject", Shape.STRING),
          Map.entry("description", Shape.STRING),
          Map.entry("type", Shape.STRING),
          Map.entry("status", Shape.NUMBER),
          Map.entry("priority", Shape.NUMBER),
          Map.entry("source", Shape.NUMBER),
          Map.entry("responder_id", Shape.NUMBER),
          Map.entry("group_id", Shape.NUMBER),
          Map.entry("company_id", Shape.NUMBER),
          Map.entry("product_id", Shape.NUMBER),
          Map.entry("email_config_id", Shape.NUMBER),
          Map.entry("parent_id", Shape.NUMBER),
          Map.entry("related_ticket_ids", Shape.ARRAY),
          Map.entry("tags", Shape.ARRAY),
          Map.entry("cc_emails", Shape.ARRAY),
          Map.entry("custom_fields", Shape.OBJECT),
          Map.entry("due_by", Shape.TIME),
          Map.entry("fr_due_by", Shape.TIME),
          Map.entry("internal_agent_id", Shape.NUMBER),
          Map.entry("internal_group_id", Shape.NUMBER),
          Map.entry("lookup_parameter", Shape.STRING));

  private static final List<String> REQUESTER =
      List.of("email", "phone", "twitter_id", "facebook_id", "unique_external_id");
  private static final Set<String> NOT_KEPT =
      Set.of("email", "phone", "twitter_id", "facebook_id", "unique_external_id", "name");
  private static final Set<Integer> PRIORITIES = new TreeSet<>(Set.of(1, 2, 3, 4));
  private static final Set<Integer> SOURCES = new TreeSet<>(Set.of(1, 2, 3, 7, 9, 10));

  private final Desk desk;
  private final Contacts contacts;
  private final CustomFields customFields;

  TicketRules(Desk desk, Contacts contacts) {
    this.desk = desk;
    this.contacts = contacts;
    this.customFields = new CustomFields(desk.fields(), DeskFields.Of.TICKETS);
  }

  CustomFields customFields() {
    return customFields;
  }

  /** Lays what was given over the row; everything wrong is refused at once. */
  void take(Intake intake, ObjectNode row, boolean creating) {
    for (Map.Entry<String, JsonNode> entry : intake.values().properties()) {
      String name = entry.getKey();
      boolean kept = !NOT_KEPT.contains(name) && !name.equals("custom_fields");
      if (ATTRIBUTES.containsKey(name) && kept && !entry.getValue().isNull()) {
        row.set(name, entry.getValue());
      }
    }
    codes(intake, row);
    references(intake, row);
    dates(intake, row);
    customFields.take(intake, row);
    int status = row.path("status").asInt();
    if (creating) {
      required(intake, row);
    }
    if (creating || status == 4 || status == 5) {
      customFields.required(intake, row, status == 4 || status == 5);
    }
    requester(intake, row, creating);
  }

  private static void required(Intake intake, ObjectNode row) {
    for (String name : List.of("subject", "description")) {
      if (row.path(name).asString("").isBlank()) {
        intake.problems().missing(name, Shape.STRING.shown());
      }
    }
  }

  private void codes(Intake intake, ObjectNode row) {
    Problems problems = intake.problems();
    Set<Integer> statuses = new TreeSet<>(desk.fields().statuses().keySet());
    if (intake.gives("status") && !statuses.contains(row.path("status").asInt(0))) {
      problems.notOneOf("status", statuses);
    }
    if (intake.gives("priority") && !PRIORITIES.contains(row.path("priority").asInt(0))) {
      problems.notOneOf("priority", PRIORITIES);
    }
    if (intake.gives("source") && !SOURCES.contains(row.path("source").asInt(0))) {
      problems.notOneOf("source", SOURCES);
    }
    if (intake.gives("type") && !desk.fields().types().contains(intake.text("type"))) {
      problems.notOneOf("type", desk.fields().types());
    }
  }

  private void references(Intake intake, ObjectNode row) {
    if (intake.gives("responder_id")
        && !desk.tables().agents().exists(row.path("responder_id").asLong(0))) {
      unknown(intake, "responder_id", "agent");
    }
    if (intake.gives("group_id")
        && !desk.tables().groups().exists(row.path("group_id").asLong(0))) {
      unknown(intake, "group_id", "group");
    }
    if (intake.gives("company_id") && !desk.behaviours().on("multiple-companies")) {
      intake
          .problems()
          .add(
              "company_id",
              "The field cannot be set without the Multiple Companies feature",
              "inaccessible_field");
    }
  }

  private static void unknown(Intake intake, String name, String kind) {
    intake
        .problems()
        .add(name, "There is no " + kind + " matching the given " + name, "invalid_value");
  }

  /** A due date lies after now. */
  private void dates(Intake intake, ObjectNode row) {
    for (String name : List.of("due_by", "fr_due_by")) {
      String text = intake.text(name);
      if (intake.gives(name) && Shape.TIME.fits(intake.values().path(name))) {
        Instant at = instant(text);
        row.put(name, at.toString());
        if (!at.isAfter(desk.now())) {
          intake.problems().add(name, "It should be in the future", "invalid_value");
        }
      }
    }
  }

  static Instant instant(String text) {
    String whole = text.length() == 10 ? text + "T00:00:00Z" : text;
    return OffsetDateTime.parse(whole.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? whole : whole + "Z")
        .toInstant();
  }

  private void requester(Intake intake, ObjectNode row, boolean creating) {
    Problems problems = intake.problems();
    if (intake.gives("requester_id")) {
      long id = row.path("requester_id").asLong(0);
      boolean known = desk.tables().contacts().exists(id) || desk.tables().agents().exists(id);
      if (!known) {
        unknown(intake, "requester_id", "contact");
      }
      problems.check();
      return;
    }
    boolean named = REQUESTER.stream().anyMatch(intake::gives);
    if (creating && !named) {
      problems.missing("requester_id", "Positive Integer");
    }
    boolean phoneAlone =
        intake.gives("phone") && Stream.of("email", "name").noneMatch(intake::gives);
    if (phoneAlone) {
      problems.missing("name", Shape.STRING.shown());
    }
    problems.check();
    if (named) {
      row.put("requester_id", contacts.forTicket(intake));
    }
  }

  static ObjectNode blank() {
    ObjectNode row = Json.object();
    row.putArray("cc_emails");
    row.putArray("fwd_emails");
    row.putArray("reply_cc_emails");
    row.putArray("ticket_cc_emails");
    row.put("fr_escalated", false).put("spam", false).putNull("email_config_id");
    row.putNull("group_id").put("priority", 1).putNull("requester_id").putNull("responder_id");
    row.put("source", 2).putNull("company_id").put("status", 2).putNull("subject");
    row.putNull("association_type").putNull("to_emails").putNull("product_id").putNull("id");
    row.putNull("type").putNull("due_by").putNull("fr_due_by").put("is_escalated", false);
    row.putNull("description").putNull("description_text");
    row.putObject("custom_fields");
    row.putArray("tags");
    row.putArray("attachments");
    return row;
  }
}
