package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An experiment: fields of the CRM by the form endpoint that it documents for custom modules only.
 * One application was seen to use it for contacts, with what success nobody knows. So a field
 * counts as made when the metadata shows it with the type that was asked for, and never before.
 */
final class FreshsalesFieldWriter implements SchemaWriter {
  private static final String FIRST_FORM = "1";

  private final FreshsalesApi api;
  private final FreshsalesFields fields;

  FreshsalesFieldWriter(FreshsalesApi api, FreshsalesFields fields) {
    this.api = api;
    this.fields = fields;
  }

  @Override
  public Reply<String> addField(
      TargetModule module, String label, FieldType type, List<String> choices) {
    ObjectNode field = JsonMapper.shared().createObjectNode();
    field.put("label", label).put("type", type.wire()).put("required", false);
    if (!choices.isEmpty()) {
      ArrayNode list = field.putArray("choices");
      choices.forEach(choice -> list.addObject().put("value", choice).put("position", list.size()));
    }
    String forms = "/settings/" + module.wire() + "/forms";
    Reply<JsonNode> answer;
    try {
      answer =
          api.sendBare(
              "POST",
              forms + "/" + form(forms) + "/fields",
              forms + "/:id/fields",
              field.toString());
    } catch (RemoteException denied) {
      if (denied.kind() == RemoteException.Kind.UNREACHABLE) {
        throw denied;
      }
      return new Reply.Refused<>("not-authorized", "this account does not take fields by API");
    }
    Optional<FieldSchema> made =
        fields.readAnew(module).stream()
            .filter(known -> known.label().strip().equalsIgnoreCase(label.strip()))
            .findFirst();
    if (made.isPresent()) {
      return made.get().type() == type
          ? new Reply.Ok<>(made.get().name())
          : new Reply.Refused<>(
              "other-type",
              "it was made as " + made.get().type().wire() + "; an admin has to make it anew");
    }
    return answer instanceof Reply.Refused<JsonNode>(String status, String body)
        ? FreshsalesRefusals.read(status, body)
        : new Reply.Refused<>("not-made", "the metadata does not show it; an admin has to make it");
  }

  @Override
  public Reply<String> addChoices(TargetModule module, String label, List<String> choices) {
    return new Reply.Refused<>("not-made", "no endpoint adds choices; an admin has to add them");
  }

  @Override
  public Reply<Boolean> removeField(TargetModule module, String label) {
    return new Reply.Refused<>("not-removed", "no endpoint removes fields; an admin has to");
  }

  /** The form that holds the fields of the module; accounts have one, numbered 1 where seen. */
  private String form(String forms) {
    return api.tryGetBare(forms, forms).stream()
        .flatMap(body -> FreshsalesApi.rows(body, "forms"))
        .map(row -> text(row.path("id")))
        .filter(id -> id.matches("\\d{1,18}"))
        .findFirst()
        .orElse(FIRST_FORM);
  }
}
