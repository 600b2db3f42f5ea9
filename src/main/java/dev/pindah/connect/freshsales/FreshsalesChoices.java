package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.Habits.Form;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of pick lists from labels to the form that the account takes. */
final class FreshsalesChoices {
  private final FreshsalesFields fields;

  FreshsalesChoices(FreshsalesFields fields) {
    this.fields = fields;
  }

  /** Puts every choice among the custom values into its form. */
  void give(TargetModule module, JsonNode custom, Form one, Form several) {
    if (!(custom instanceof ObjectNode values) || (one == Form.TEXT && several == Form.TEXT)) {
      return;
    }
    for (FieldSchema field : fields.of(module)) {
      JsonNode value = values.path(field.name());
      boolean list =
          field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
      if (!list || value.isMissingNode() || value.isNull()) {
        continue;
      }
      if (value.isArray()) {
        values.set(field.name(), several(field, value, several));
      } else if (one == Form.ID) {
        values.set(field.name(), id(field, value));
      }
    }
  }

  /** The record with choices by their labels, also where the account shows ids or whole options. */
  JsonNode read(TargetModule module, JsonNode record) {
    JsonNode custom = record.path("custom_field");
    ObjectNode labels = JsonNodeFactory.instance.objectNode();
    for (FieldSchema field : custom.isObject() ? fields.choices(module) : List.<FieldSchema>of()) {
      JsonNode value = custom.path(field.name());
      JsonNode shown = label(field, value);
      if (!shown.equals(value)) {
        labels.set(field.name(), shown);
      }
    }
    if (labels.isEmpty()) {
      return record;
    }
    JsonNode copy = record.deepCopy();
    ((ObjectNode) copy.path("custom_field")).setAll(labels);
    return copy;
  }

  private static JsonNode label(FieldSchema field, JsonNode value) {
    if (value.isArray()) {
      ArrayNode labels = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> labels.add(label(field, element)));
      return labels;
    }
    if (value.isObject()) {
      String text = text(value.path(value.has("value") ? "value" : "name"));
      return text.isEmpty() ? value : JsonNodeFactory.instance.stringNode(text);
    }
    String text = text(value);
    boolean known =
        text.isEmpty()
            || field.choices().stream().anyMatch(c -> c.label().strip().equalsIgnoreCase(text));
    return known
        ? value
        : field.choices().stream()
            .filter(choice -> choice.id().equals(text))
            .<JsonNode>map(choice -> JsonNodeFactory.instance.stringNode(choice.label()))
            .findFirst()
            .orElse(value);
  }

  private static JsonNode several(FieldSchema field, JsonNode labels, Form form) {
    return switch (form) {
      case TEXT -> labels;
      case JOINED ->
          JsonNodeFactory.instance.stringNode(
              labels
                  .valueStream()
                  .map(label -> label.asString(""))
                  .collect(Collectors.joining(";")));
      case ID -> {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        labels.forEach(label -> ids.add(id(field, label)));
        yield ids;
      }
    };
  }

  /** A label that the metadata does not know stays as it is. */
  private static JsonNode id(FieldSchema field, JsonNode label) {
    return field.choices().stream()
        .filter(choice -> choice.label().strip().equalsIgnoreCase(label.asString("").strip()))
        .map(Choice::id)
        .filter(id -> !id.isBlank())
        .findFirst()
        .map(FreshsalesBodies::id)
        .orElse(label);
  }
}
