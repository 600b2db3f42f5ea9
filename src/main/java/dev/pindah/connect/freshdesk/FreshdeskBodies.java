package dev.pindah.connect.freshdesk;

import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.Link.Role;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payloads in the API's form. It refuses every attribute that it does not know, so nothing but
 * documented names is sent.
 */
final class FreshdeskBodies {
  private static final String IMPORT_TAG = "qontak-import";
  private static final String OWN_TAG = "qontak-ticket-";

  private final FreshdeskFields fields;

  FreshdeskBodies(FreshdeskFields fields) {
    this.fields = fields;
  }

  ObjectNode create(Payload payload) {
    ObjectNode body = body(payload);
    RecordKey key = payload.key();
    switch (payload.module()) {
      case TICKETS -> {
        mark(body, key.id(), List.of());
        link(payload, Role.REQUESTER, body, "requester_id");
      }
      case DESK_CONTACTS -> {
        body.put(
            "unique_external_id",
            FreshdeskRows.EXTERNAL + key.object().wire() + ":" + key.inCrm().id());
        body.putArray("tags").add(IMPORT_TAG);
        identify(payload.module(), body, key.inCrm().id());
        link(payload, Role.ACCOUNT, body, "company_id");
      }
      case DESK_COMPANIES -> {
        identify(payload.module(), body, key.inCrm().id());
        body.put("note", "[qontak:" + key.object().wire() + ":" + key.inCrm().id() + "]");
      }
      // Public notes and replies would be sent to the customer.
      case DESK_NOTES -> body.put("private", true);
      case DESK_FILES -> {
        body.removeAll();
        body.put("body", html(told(payload))).put("private", true);
      }
      default -> throw new IllegalArgumentException("no " + payload.module().wire() + " here");
    }
    return body;
  }

  ObjectNode update(Row current, Payload payload) {
    ObjectNode body = body(payload);
    if (payload.module() == TargetModule.TICKETS) {
      mark(body, payload.key().id(), tags(JsonMapper.shared().readTree(current.json())));
      link(payload, Role.REQUESTER, body, "requester_id");
    }
    if (payload.module() == TargetModule.DESK_CONTACTS) {
      link(payload, Role.ACCOUNT, body, "company_id");
    }
    return body;
  }

  /** Puts the attributes back to what they were before the first write. */
  ObjectNode restore(Row now, String beforeJson, Set<String> attributes) {
    JsonNode before = JsonMapper.shared().readTree(beforeJson);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode custom = JsonNodeFactory.instance.objectNode();
    for (String name : attributes) {
      if (custom(now.module(), name) || before.path("custom_fields").has(name)) {
        custom.set(name, orNull(before.path("custom_fields").path(name)));
      } else {
        body.set(name, orNull(before.path(name)));
      }
    }
    if (now.module() == TargetModule.TICKETS) {
      fields
          .idField(TargetModule.TICKETS)
          .ifPresent(name -> custom.set(name, orNull(before.path("custom_fields").path(name))));
      ArrayNode tags = body.putArray("tags");
      List<String> worn = tags(before);
      tags(JsonMapper.shared().readTree(now.json())).stream()
          .filter(tag -> worn.contains(tag) || !(tag.equals(IMPORT_TAG) || tag.startsWith(OWN_TAG)))
          .forEach(tags::add);
      putBack(before, body, "requester_id");
    }
    if (now.module() == TargetModule.DESK_CONTACTS) {
      putBack(before, body, "company_id");
    }
    if (!custom.isEmpty()) {
      body.set("custom_fields", custom);
    }
    return body;
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
  }

  private static void putBack(JsonNode before, ObjectNode body, String link) {
    if (before.has(link)) {
      body.set(link, before.path(link));
    }
  }

  private ObjectNode body(Payload payload) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode custom = JsonNodeFactory.instance.objectNode();
    payload
        .attributes()
        .propertyStream()
        .forEach(
            member -> {
              String name = member.getKey();
              JsonNode value = member.getValue();
              switch (name) {
                case "description", "body" -> body.put(name, html(value.asString("")));
                default -> (custom(payload.module(), name) ? custom : body).set(name, value);
              }
            });
    if (!custom.isEmpty()) {
      body.set("custom_fields", custom);
    }
    return body;
  }

  /** The note that carries a file, or tells where it is. */
  static String told(Payload payload) {
    String url = payload.attributes().path("url").asString("");
    return "[qontak:"
        + payload.key().object().wire()
        + ":"
        + payload.key().id()
        + "] "
        + payload.attributes().path("file_name").asString("")
        + (url.isEmpty() ? "" : "\n" + url);
  }

  private boolean custom(TargetModule module, String name) {
    // Custom fields of people have no prefix of their own.
    return name.startsWith("cf_")
        || fields.all(module).stream()
            .anyMatch(field -> field.name().equals(name) && field.custom());
  }

  /** Plain text as the page shows it: what customers wrote stays text. */
  static String html(String text) {
    // Nothing more than HTML needs between tags: not every reader of the text resolves entities.
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<div>" + escaped.replace("\n", "<br>") + "</div>";
  }

  private void mark(ObjectNode body, String id, List<String> tags) {
    Set<String> all = new LinkedHashSet<>(tags);
    all.add(IMPORT_TAG);
    if (!identify(TargetModule.TICKETS, body, id)) {
      all.add(OWN_TAG + id);
    }
    ArrayNode array = body.putArray("tags");
    all.forEach(array::add);
  }

  /** Answers whether the account has the field that holds the source's id. */
  private boolean identify(TargetModule module, ObjectNode body, String id) {
    Optional<String> field = fields.idField(module);
    field.ifPresent(
        name -> {
          ObjectNode custom =
              body.path("custom_fields") instanceof ObjectNode held
                  ? held
                  : body.putObject("custom_fields");
          custom.put(name, id);
        });
    return field.isPresent();
  }

  private static List<String> tags(JsonNode held) {
    return held.path("tags").valueStream().map(FreshdeskApi::text).toList();
  }

  private static void link(Payload payload, Role role, ObjectNode body, String attribute) {
    payload.links().stream()
        .filter(link -> link.role() == role)
        .map(ResolvedLink::targetId)
        .findFirst()
        .filter(id -> id.matches("\\d{1,18}"))
        .ifPresent(id -> body.put(attribute, Long.parseLong(id)));
  }
}
