package dev.pindah.sandbox.freshdesk.intake;

import dev.pindah.sandbox.freshdesk.desk.DeskField;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.wire.Json;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes {@code custom_fields} over: given names only, values of their type, choices by text. */
public final class CustomFields {

  private final DeskFields fields;
  private final DeskFields.Of of;

  public CustomFields(DeskFields fields, DeskFields.Of of) {
    this.fields = fields;
    this.of = of;
  }

  /** Lays given values over the row's. */
  public void take(Intake intake, ObjectNode row) {
    ObjectNode kept = row.path("custom_fields") instanceof ObjectNode there ? there : Json.object();
    JsonNode given = intake.values().path("custom_fields");
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      String path = "custom_fields." + entry.getKey();
      Optional<DeskField> field = fields.named(of, entry.getKey());
      if (field.isEmpty()) {
        intake.problems().unknown(path);
      } else if (entry.getValue().isNull()) {
        kept.putNull(entry.getKey());
      } else {
        check(intake, path, field.get(), entry.getValue());
        kept.set(entry.getKey(), entry.getValue());
      }
    }
    row.set("custom_fields", kept);
  }

  /** Problems for required fields that are empty. */
  public void required(Intake intake, ObjectNode row, boolean closing) {
    for (DeskField field : fields.custom(of)) {
      boolean needed = field.requiredForAgents() || (closing && field.requiredForClosure());
      if (needed && !row.path("custom_fields").hasNonNull(field.name())) {
        intake.problems().missing("custom_fields." + field.name(), shape(field.type()).shown());
      }
    }
  }

  /** All fields with their value or null, as a row shows them. */
  public ObjectNode shown(JsonNode row) {
    ObjectNode shown = Json.object();
    for (DeskField field : fields.custom(of)) {
      JsonNode value = row.path("custom_fields").path(field.name());
      shown.set(field.name(), value.isMissingNode() ? NullNode.getInstance() : value);
    }
    return shown;
  }

  private static void check(Intake intake, String path, DeskField field, JsonNode value) {
    if (field.type().equals("custom_multi_select_dropdown") && value.isArray()) {
      for (JsonNode one : value) {
        if (!field.values().contains(one.asString(""))) {
          intake.problems().notOneOf(path, field.values());
        }
      }
      return;
    }
    Shape shape = shape(field.type());
    boolean formNumber =
        !intake.files().isEmpty() && shape == Shape.NUMBER && value.asString("").matches("\\d+");
    if (!shape.fits(value) && !formNumber) {
      intake.problems().mismatch(path, shape.shown());
    } else if (field.hasChoices() && !field.values().contains(value.asString())) {
      intake.problems().notOneOf(path, field.values());
    }
  }

  private static Shape shape(String type) {
    return switch (type) {
      case "custom_number" -> Shape.NUMBER;
      case "custom_decimal" -> Shape.DECIMAL;
      case "custom_checkbox" -> Shape.BOOLEAN;
      case "custom_date" -> Shape.DATE;
      case "custom_multi_select_dropdown" -> Shape.ARRAY;
      default -> Shape.STRING;
    };
  }
}
