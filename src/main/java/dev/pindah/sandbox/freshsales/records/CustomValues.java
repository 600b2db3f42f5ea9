package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.setup.Field;
import dev.pindah.sandbox.freshsales.setup.FieldCatalogue;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.wire.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The member {@code custom_field}: each value as its field's type takes it. */
final class CustomValues {
  static final String PUT = "freshsales.custom-field-put";
  static final String UNKNOWN = "freshsales.unknown-custom-field";
  static final String MISMATCH = "freshsales.dropdown-mismatch";

  private static final int TEXT_MAX = 255;
  private static final int TEXTAREA_MAX = 10_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FieldCatalogue fields;
  private final Module module;
  private final Switches switches;

  CustomValues(FieldCatalogue fields, Module module, Switches switches) {
    this.fields = fields;
    this.module = module;
    this.switches = switches;
  }

  /** Every custom field, without a value. */
  static ObjectNode blank(FieldCatalogue fields, Module module) {
    ObjectNode blank = Json.object();
    fields.of(module).stream()
        .filter(field -> !field.builtIn())
        .forEach(field -> blank.putNull(field.name()));
    return blank;
  }

  void apply(ObjectNode row, JsonNode body) {
    JsonNode values = body.path("custom_field");
    if (!values.isObject()) {
      return;
    }
    ObjectNode held = blank(fields, module);
    row.path("custom_field")
        .propertyStream()
        .forEach(old -> held.set(old.getKey(), old.getValue()));
    values
        .propertyStream()
        .forEach(
            member -> {
              Optional<Field> field =
                  fields.find(module, member.getKey()).filter(known -> !known.builtIn());
              if (field.isPresent()) {
                held.set(member.getKey(), value(field.get(), member.getValue()));
              } else if (switches.text(UNKNOWN).equals("400")) {
                throw FreshsalesErrors.invalid("Unknown attribute " + member.getKey());
              }
            });
    row.set("custom_field", held);
  }

  private JsonNode value(Field field, JsonNode value) {
    if (value.isNull() || value.asString("x").isEmpty()) {
      return NODES.nullNode();
    }
    return switch (field.type()) {
      case "textarea" -> text(field, value, TEXTAREA_MAX);
      case "number", "decimal" -> number(field, value);
      case "checkbox" -> value.isBoolean() ? value : NODES.nullNode();
      case "date" -> day(value);
      case "date_time" -> instant(value);
      case "dropdown", "radio" -> choice(field, value);
      case "multi_select_dropdown" -> choices(field, value);
      default -> text(field, value, TEXT_MAX);
    };
  }

  private static JsonNode text(Field field, JsonNode value, int max) {
    String text = value.asString("");
    if (text.length() > max) {
      throw FreshsalesErrors.invalid(field.label() + " is not in required length");
    }
    return NODES.stringNode(text);
  }

  /** Up to 11 digits before the point and 4 behind it. */
  private static JsonNode number(Field field, JsonNode value) {
    try {
      BigDecimal number = new BigDecimal(value.asString("").strip());
      if (number.precision() - number.scale() > 11 || number.stripTrailingZeros().scale() > 4) {
        throw FreshsalesErrors.invalid(field.label() + " is not in required length");
      }
      return NODES.numberNode(number);
    } catch (NumberFormatException notANumber) {
      throw FreshsalesErrors.invalid(field.label() + " is not a number");
    }
  }

  private static JsonNode day(JsonNode value) {
    try {
      return NODES.stringNode(LocalDate.parse(value.asString("")).toString());
    } catch (DateTimeException notADay) {
      return NODES.nullNode();
    }
  }

  private static JsonNode instant(JsonNode value) {
    try {
      return NODES.stringNode(Account.stamp(OffsetDateTime.parse(value.asString("")).toInstant()));
    } catch (DateTimeException notAnInstant) {
      return NODES.nullNode();
    }
  }

  private JsonNode choice(Field field, JsonNode value) {
    return field
        .choice(value.asString(""))
        .<JsonNode>map(choice -> NODES.stringNode(choice.value()))
        .orElseGet(() -> mismatch(field));
  }

  private JsonNode choices(Field field, JsonNode value) {
    Stream<String> texts =
        value.isArray()
            ? value.valueStream().map(item -> item.asString(""))
            : Stream.of(value.asString("").split(";", -1));
    ArrayNode chosen = Json.array();
    for (String text : texts.filter(item -> !item.isBlank()).toList()) {
      Optional<Field.Choice> choice = field.choice(text);
      if (choice.isPresent()) {
        chosen.add(choice.get().value());
      } else {
        mismatch(field);
      }
    }
    return chosen;
  }

  private JsonNode mismatch(Field field) {
    if (switches.text(MISMATCH).equals("400")) {
      throw FreshsalesErrors.invalid(field.label() + " is not included in the list");
    }
    return NODES.nullNode();
  }
}
