package dev.pindah.sandbox.freshdesk.fields;

import dev.pindah.sandbox.freshdesk.desk.DeskField;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.freshdesk.desk.DeskFields.Of;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ticket fields as agents read them. */
record LegacyFields(DeskFields fields) {

  Reply answer(Exchange exchange) {
    String type = exchange.query("type").orElse("");
    ArrayNode list = Json.array();
    for (DeskField field : fields.all(Of.TICKETS)) {
      String shownType = field.name().equals("ticket_type") ? "default_ticket_type" : field.type();
      if (type.isEmpty() || type.equals(shownType)) {
        list.add(shown(field).put("type", shownType));
      }
    }
    return Reply.json(200, list);
  }

  private ObjectNode shown(DeskField field) {
    ObjectNode node = field.shown();
    switch (field.name()) {
      case "status" -> {
        ObjectNode choices = node.putObject("choices");
        new TreeMap<>(fields.statuses())
            .forEach((code, label) -> choices.putArray(String.valueOf(code)).add(label).add(label));
      }
      case "priority" ->
          node.putObject("choices").put("Low", 1).put("Medium", 2).put("High", 3).put("Urgent", 4);
      case "ticket_type" -> fields.types().forEach(node.putArray("choices")::add);
      default -> {
        if (field.hasChoices()) {
          field.values().forEach(node.putArray("choices")::add);
        }
      }
    }
    return node;
  }
}
