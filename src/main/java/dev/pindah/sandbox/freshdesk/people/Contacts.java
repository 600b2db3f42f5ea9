package dev.pindah.sandbox.freshdesk.people;

import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.intake.CustomFields;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Contacts as they are written: strict, with unique addresses. */
public final class Contacts {

  private static final Map<String, Shape> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("name", Shape.STRING),
          Map.entry("email", Shape.STRING),
          Map.entry("phone", Shape.STRING),
          Map.entry("mobile", Shape.STRING),
          Map.entry("twitter_id", Shape.STRING),
          Map.entry("unique_external_id", Shape.STRING),
          Map.entry("other_emails", Shape.ARRAY),
          Map.entry("company_id", Shape.NUMBER),
          Map.entry("view_all_tickets", Shape.BOOLEAN),
          Map.entry("address", Shape.STRING),
          Map.entry("description", Shape.STRING),
          Map.entry("job_title", Shape.STRING),
          Map.entry("language", Shape.STRING),
          Map.entry("time_zone", Shape.STRING),
          Map.entry("tags", Shape.ARRAY),
          Map.entry("custom_fields", Shape.OBJECT));

  private final Desk desk;
  private final Table contacts;
  private final CustomFields customFields;

  public Contacts(Desk desk) {
    this.desk = desk;
    this.contacts = desk.tables().contacts();
    this.customFields = new CustomFields(desk.fields(), DeskFields.Of.CONTACTS);
  }

  ObjectNode create(Exchange exchange) {
    Intake intake = Intake.of(exchange, ATTRIBUTES);
    ObjectNode row = blank();
    write(intake, row);
    if (!row.hasNonNull("name")) {
      intake.problems().missing("name", Shape.STRING.shown());
    }
    boolean reachable =
        Stream.of("email", "phone", "mobile", "twitter_id", "unique_external_id")
            .anyMatch(row::hasNonNull);
    if (!reachable) {
      intake
          .problems()
          .add(
              "email",
              "Please fill at least 1 of email, phone, mobile, twitter_id, unique_external_id fields",
              "missing_field");
    }
    customFields.required(intake, row, false);
    intake.problems().check();
    return contacts.insert(row);
  }

  ObjectNode update(ObjectNode row, Exchange exchange) {
    Intake intake = Intake.of(exchange, ATTRIBUTES);
    write(intake, row);
    intake.problems().check();
    return contacts.replace(row);
  }

  /** The contact behind a ticket's requester attributes, made when there is none. */
  public long forTicket(Intake intake) {
    Optional<Long> known =
        byKey("email", DeskTables.NAME, intake)
            .or(() -> byKey("unique_external_id", DeskTables.EXTERNAL_ID, intake))
            .or(() -> byKey("phone", DeskTables.MOBILE, intake));
    if (known.isPresent()) {
      return known.get();
    }
    ObjectNode row = blank();
    for (String name : List.of("email", "phone", "twitter_id", "unique_external_id")) {
      if (intake.gives(name)) {
        row.put(name, lowered(name, intake.text(name)));
      }
    }
    String email = intake.text("email");
    row.put("name", intake.gives("name") ? intake.text("name") : email.replaceAll("@.*", ""));
    return contacts.insert(row).path("id").asLong();
  }

  ObjectNode shown(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    shown.set("custom_fields", customFields.shown(row));
    return shown;
  }

  private void write(Intake intake, ObjectNode row) {
    for (var entry : intake.values().properties()) {
      String name = entry.getKey();
      if (ATTRIBUTES.containsKey(name) && !name.equals("custom_fields")) {
        boolean text = entry.getValue().isString();
        row.set(
            name, text ? Json.tree(lowered(name, entry.getValue().asString())) : entry.getValue());
      }
    }
    email(intake, row);
    unique(intake, row, "email", DeskTables.NAME);
    unique(intake, row, "unique_external_id", DeskTables.EXTERNAL_ID);
    unique(intake, row, "mobile", DeskTables.MOBILE);
    if (intake.gives("company_id")
        && !desk.tables().companies().exists(row.path("company_id").asLong(0))) {
      intake
          .problems()
          .add("company_id", "There is no company matching the given company_id", "invalid_value");
    }
    customFields.take(intake, row);
  }

  private static void email(Intake intake, ObjectNode row) {
    String email = row.path("email").asString("");
    if (intake.gives("email") && !email.matches("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}")) {
      intake
          .problems()
          .add("email", "It should be in the 'valid email address' format", "invalid_value");
    }
  }

  private void unique(Intake intake, ObjectNode row, String name, String index) {
    if (!intake.gives(name)) {
      return;
    }
    String key = row.path(name).asString("").toLowerCase(Locale.ROOT);
    contacts.ids(index, key).stream()
        .filter(id -> id != row.path("id").asLong(0))
        .findFirst()
        .ifPresent(
            id ->
                intake
                    .problems()
                    .duplicate(name, id, desk.behaviours().is("duplicate-status", "409")));
  }

  private Optional<Long> byKey(String name, String index, Intake intake) {
    return intake.gives(name)
        ? contacts.ids(index, intake.text(name).toLowerCase(Locale.ROOT)).stream().findFirst()
        : Optional.empty();
  }

  private static String lowered(String name, String value) {
    return name.equals("email") ? value.strip().toLowerCase(Locale.ROOT) : value;
  }

  private static ObjectNode blank() {
    ObjectNode row = Json.object();
    row.put("active", false).putNull("address").putNull("company_id");
    row.put("view_all_tickets", false).putNull("description").putNull("email").putNull("id");
    row.put("contact_type", "contact").putNull("job_title").put("language", "en");
    row.putNull("mobile").putNull("name").putNull("phone").put("time_zone", "Jakarta");
    row.putNull("twitter_id").putNull("unique_external_id");
    row.putArray("other_emails");
    row.putArray("other_companies");
    row.putObject("custom_fields");
    row.putArray("tags");
    return row.putNull("avatar");
  }
}
