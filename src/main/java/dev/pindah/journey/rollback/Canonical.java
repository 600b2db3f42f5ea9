package dev.pindah.journey.rollback;

import dev.pindah.model.Fingerprint;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target record without what servers move by themselves: custom values beside the others, rows of
 * other records only by what identifies them, nothing that is empty.
 */
final class Canonical {
  private Canonical() {}

  static ObjectNode of(String json) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    JsonMapper.shared()
        .readTree(json)
        .propertyStream()
        .filter(member -> !ServerMoved.provesNothing(member.getKey()))
        .forEach(
            member -> {
              if (BusinessCells.CUSTOM.contains(member.getKey())) {
                member
                    .getValue()
                    .propertyStream()
                    .filter(custom -> !empty(custom.getValue()))
                    .forEach(custom -> flat.set(custom.getKey(), reduced(custom.getValue())));
              } else if (!empty(member.getValue())) {
                flat.set(member.getKey(), reduced(member.getValue()));
              }
            });
    return flat;
  }

  /** Names of the cells that differ. */
  static Set<String> differences(String before, String after) {
    ObjectNode was = of(before);
    ObjectNode is = of(after);
    Set<String> names = new TreeSet<>(was.propertyNames());
    names.addAll(is.propertyNames());
    names.removeIf(name -> Fingerprint.of(was.path(name)).equals(Fingerprint.of(is.path(name))));
    return names;
  }

  private static boolean empty(JsonNode value) {
    return value.isNull()
        || (value.isString() && value.asString().isEmpty())
        || (value.isContainer() && value.isEmpty());
  }

  private static JsonNode reduced(JsonNode value) {
    if (value.isArray()) {
      // Members of a set come in any order.
      ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
      value
          .valueStream()
          .map(Canonical::reduced)
          .map(Fingerprint::canonical)
          .collect(Collectors.toCollection(TreeSet::new))
          .forEach(sorted::add);
      return sorted;
    }
    if (value.isObject() && value.has("id")) {
      return value.path(value.hasNonNull("value") ? "value" : "id");
    }
    return value;
  }
}
