package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.fields.Choice;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/**
 * What becomes of one written custom value.
 *
 * @param form how choices have to be given
 * @param strict whether a value that is no choice is refused instead of dropped
 */
record Cell(Form form, boolean strict) {

  /** How choices may be given. */
  enum Form {
    ANY,
    TEXT,
    ID;

    static Form of(String setting) {
      return valueOf(setting.toUpperCase(Locale.ROOT));
    }
  }

  /** The outcome. */
  sealed interface Read {}

  record Kept(JsonNode value) implements Read {}

  record Dropped() implements Read {}

  record Refused(String message) implements Read {}

  private static final int LONGEST_TEXT = 256;
  private static final int LONGEST_AREA = 10_000;

  Read read(Field field, JsonNode value) {
    return switch (field.type()) {
      case TEXT, GROUP_FIELD -> text(field, value, LONGEST_TEXT);
      case TEXTAREA -> text(field, value, LONGEST_AREA);
      case NUMBER, DECIMAL -> Scalars.number(field.label(), value);
      case CHECKBOX -> flag(value);
      case DATE -> Scalars.date(value);
      case DATE_TIME -> Scalars.dateTime(value);
      case AUTO_COMPLETE ->
          References.id(value).<Read>map(id -> new Kept(Json.tree(id))).orElseGet(Dropped::new);
      case DROPDOWN, RADIO -> choice(field, value);
      case MULTI_SELECT_DROPDOWN -> choices(field, value);
    };
  }

  private static Read text(Field field, JsonNode value, int longest) {
    if (value.isContainer()) {
      return new Dropped();
    }
    String text = value.asString();
    return text.length() > longest
        ? new Refused(field.label() + " is not in required length")
        : new Kept(StringNode.valueOf(text));
  }

  private static Read flag(JsonNode value) {
    String text = value.isContainer() ? "" : value.asString();
    return switch (text) {
      case "true" -> new Kept(BooleanNode.TRUE);
      case "false" -> new Kept(BooleanNode.FALSE);
      default -> new Dropped();
    };
  }

  private Read choice(Field field, JsonNode value) {
    Optional<Choice> found = value.isContainer() ? Optional.empty() : find(field, value);
    return found
        .<Read>map(choice -> new Kept(StringNode.valueOf(choice.value())))
        .orElseGet(() -> mismatch(field, value));
  }

  private Read choices(Field field, JsonNode value) {
    List<JsonNode> given = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(given::add);
    } else if (value.isString()) {
      for (String part : value.asString().split(";", -1)) {
        given.add(StringNode.valueOf(part.strip()));
      }
    } else {
      given.add(value);
    }
    ArrayNode kept = Json.array();
    for (JsonNode one : given) {
      Optional<Choice> found = find(field, one);
      if (found.isPresent()) {
        kept.add(found.get().value());
      } else if (strict) {
        return mismatch(field, one);
      }
    }
    return kept.isEmpty() ? new Dropped() : new Kept(kept);
  }

  private Optional<Choice> find(Field field, JsonNode value) {
    Optional<Choice> byId =
        form == Form.TEXT ? Optional.empty() : References.id(value).flatMap(field::choice);
    Optional<Choice> byText =
        form == Form.ID || !value.isString()
            ? Optional.empty()
            : field.choiceLabelled(value.asString());
    return byText.isPresent() ? byText : byId;
  }

  private Read mismatch(Field field, JsonNode value) {
    return strict
        ? new Refused("'" + value.asString("") + "' is not a choice of " + field.label())
        : new Dropped();
  }
}
