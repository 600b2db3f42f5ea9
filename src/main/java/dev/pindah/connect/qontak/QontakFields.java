package dev.pindah.connect.qontak;

import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Field descriptors of an {@code …/info} endpoint. */
final class QontakFields {
  /** Standard fields whose announced type says less than their meaning. */
  private static final Map<String, FieldType> MEANINGS =
      Map.ofEntries(
          Map.entry("size", FieldType.MONEY),
          Map.entry("income", FieldType.MONEY),
          Map.entry("annual_revenue", FieldType.MONEY),
          Map.entry("email", FieldType.EMAIL),
          Map.entry("crm_phones", FieldType.PHONE),
          Map.entry("telephone", FieldType.PHONE),
          Map.entry("website", FieldType.URL),
          Map.entry("number_of_employees", FieldType.NUMBER),
          Map.entry("creator_id", FieldType.REFERENCE),
          Map.entry("crm_company_id", FieldType.REFERENCE),
          Map.entry("crm_company", FieldType.REFERENCE),
          Map.entry("crm_contact", FieldType.REFERENCE),
          Map.entry("date_of_birth", FieldType.DATE),
          Map.entry("closed_date", FieldType.DATE),
          Map.entry("expired_date", FieldType.DATE),
          Map.entry("start_date", FieldType.DATE),
          Map.entry("currency", FieldType.DROPDOWN),
          Map.entry("crm_pipeline_id", FieldType.DROPDOWN),
          Map.entry("crm_stage_id", FieldType.DROPDOWN));

  private QontakFields() {}

  static List<FieldSchema> read(List<JsonNode> descriptors) {
    Map<String, Long> names =
        descriptors.stream()
            .collect(Collectors.groupingBy(QontakFields::name, Collectors.counting()));
    List<FieldSchema> fields = new ArrayList<>();
    for (JsonNode descriptor : descriptors) {
      String name = name(descriptor);
      if (!name.isEmpty()) {
        fields.add(field(descriptor, name, names.getOrDefault(name, 1L) > 1));
      }
    }
    return unique(fields);
  }

  private static List<FieldSchema> unique(List<FieldSchema> fields) {
    return List.copyOf(
        fields.stream()
            .collect(
                Collectors.toMap(
                    FieldSchema::key,
                    Function.identity(),
                    (first, again) -> first,
                    java.util.LinkedHashMap::new))
            .values());
  }

  private static FieldSchema field(JsonNode descriptor, String name, boolean repeated) {
    String id = QontakApi.text(descriptor.path("id"));
    boolean custom =
        descriptor.path("additional_field").asBoolean(false)
            || descriptor.path("additional_fields").asBoolean(false);
    String alias = QontakApi.text(descriptor.path("name_alias"));
    List<Choice> choices = choices(descriptor.path("dropdown"));
    FieldType type =
        custom
            ? type(QontakApi.text(descriptor.path("type")), choices)
            : MEANINGS.getOrDefault(name, type(QontakApi.text(descriptor.path("type")), choices));
    return new FieldSchema(
        id,
        name,
        repeated && !id.isEmpty() ? name + "#" + id : name,
        alias.isEmpty() ? name : alias,
        type,
        custom,
        descriptor.path("required").asBoolean(false),
        choices);
  }

  private static String name(JsonNode descriptor) {
    return QontakApi.text(descriptor.path("name"));
  }

  static List<Choice> choices(JsonNode dropdown) {
    List<Choice> choices = new ArrayList<>();
    dropdown
        .valueStream()
        .forEach(
            option -> {
              String label =
                  option.isObject() ? QontakApi.text(option.path("name")) : QontakApi.text(option);
              String id = option.isObject() ? QontakApi.text(option.path("id")) : label;
              if (!label.isEmpty()) {
                choices.add(new Choice(id, label));
              }
            });
    return choices;
  }

  private static final Set<String> FILES = Set.of("upload", "photo", "file", "image");

  private static FieldType type(String announced, List<Choice> choices) {
    String type = announced.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
    if (FILES.contains(type)) {
      return FieldType.FILE;
    }
    return switch (type) {
      case "text area" -> FieldType.TEXTAREA;
      case "url" -> FieldType.URL;
      case "number" -> FieldType.NUMBER;
      case "percentage" -> FieldType.PERCENTAGE;
      case "dropdown select", "dropdown" -> FieldType.DROPDOWN;
      case "multiple select" -> FieldType.MULTI_SELECT_DROPDOWN;
      case "date" -> FieldType.DATE;
      case "date time", "datetime" -> FieldType.DATE_TIME;
      case "signature" -> FieldType.SIGNATURE;
      case "gps" -> FieldType.GPS;
      case "checklist" -> FieldType.CHECKLIST;
      case "checkin", "assoc" -> FieldType.SYSTEM;
      default -> choices.isEmpty() ? FieldType.TEXT : FieldType.DROPDOWN;
    };
  }
}
