package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Field metadata of the modules; read once and again when the schema is read anew. */
final class FreshsalesFields {
  /** Label of the custom field that holds the source id. */
  private static final String ID_LABEL = "qontak_id__c";

  private final FreshsalesApi api;
  private final Map<TargetModule, Known> known = new ConcurrentHashMap<>();

  FreshsalesFields(FreshsalesApi api) {
    this.api = api;
  }

  /** Fields of a module; every write asks, so what it asks for is worked out once. */
  private record Known(
      List<FieldSchema> fields,
      Map<String, FieldSchema> byName,
      List<FieldSchema> choices,
      Optional<String> idField) {
    static Known of(List<FieldSchema> fields) {
      return new Known(
          fields,
          fields.stream().collect(Collectors.toMap(FieldSchema::name, field -> field)),
          fields.stream().filter(FieldSchema::custom).filter(Known::choice).toList(),
          fields.stream()
              .filter(field -> field.label().equalsIgnoreCase(ID_LABEL))
              .map(FieldSchema::name)
              .findFirst());
    }

    private static boolean choice(FieldSchema field) {
      return field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
    }
  }

  List<FieldSchema> readAnew(TargetModule module) {
    Known now = Known.of(read(module));
    known.put(module, now);
    return now.fields();
  }

  private List<FieldSchema> read(TargetModule module) {
    JsonNode body =
        api.get("/settings/" + module.wire() + "/fields", "/settings/" + module.wire() + "/fields");
    List<FieldSchema> fields = new ArrayList<>();
    body.path("fields").valueStream().forEach(node -> collect(node, fields));
    return List.copyOf(fields);
  }

  /** Read once, however many ask at the same time. */
  private Known known(TargetModule module) {
    return known.computeIfAbsent(module, unread -> Known.of(read(unread)));
  }

  List<FieldSchema> of(TargetModule module) {
    return known(module).fields();
  }

  /** Custom fields of one choice or several. */
  List<FieldSchema> choices(TargetModule module) {
    return known(module).choices();
  }

  /** API name of the custom field that holds the source id; empty where there is none. */
  Optional<String> idField(TargetModule module) {
    return known(module).idField();
  }

  boolean custom(TargetModule module, String name) {
    FieldSchema field = known(module).byName().get(name);
    return name.startsWith("cf_") || (field != null && field.custom());
  }

  /** Whether the account works the value out by itself: such a field is read and never written. */
  boolean computed(TargetModule module, String name) {
    FieldSchema field = known(module).byName().get(name);
    return field != null && field.type() == FieldType.SYSTEM;
  }

  private static void collect(JsonNode node, List<FieldSchema> fields) {
    String name = text(node.path("name"));
    if (name.isEmpty() || fields.stream().anyMatch(field -> field.name().equals(name))) {
      return;
    }
    List<Choice> choices =
        node.path("choices")
            .valueStream()
            .map(
                choice ->
                    new Choice(
                        text(choice.path("id")),
                        text(choice.path(choice.has("value") ? "value" : "name"))))
            .filter(choice -> !choice.label().isEmpty())
            .toList();
    fields.add(
        new FieldSchema(
            text(node.path("id")),
            name,
            name,
            text(node.path("label")),
            type(text(node.path("type"))),
            name.startsWith("cf_") || !node.path("default").asBoolean(true),
            node.path("required").asBoolean(false),
            choices));
    node.path("fields").valueStream().forEach(member -> collect(member, fields));
  }

  private static FieldType type(String announced) {
    return switch (announced.toLowerCase(Locale.ROOT)) {
      case "textarea", "paragraph" -> FieldType.TEXTAREA;
      case "number", "decimal" -> FieldType.NUMBER;
      case "dropdown", "radio" -> FieldType.DROPDOWN;
      case "multi_select_dropdown" -> FieldType.MULTI_SELECT_DROPDOWN;
      case "checkbox" -> FieldType.CHECKBOX;
      case "date" -> FieldType.DATE;
      case "date_time" -> FieldType.DATE_TIME;
      case "auto_complete", "lookup" -> FieldType.REFERENCE;
      case "group_field", "formula", "auto_number" -> FieldType.SYSTEM;
      default -> FieldType.TEXT;
    };
  }
}
