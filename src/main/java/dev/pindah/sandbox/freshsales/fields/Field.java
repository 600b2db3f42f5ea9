package dev.pindah.sandbox.freshsales.fields;

import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a kind of record.
 *
 * @param name by which records carry it; of a custom field beginning {@code cf_}
 * @param choices of a custom field; standard fields take theirs from pick lists
 */
public record Field(
    long id,
    Kind kind,
    String name,
    String label,
    FieldType type,
    boolean custom,
    boolean required,
    boolean unique,
    int position,
    List<Choice> choices) {

  public Field {
    choices = List.copyOf(choices);
  }

  Field with(List<Choice> newChoices) {
    return new Field(id, kind, name, label, type, custom, required, unique, position, newChoices);
  }

  /** The choice with exactly this label. */
  public Optional<Choice> choiceLabelled(String value) {
    return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  public Optional<Choice> choice(long choiceId) {
    return choices.stream().filter(choice -> choice.id() == choiceId).findFirst();
  }

  /**
   * As {@code settings/<kind>/fields} shows it.
   *
   * @param values the choices to show
   */
  public ObjectNode shown(List<Choice> values) {
    ObjectNode node = Json.object();
    node.put("id", id).put("label", label).put("name", name).put("type", type.shown());
    node.put("default", !custom).put("actionable", true).put("position", position);
    node.put("base_model", kind.type()).put("required", required);
    node.putNull("quick_add_position");
    node.put("visible", true);
    ArrayNode list = node.putArray("choices");
    values.forEach(choice -> list.add(choice.shown()));
    node.putObject("field_options").put("unique", unique).put("system_field", !custom);
    return node;
  }
}
