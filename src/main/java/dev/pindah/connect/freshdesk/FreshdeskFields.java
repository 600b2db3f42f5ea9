package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of tickets; read once, and again when the schema is read anew or changed. */
final class FreshdeskFields {
  /** Label of the custom field that holds the source id. */
  private static final String ID_LABEL = "qontak_id__c";

  private final FreshdeskApi api;
  private volatile @Nullable List<FieldSchema> known;

  FreshdeskFields(FreshdeskApi api) {
    this.api = api;
  }

  List<FieldSchema> readAnew() {
    // Every agent's key may read the older endpoint; only an admin's the newer one.
    JsonNode rows =
        api.tryGet("/ticket_fields", "/ticket_fields")
            .orElseGet(() -> api.get("/admin/ticket_fields", "/admin/ticket_fields"));
    List<FieldSchema> fields = rows.valueStream().map(FreshdeskFields::field).toList();
    known = fields;
    return fields;
  }

  List<FieldSchema> all() {
    List<FieldSchema> fields = known;
    return fields != null ? fields : readAnew();
  }

  /** API name of the custom field that holds the source id; empty where there is none. */
  Optional<String> idField() {
    return all().stream()
        .filter(field -> field.label().equalsIgnoreCase(ID_LABEL))
        .map(FieldSchema::name)
        .findFirst();
  }

  private static FieldSchema field(JsonNode row) {
    String name = text(row.path("name"));
    boolean custom = !row.path("default").asBoolean(name.indexOf("cf_") != 0);
    return new FieldSchema(
        text(row.path("id")),
        name,
        name,
        text(row.path("label")),
        type(text(row.path("type"))),
        custom,
        row.path("required_for_agents").asBoolean(false),
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
