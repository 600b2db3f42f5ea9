package dev.pindah.sandbox.freshdesk.intake;

import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Part;
import dev.pindah.sandbox.wire.Refusal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body that was read strictly: every attribute known and of its type.
 *
 * @param values what was given
 * @param files uploaded beside it
 * @param problems found so far; the caller adds its own and then checks
 */
public record Intake(ObjectNode values, List<Part> files, Problems problems) {

  /** Reads JSON or multipart; only a body that cannot be read at all is refused at once. */
  public static Intake of(Exchange exchange, Map<String, Shape> known) {
    List<Part> parts = exchange.parts();
    ObjectNode values = parts.isEmpty() ? json(exchange) : fields(parts, known);
    Problems problems = new Problems();
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      Shape shape = known.get(entry.getKey());
      if (shape == null) {
        problems.unknown(entry.getKey());
      } else if (!entry.getValue().isNull() && !shape.fits(entry.getValue())) {
        problems.mismatch(entry.getKey(), shape.shown());
      }
    }
    return new Intake(values, parts.stream().filter(Part::isFile).toList(), problems);
  }

  public boolean gives(String name) {
    return values.hasNonNull(name);
  }

  public String text(String name) {
    return values.path(name).asString("");
  }

  private static ObjectNode json(Exchange exchange) {
    if (exchange.body().length == 0) {
      return Json.object();
    }
    return exchange
        .json()
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .orElseThrow(
            () ->
                new Refusal(
                    Problems.coded(400, "invalid_json", "Request body has invalid json format")));
  }

  /** Texts of a multipart body: {@code tags[]} repeat, {@code custom_fields[x]} nest. */
  private static ObjectNode fields(List<Part> parts, Map<String, Shape> known) {
    ObjectNode values = Json.object();
    for (Part part : parts) {
      int bracket = part.name().indexOf('[');
      String name = bracket < 0 ? part.name() : part.name().substring(0, bracket);
      if (part.isFile()) {
        continue;
      }
      if (bracket < 0) {
        values.set(name, typed(part.text(), known.getOrDefault(name, Shape.STRING)));
      } else if (part.name().endsWith("[]")) {
        ArrayNode list =
            values.path(name) instanceof ArrayNode there ? there : values.putArray(name);
        list.add(part.text());
      } else {
        ObjectNode nested =
            values.path(name) instanceof ObjectNode there ? there : values.putObject(name);
        nested.put(part.name().substring(bracket + 1, part.name().length() - 1), part.text());
      }
    }
    return values;
  }

  private static JsonNode typed(String text, Shape shape) {
    boolean number = shape == Shape.NUMBER && text.matches("\\d{1,18}");
    boolean flag = shape == Shape.BOOLEAN && text.matches("true|false");
    return number
        ? Json.tree(Long.parseLong(text))
        : flag ? Json.tree(Boolean.parseBoolean(text)) : Json.tree(text);
  }
}
