package dev.pindah.sandbox.freshdesk.fields;

import dev.pindah.sandbox.freshdesk.answers.Ids;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskField;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.freshdesk.desk.DeskFields.Of;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Facts, section 6. */
public final class FieldEndpoints {

  private static final Map<String, Shape> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("label", Shape.STRING),
          Map.entry("label_for_customers", Shape.STRING),
          Map.entry("type", Shape.STRING),
          Map.entry("position", Shape.NUMBER),
          Map.entry("displayed_to_customers", Shape.BOOLEAN),
          Map.entry("customers_can_edit", Shape.BOOLEAN),
          Map.entry("required_for_agents", Shape.BOOLEAN),
          Map.entry("required_for_customers", Shape.BOOLEAN),
          Map.entry("required_for_closure", Shape.BOOLEAN),
          Map.entry("unique", Shape.BOOLEAN),
          Map.entry("choices", Shape.ARRAY),
          Map.entry("dependent_fields", Shape.ARRAY),
          Map.entry("section_mappings", Shape.ARRAY));
  private static final Set<String> OF_TICKETS =
      Set.of(
          "custom_text",
          "custom_paragraph",
          "custom_checkbox",
          "custom_number",
          "custom_decimal",
          "custom_date",
          "custom_dropdown",
          "custom_multi_select_dropdown");
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "custom_text",
          "custom_paragraph",
          "custom_checkbox",
          "custom_number",
          "custom_dropdown",
          "custom_phone_number",
          "custom_url",
          "custom_date");

  private final DeskFields fields;
  private final LegacyFields legacy;

  public FieldEndpoints(Desk desk) {
    this.fields = desk.fields();
    this.legacy = new LegacyFields(desk.fields());
  }

  public void addTo(Router router, String api) {
    router.get(api + "/ticket_fields", legacy::answer);
    Map.of(
            "/admin/ticket_fields", Of.TICKETS,
            "/contact_fields", Of.CONTACTS,
            "/company_fields", Of.COMPANIES)
        .forEach(
            (path, of) ->
                router
                    .get(api + path, _ -> list(of))
                    .post(api + path, exchange -> create(of, exchange))
                    .get(
                        api + path + "/{id}",
                        exchange -> Reply.json(200, require(of, exchange).shown()))
                    .put(api + path + "/{id}", exchange -> update(of, exchange))
                    .delete(api + path + "/{id}", exchange -> delete(of, exchange)));
  }

  private Reply list(Of of) {
    ArrayNode list = Json.array();
    fields.all(of).forEach(field -> list.add(field.shown()));
    return Reply.json(200, list);
  }

  private Reply create(Of of, Exchange exchange) {
    Intake intake = Intake.of(exchange, ATTRIBUTES);
    Problems problems = intake.problems();
    if (intake.text("label").isBlank()) {
      problems.missing("label", Shape.STRING.shown());
    }
    if (of == Of.CONTACTS && intake.text("label_for_customers").isBlank()) {
      problems.missing("label_for_customers", Shape.STRING.shown());
    }
    Set<String> types = of == Of.TICKETS ? OF_TICKETS : OF_PEOPLE;
    if (!types.contains(intake.text("type"))) {
      problems.notOneOf("type", types.stream().sorted().toList());
    }
    boolean taken =
        fields.all(of).stream().anyMatch(f -> f.label().equalsIgnoreCase(intake.text("label")));
    if (taken) {
      problems.duplicate("label", 0, true);
    }
    problems.check();
    String label = intake.text("label");
    String forCustomers =
        intake.gives("label_for_customers") ? intake.text("label_for_customers") : label;
    DeskField field = fields.add(of, wanted(intake, label, forCustomers, choices(intake)));
    return Reply.json(201, field.shown())
        .withHeader("Location", exchange.base() + exchange.path() + "/" + field.id());
  }

  private Reply update(Of of, Exchange exchange) {
    DeskField field = require(of, exchange);
    Intake intake = Intake.of(exchange, ATTRIBUTES);
    if (field.isDefault()) {
      intake.problems().add("id", "A default field cannot be changed", "readonly_field");
    }
    intake.problems().check();
    List<String> values = intake.gives("choices") ? changed(field, intake) : field.values();
    String label = intake.gives("label") ? intake.text("label") : field.label();
    return Reply.json(
        200,
        fields.change(of, field, wanted(intake, label, field.labelForCustomers(), values)).shown());
  }

  private Reply delete(Of of, Exchange exchange) {
    DeskField field = require(of, exchange);
    if (field.isDefault()) {
      throw Problems.one("id", "A default field cannot be deleted", "readonly_field");
    }
    fields.remove(of, field.id());
    return Reply.empty(204);
  }

  private static DeskFields.Wanted wanted(
      Intake intake, String label, String forCustomers, List<String> values) {
    return new DeskFields.Wanted(
        label,
        forCustomers,
        intake.text("type"),
        intake.values().path("required_for_agents").asBoolean(false),
        intake.values().path("required_for_closure").asBoolean(false),
        values);
  }

  private static List<String> choices(Intake intake) {
    List<String> values = new ArrayList<>();
    for (JsonNode choice : intake.values().path("choices")) {
      String value = choice.isObject() ? choice.path("value").asString("") : choice.asString("");
      if (!value.isBlank() && !values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  /** Given choices are added; one with {@code deleted} goes. */
  private static List<String> changed(DeskField field, Intake intake) {
    List<String> values = new ArrayList<>(field.values());
    for (JsonNode choice : intake.values().path("choices")) {
      if (choice.path("deleted").asBoolean(false)) {
        values.remove(choice.path("value").asString(""));
      }
    }
    for (String value : choices(intake)) {
      if (!values.contains(value) && !isDeleted(intake, value)) {
        values.add(value);
      }
    }
    return values;
  }

  private static boolean isDeleted(Intake intake, String value) {
    return intake
        .values()
        .path("choices")
        .valueStream()
        .filter(choice -> choice.path("deleted").asBoolean(false))
        .anyMatch(choice -> choice.path("value").asString("").equals(value));
  }

  private DeskField require(Of of, Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .flatMap(id -> fields.find(of, id))
        .orElseThrow(Problems::missing);
  }
}
