package dev.pindah.connect.qontak;

import dev.pindah.connect.MediaReader;
import dev.pindah.connect.http.AllowedHosts;
import dev.pindah.connect.http.MediaClient;
import dev.pindah.connect.http.MediaLinks;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of Qontak records: attachments, pictures, recordings, fields that hold an upload. */
final class QontakMedia implements MediaReader {
  /** Hosts on which the vendor keeps files. */
  static final List<String> VENDOR =
      List.of("cdn.qontak.com", "qontak-hub-production.s3-ap-southeast-1.amazonaws.com");

  /** Members that hold a link, a list of links, or objects with a link. */
  private static final Set<String> MEMBERS =
      Set.of(
          "attachment",
          "attachments",
          "crm_task_attachment",
          "crm_note_images",
          "crm_note_audios",
          "product_image",
          "file",
          "files");

  /** Profile pictures come with every chat room; they are decoration. */
  private static final Set<String> DECORATION = Set.of("avatar", "photo_url");

  private static final String UPLOADS = "/uploads/";
  private static final String PLACEHOLDERS = "/assets/";

  private final URI base;
  private final AllowedHosts hosts;
  private final MediaClient client;

  QontakMedia(URI base, AllowedHosts hosts, MediaClient client) {
    this.base = base;
    this.hosts = hosts;
    this.client = client;
  }

  /** Objects whose records carry files that belong to somebody. */
  private static boolean carries(ObjectName object) {
    return switch (object) {
      case COMPANY, CONTACT, DEAL, PRODUCT, LINE_ITEM, TASK, TICKET, NOTE, TIMELINE, CHAT -> true;
      case USER,
          CHECK_IN,
          ROOM,
          LIST,
          LIST_MEMBER,
          TEMPLATE,
          BROADCAST,
          DIVISION,
          CHANNEL,
          CHATBOT,
          STAGE_CHANGE,
          REAL_CREATOR,
          FILE,
          SCHEMA,
          PIPELINE,
          TICKET_PIPELINE,
          TASK_CATEGORY ->
          false;
    };
  }

  @Override
  public List<Link> links(RecordKey key, String json, Optional<ObjectSchema> schema) {
    boolean maybe = json.contains(UPLOADS) || json.contains("http");
    if (!carries(key.object()) || !maybe) {
      return List.of();
    }
    Found found = new Found();
    JsonNode record = JsonMapper.shared().readTree(json);
    record
        .propertyStream()
        .forEach(
            member -> {
              if (member.getKey().equals("additional_fields")) {
                member.getValue().valueStream().forEach(item -> field(item, schema, found));
              } else {
                member(member.getKey(), member.getKey(), member.getValue(), found);
              }
            });
    return List.copyOf(found.links.values());
  }

  /** An own field: what it holds is known from its type, else from the link. */
  private void field(JsonNode item, Optional<ObjectSchema> schema, Found found) {
    String name = QontakApi.text(item.path("name"));
    Optional<FieldSchema> known = schema.flatMap(object -> known(object, item, name));
    String value = QontakApi.text(item.path("value"));
    String link = value.isEmpty() ? QontakApi.text(item.path("value_name")) : value;
    boolean holds =
        known
            .map(field -> field.type() == FieldType.FILE || field.type() == FieldType.SIGNATURE)
            .orElse(false);
    if (holds || upload(link)) {
      found.add(known.map(FieldSchema::key).orElse(name), link);
    }
  }

  private static Optional<FieldSchema> known(ObjectSchema object, JsonNode item, String name) {
    String id = QontakApi.text(item.path("id"));
    return object.fields().stream()
        .filter(FieldSchema::custom)
        .filter(field -> field.id().equals(id))
        .findFirst()
        .or(() -> object.field(name));
  }

  private void member(String field, String name, JsonNode node, Found found) {
    if (DECORATION.contains(name)) {
      return;
    }
    boolean told = MEMBERS.contains(name);
    if (node.isString()) {
      String text = node.asString().strip();
      if (told || upload(text)) {
        found.add(field, text);
      }
    } else if (node.isArray()) {
      node.valueStream().forEach(element -> member(field, name, element, found));
    } else if (told && node.path("url").isString()) {
      found.add(field, node.path("url").asString());
    } else if (node.isObject()) {
      node.propertyStream()
          .forEach(inner -> member(field, inner.getKey(), inner.getValue(), found));
    }
  }

  /** A text that is nothing but a link to an upload. */
  private boolean upload(String text) {
    return text.contains(UPLOADS) && MediaLinks.parse(base, text).filter(hosts::known).isPresent();
  }

  @Override
  public Download fetch(String url, Path into, long cap) {
    return MediaLinks.parse(base, url)
        .map(link -> client.fetch(link, into, cap))
        .orElseGet(() -> new Download.Refused("it is no link"));
  }

  /** Links in the order in which they stand, each once per field. */
  private static final class Found {
    private final Map<String, Link> links = new LinkedHashMap<>();

    private void add(String field, String text) {
      String link = text.strip();
      boolean placeholder = link.startsWith(PLACEHOLDERS);
      if (!link.isEmpty() && !placeholder) {
        links.putIfAbsent(field + "\n" + link, new Link(field, link, MediaLinks.name(link)));
      }
    }
  }
}
