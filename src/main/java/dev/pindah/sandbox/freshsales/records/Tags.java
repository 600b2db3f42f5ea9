package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.setup.TagBook;
import dev.pindah.sandbox.wire.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Tags on a record: a list of names that replaces the one before. */
final class Tags {

  private Tags() {}

  static void take(Draft draft, TagBook book) {
    if (!draft.gives("tags")) {
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode tag : draft.given("tags")) {
      String name = tag.isContainer() ? "" : tag.asString().strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    ArrayNode kept = Json.array();
    for (String name : names) {
      book.tag(name);
      kept.add(name);
    }
    draft.row().set("tags", kept);
  }
}
