package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Fields of tickets, contacts and companies; read once, and again when the schema is read anew or
 * changed.
 */
final class FreshdeskFields {
  /** Label of the custom field that holds the source id. */
  private static final String ID_LABEL = "qontak_id__c";

  private final FreshdeskApi api;
  private final Map<TargetModule, List<FieldSchema>> known = new ConcurrentHashMap<>();

  FreshdeskFields(FreshdeskApi api) {
    this.api = api;
  }

  List<FieldSchema> readAnew(TargetModule module) {
    List<FieldSchema> fields = read(module);
    known.put(module, fields);
    return fields;
  }

  private List<FieldSchema> read(TargetModule module) {
    return rows(module).valueStream().map(row -> field(module, row)).toList();
  }

  private JsonNode rows(TargetModule module) {
    return switch (module) {
      // Every agent's key may read the older endpoint; only an admin's the newer one.
      case TICKETS ->
          api.tryGet("/ticket_fields", "/ticket_fields")
              .orElseGet(() -> api.get("/admin/ticket_fields", "/admin/ticket_fields"));
      case DESK_CONTACTS, DESK_COMPANIES ->
          api.allowed(path(module), path(module)).orElse(MissingNode.getInstance());
      default -> MissingNode.getInstance();
    };
  }

  /** Where fields of the module are listed, made and changed. */
  static String path(TargetModule module) {
    return switch (module) {
      case DESK_CONTACTS -> "/contact_fields";
      case DESK_COMPANIES -> "/company_fields";
      default -> "/admin/ticket_fields";
    };
  }

  /** Read once, however many ask at the same time. */
  List<FieldSchema> all(TargetModule module) {
    return known.computeIfAbsent(module, this::read);
  }

  /** API name of the custom field that holds the source id; empty where there is none. */
  Optional<String> idField(TargetModule module) {
    return all(module).stream()
        .filter(field -> field.label().equalsIgnoreCase(ID_LABEL))
        .map(FieldSchema::name)
        .findFirst();
  }

  private static FieldSchema field(TargetModule module, JsonNode row) {
    String name = text(row.path("name"));
    // Where a row does not say, the name does for tickets, and the kind for people.
    boolean standard =
        module == TargetModule.TICKETS
            ? !name.startsWith("cf_")
            : !text(row.path("type")).startsWith("custom_");
    boolean custom = !row.path("default").asBoolean(standard);
    return new FieldSchema(
        text(row.path("id")),
        name,
        name,
        text(row.path("label")),
        type(text(row.path("type"))),
        custom,
        row.path("required_for_agents").asBoolean(false),
        module == TargetModule.TICKETS && row.path("required_for_closure").asBoolean(false),
        choices(row.path("choices")));
  }

  private static FieldType type(String announced) {
    return switch (announced.toLowerCase(Locale.ROOT)) {
      case "custom_paragraph", "default_description" -> FieldType.TEXTAREA;
      case "custom_number", "custom_decimal" -> FieldType.NUMBER;
      case "custom_checkbox" -> FieldType.CHECKBOX;
      case "custom_date" -> FieldType.DATE;
      case "custom_dropdown", "default_status", "default_priority", "default_ticket_type" ->
          FieldType.DROPDOWN;
      case "custom_multi_select_dropdown" -> FieldType.MULTI_SELECT_DROPDOWN;
      case "nested_field", "custom_lookup", "custom_file" -> FieldType.REFERENCE;
      default -> FieldType.TEXT;
    };
  }

  /**
   * Choices come as words, as rows, as names with their code, and, for statuses, as codes with what
   * agents and customers call them.
   */
  private static List<Choice> choices(JsonNode given) {
    List<Choice> choices = new ArrayList<>();
    if (given.isObject()) {
      given
          .propertyStream()
          .forEach(
              member ->
                  choices.add(
                      member.getKey().matches("\\d+")
                          ? new Choice(member.getKey(), first(member.getValue()))
                          : new Choice(text(member.getValue()), member.getKey())));
    }
    if (given.isArray()) {
      given.valueStream().map(FreshdeskFields::choice).forEach(choices::add);
    }
    return choices.stream().filter(choice -> !choice.label().isEmpty()).toList();
  }

  private static String first(JsonNode names) {
    return text(names.isArray() ? names.path(0) : names);
  }

  private static Choice choice(JsonNode row) {
    if (!row.isObject()) {
      return new Choice("", text(row));
    }
    String value = text(row.path("value"));
    boolean code = value.matches("\\d+") && row.hasNonNull("label");
    String label =
        Stream.of(code ? "label" : "value", "label", "name")
            .map(member -> text(row.path(member)))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse("");
    return new Choice(code ? value : text(row.path("id")), label);
  }
}
