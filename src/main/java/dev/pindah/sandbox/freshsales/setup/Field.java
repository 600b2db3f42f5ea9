package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a module.
 *
 * @param name {@code cf_…} for custom ones
 * @param builtIn what the API calls default
 */
public record Field(
    long id,
    String label,
    String name,
    String type,
    boolean builtIn,
    boolean required,
    List<Choice> choices) {
  public Field {
    choices = List.copyOf(choices);
  }

  /** An option of a dropdown. */
  public record Choice(long id, String value) {}

  /** The option that a text or an id means; upper and lower case are the same. */
  public Optional<Choice> choice(String text) {
    return choices.stream()
        .filter(
            choice ->
                choice.value().equalsIgnoreCase(text.strip())
                    || Long.toString(choice.id()).equals(text.strip()))
        .findFirst();
  }

  ObjectNode json(Module module, int position) {
    ObjectNode json = Json.object();
    json.put("id", id);
    json.put("label", label);
    json.put("name", name);
    json.put("type", type);
    json.put("default", builtIn);
    json.put("actionable", true);
    json.put("position", position);
    json.put("base_model", module.model());
    json.put("required", required);
    json.putNull("quick_add_position");
    json.put("visible", true);
    ArrayNode array = json.putArray("choices");
    for (int i = 0; i < choices.size(); i++) {
      array
          .addObject()
          .put("id", Long.toString(choices.get(i).id()))
          .put("value", choices.get(i).value())
          .put("position", i + 1);
    }
    return json;
  }
}
