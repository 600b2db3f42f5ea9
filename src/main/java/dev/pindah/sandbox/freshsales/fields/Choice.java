package dev.pindah.sandbox.freshsales.fields;

import dev.pindah.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** One value of a field with choices. */
public record Choice(long id, String value, int position) {
  ObjectNode shown() {
    return Json.object().put("id", id).put("value", value).put("position", position);
  }
}
