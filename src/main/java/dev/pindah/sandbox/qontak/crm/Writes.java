package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Field;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.qontak.seed.Option;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of POST and PUT laid over a row. Writes accept the read shape; members that the API makes
 * itself, and members it does not know, are passed over in silence; additional fields are found by
 * their id.
 */
final class Writes {

  private static final Set<String> MADE_BY_THE_API =
      Set.of("id", "slug", "created_at", "updated_at", "unique_hub_account", "additional_fields");

  private static final Map<String, String> ALIASES =
      Map.of("crm_phones", "telephone", "crm_lead_id", "crm_person_id");
  private static final Set<String> ONLY_BY_UPLOAD =
      Set.of(Field.UPLOAD, Field.PHOTO, Field.SIGNATURE);
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{2})[-/](\\d{2})[-/](\\d{4})");

  private final Table table;
  private final Fields fields;
  private final List<String> required;
  private final CrmReplies replies;

  Writes(Table table, Fields fields, List<String> required, CrmReplies replies) {
    this.table = table;
    this.fields = fields;
    this.required = required;
    this.replies = replies;
  }

  /** A new row from a body; 422 when something required is missing. */
  ObjectNode create(Exchange exchange, long actor) {
    ObjectNode body = body(exchange);
    for (String member : required) {
      if (body.path(member).asString("").isBlank() && !body.path(member).isNumber()) {
        throw replies.invalid(member + " can't be blank");
      }
    }
    ObjectNode row = blank();
    apply(row, body);
    if (row.has("creator_id") && row.path("creator_id").isNull()) {
      row.put("creator_id", actor);
    }
    return row;
  }

  /** The row changed by a body; a required member may not be emptied. */
  ObjectNode change(Exchange exchange, ObjectNode row) {
    ObjectNode body = body(exchange);
    for (String member : required) {
      if (body.has(member)
          && body.path(member).asString("").isBlank()
          && !body.path(member).isNumber()) {
        throw replies.invalid(member + " can't be blank");
      }
    }
    apply(row, body);
    return row;
  }

  ObjectNode body(Exchange exchange) {
    return exchange
        .json()
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> replies.invalid("the request body is not a JSON object"));
  }

  private ObjectNode blank() {
    ObjectNode row = table.seeded().row(0);
    for (String member : List.copyOf(row.propertyNames())) {
      JsonNode value = row.get(member);
      if (member.equals("additional_fields")) {
        row.set(member, emptyFields());
      } else if (value != null && value.isArray()) {
        row.putArray(member);
      } else {
        row.putNull(member);
      }
    }
    return row;
  }

  private ArrayNode emptyFields() {
    ArrayNode items = Json.array();
    for (Field field : fields.added()) {
      items
          .addObject()
          .put("id", field.id())
          .put("name", field.name())
          .put("value", "")
          .putNull("value_name");
    }
    return items;
  }

  private void apply(ObjectNode row, ObjectNode body) {
    body.properties()
        .forEach(
            entry -> {
              String member = ALIASES.getOrDefault(entry.getKey(), entry.getKey());
              if (row.has(member) && !MADE_BY_THE_API.contains(member)) {
                row.set(
                    member,
                    member.equals("due_date") ? dayFirst(entry.getValue()) : entry.getValue());
                label(row, member);
              }
            });
    if (body.path("additional_fields") instanceof ArrayNode items) {
      items.forEach(item -> applyField(row, item));
    }
  }

  /** Beside a dropdown's id stands the label, whatever label was sent. */
  private void label(ObjectNode row, String member) {
    Optional<Field> select =
        fields.standard().stream()
            .filter(field -> field.name().equals(member) && !field.options().isEmpty())
            .findFirst();
    String name = member.replaceAll("_id$", "_name");
    if (select.isPresent() && !name.equals(member) && row.has(name)) {
      row.put(name, Option.name(select.get().options(), row.path(member).asLong(0)).orElse(null));
    }
  }

  private void applyField(ObjectNode row, JsonNode item) {
    long id = item.path("id").asLong(0);
    Field field =
        fields.added().stream()
            .filter(added -> added.id() == id)
            .findFirst()
            .orElseThrow(() -> replies.invalid("additional field " + id + " doesn't exist"));
    if (ONLY_BY_UPLOAD.contains(field.type())) {
      return;
    }
    for (JsonNode stored : row.path("additional_fields")) {
      if (stored instanceof ObjectNode target && target.path("id").asLong(0) == id) {
        target.set(
            "value",
            item.path("value").isMissingNode() ? Json.object().nullNode() : item.get("value"));
        target.set("value_name", valueName(field, item));
      }
    }
  }

  /** 20-12-2026 and 10/01/2026 are taken, the day first in both. */
  private static JsonNode dayFirst(JsonNode value) {
    Matcher day = DAY_FIRST.matcher(value.asString(""));
    return day.matches()
        ? Json.tree(day.group(3) + "-" + day.group(2) + "-" + day.group(1) + "T00:00:00.000+07:00")
        : value;
  }

  private static JsonNode valueName(Field field, JsonNode item) {
    String value = item.path("value").asString("");
    if (field.type().equals(Field.SELECT)) {
      String label = optionName(field, value);
      return label.isEmpty() ? Json.object().nullNode() : Json.tree(label);
    }
    if (field.type().equals(Field.MULTIPLE)) {
      List<String> labels = new ArrayList<>();
      for (String id : value.split(",", -1)) {
        if (!optionName(field, id).isEmpty()) {
          labels.add(optionName(field, id));
        }
      }
      return Names.texts(labels);
    }
    return item.path("value").isNull() || item.path("value").isMissingNode()
        ? Json.object().nullNode()
        : Json.tree(value);
  }

  private static String optionName(Field field, String id) {
    return field.options().stream()
        .filter(option -> String.valueOf(option.id()).equals(id.strip()))
        .findFirst()
        .map(Option::name)
        .orElse("");
  }
}
