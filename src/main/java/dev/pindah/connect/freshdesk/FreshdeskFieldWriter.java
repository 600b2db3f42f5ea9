package dev.pindah.connect.freshdesk;

import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes fields of tickets, contacts and companies. The server names them, with a suffix where the
 * name is taken, so what was made is looked up by its label.
 */
final class FreshdeskFieldWriter implements SchemaWriter {
  private final FreshdeskApi api;
  private final FreshdeskFields fields;

  FreshdeskFieldWriter(FreshdeskApi api, FreshdeskFields fields) {
    this.api = api;
    this.fields = fields;
  }

  @Override
  public Reply<String> addField(
      TargetModule module, String label, FieldType type, List<String> choices) {
    ObjectNode field = JsonMapper.shared().createObjectNode();
    field.put("label", label).put("type", kind(module, type));
    if (module != TargetModule.DESK_COMPANIES) {
      field.put("label_for_customers", label);
    }
    if (module == TargetModule.TICKETS) {
      // Only ticket fields have these under these names; elsewhere they are refused.
      field.put("displayed_to_customers", false).put("customers_can_edit", false);
    }
    if (!choices.isEmpty()) {
      ArrayNode list = field.putArray("choices");
      choices.forEach(choice -> list.addObject().put("value", choice).put("position", list.size()));
    }
    String path = FreshdeskFields.path(module);
    return seen(module, label, List.of(), api.send("POST", path, path, field.toString()));
  }

  @Override
  public Reply<String> addChoices(TargetModule module, String label, List<String> choices) {
    Optional<FieldSchema> field = labelled(module, label).filter(found -> !found.id().isEmpty());
    if (field.isEmpty()) {
      return new Reply.Refused<>("not-found", "there is no such field");
    }
    String path = FreshdeskFields.path(module);
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ArrayNode list = body.putArray("choices");
    // Those that are there keep their ids: without them they would be taken for new ones.
    alone(api.get(path + "/" + field.get().id(), path + "/:id"))
        .path("choices")
        .valueStream()
        .filter(choice -> choice.isObject() && choice.hasNonNull("id"))
        .forEach(
            choice -> {
              ObjectNode kept = list.addObject();
              kept.set("id", choice.path("id"));
              kept.set("value", choice.path("value"));
              kept.put("position", list.size());
            });
    choices.forEach(choice -> list.addObject().put("value", choice).put("position", list.size()));
    return seen(
        module,
        label,
        choices,
        api.send("PUT", path + "/" + field.get().id(), path + "/:id", body.toString()));
  }

  /** One field, which some accounts wrap and others do not. */
  private static JsonNode alone(JsonNode body) {
    return Stream.of("ticket_field", "contact_field", "company_field")
        .map(body::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(body);
  }

  @Override
  public Reply<Boolean> removeField(TargetModule module, String label) {
    fields.readAnew(module);
    Optional<String> id =
        labelled(module, label)
            .filter(FieldSchema::custom)
            .map(FieldSchema::id)
            .filter(known -> known.matches("\\d{1,18}"));
    if (id.isEmpty()) {
      return new Reply.Ok<>(false);
    }
    String path = FreshdeskFields.path(module);
    return switch (api.delete(path + "/" + id.get(), path + "/:id")) {
      case Reply.Ok<JsonNode> done -> {
        fields.readAnew(module);
        yield new Reply.Ok<>(true);
      }
      case Reply.Refused<JsonNode>(String status, String body) ->
          status.equals("404") ? new Reply.Ok<>(false) : FreshdeskRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  /** What the product shows afterwards counts, also where its answer was lost. */
  private Reply<String> seen(
      TargetModule module, String label, List<String> choices, Reply<JsonNode> answer) {
    fields.readAnew(module);
    Optional<FieldSchema> field =
        labelled(module, label).filter(found -> choices.stream().allMatch(c -> has(found, c)));
    if (field.isPresent()) {
      return new Reply.Ok<>(field.get().name());
    }
    return switch (answer) {
      case Reply.Ok<JsonNode>(JsonNode body) ->
          // Long lists of choices are taken over later.
          new Reply.Broken<>(true, "the answer was yes, and it is not to be seen yet");
      case Reply.Refused<JsonNode>(String status, String body) ->
          FreshdeskRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  private static boolean has(FieldSchema field, String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT);
    return field.choices().stream()
        .map(Choice::label)
        .anyMatch(choice -> choice.strip().toLowerCase(Locale.ROOT).equals(wanted));
  }

  private Optional<FieldSchema> labelled(TargetModule module, String label) {
    return fields.all(module).stream()
        .filter(field -> field.label().strip().equalsIgnoreCase(label.strip()))
        .findFirst();
  }

  /** People have no decimal fields; tickets have no addresses of the web. */
  private static String kind(TargetModule module, FieldType type) {
    boolean ticket = module == TargetModule.TICKETS;
    return switch (type) {
      case TEXTAREA, CHECKLIST -> "custom_paragraph";
      // Whole numbers fit into a decimal field, the other way round they do not.
      case NUMBER, PERCENTAGE, MONEY -> ticket ? "custom_decimal" : "custom_number";
      case CHECKBOX -> "custom_checkbox";
      case DATE, DATE_TIME -> "custom_date";
      case DROPDOWN -> "custom_dropdown";
      case URL -> ticket ? "custom_text" : "custom_url";
      case PHONE -> ticket ? "custom_text" : "custom_phone_number";
      case TEXT, EMAIL, GPS, FILE, SIGNATURE, MULTI_SELECT_DROPDOWN, REFERENCE, SYSTEM ->
          "custom_text";
    };
  }
}
