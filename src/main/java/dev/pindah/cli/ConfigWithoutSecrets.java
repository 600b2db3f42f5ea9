package dev.pindah.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration for other people's eyes. Only keys that are known to hold no secret are shown;
 * comments go, because people write passwords into them.
 */
final class ConfigWithoutSecrets {
  private static final String HIDDEN = "(not shown)";

  private static final Set<String> SHOWN =
      Set.of(
          "migration",
          "time-zone",
          "auth",
          "crm-prefix",
          "chat-prefix",
          "rate",
          "media-hosts",
          "edition",
          "plan",
          "budget-share",
          "bulk",
          "contacts-without-email",
          "clock-factor",
          "provider",
          "model",
          "share-samples");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ConfigWithoutSecrets() {}

  /** The YAML text as JSON; references to the environment stay references. */
  static String of(String yaml) {
    Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    ObjectNode json = JSON.createObjectNode();
    if (root instanceof Map<?, ?> map) {
      fill(json, map);
    }
    return JSON.writeValueAsString(json) + "\n";
  }

  private static void fill(ObjectNode json, Map<?, ?> map) {
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value instanceof Map<?, ?> inner) {
            fill(json.putObject(name), inner);
          } else if (value instanceof List<?> list && SHOWN.contains(name)) {
            ArrayNode items = json.putArray(name);
            list.forEach(item -> items.add(String.valueOf(item)));
          } else {
            json.set(name, JsonNodeFactory.instance.stringNode(shown(name, value)));
          }
        });
  }

  private static String shown(String name, Object value) {
    String text = String.valueOf(value);
    if (name.equals("base-url")) {
      return text.replaceFirst("^([a-z]+://)?[^/@]*@", "$1").replaceFirst("[?#].*$", "");
    }
    if (name.equals("ledger")) {
      return text.startsWith("jdbc:") ? "PostgreSQL" : "SQLite";
    }
    return SHOWN.contains(name) ? text : HIDDEN;
  }
}
