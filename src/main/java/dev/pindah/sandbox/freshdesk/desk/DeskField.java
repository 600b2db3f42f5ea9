package dev.pindah.sandbox.freshdesk.desk;

import dev.pindah.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of tickets, contacts or companies.
 *
 * @param type {@code custom_text} and the like, {@code default_…} for what every desk has
 * @param values labels of its choices
 */
public record DeskField(
    long id,
    String name,
    String label,
    String labelForCustomers,
    String type,
    boolean isDefault,
    int position,
    boolean requiredForAgents,
    boolean requiredForClosure,
    List<String> values,
    String createdAt) {

  public DeskField {
    values = List.copyOf(values);
  }

  public boolean hasChoices() {
    return type.equals("custom_dropdown") || type.equals("custom_multi_select_dropdown");
  }

  DeskField with(String newLabel, boolean agents, boolean closure, List<String> newValues) {
    return new DeskField(
        id,
        name,
        newLabel,
        labelForCustomers,
        type,
        isDefault,
        position,
        agents,
        closure,
        newValues,
        createdAt);
  }

  public ObjectNode shown() {
    ObjectNode node = Json.object();
    node.put("id", id).put("name", name).put("label", label);
    node.put("label_for_customers", labelForCustomers).put("position", position);
    node.put("type", type).put("default", isDefault).put("customers_can_edit", true);
    node.put("required_for_closure", requiredForClosure);
    node.put("required_for_agents", requiredForAgents).put("required_for_customers", false);
    node.put("displayed_to_customers", true);
    node.put("created_at", createdAt).put("updated_at", createdAt);
    if (hasChoices()) {
      ArrayNode choices = node.putArray("choices");
      for (String value : values) {
        ObjectNode choice = choices.addObject();
        choice.put("id", id * 100 + choices.size()).put("label", value).put("value", value);
        choice.put("position", choices.size()).put("parent_choice_id", id).putArray("choices");
      }
    }
    return node;
  }
}
