package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record of the API to a row: what identifies it and what it hangs on. */
final class FreshdeskRows {
  static final String EXTERNAL = "qontak:";
  private static final String TAG = "qontak-ticket-";
  private static final Pattern AT_START = Pattern.compile("^\\[qontak:([a-z_]+):([^\\]\\s]+)\\]");

  private final FreshdeskFields fields;

  FreshdeskRows(FreshdeskFields fields) {
    this.fields = fields;
  }

  Row row(TargetModule module, JsonNode record) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    switch (module) {
      case TICKETS -> {
        put(keys, TargetReader.MARKER, ticketMarkers(record));
        put(keys, TargetReader.REQUESTER, Stream.of(text(record.path("requester_id"))));
      }
      case DESK_CONTACTS -> {
        put(keys, TargetReader.MARKER, external(text(record.path("unique_external_id"))));
        put(
            keys,
            TargetReader.EMAIL,
            Stream.concat(
                    Stream.of(text(record.path("email"))),
                    record.path("other_emails").valueStream().map(FreshdeskApi::text))
                .map(email -> email.toLowerCase(Locale.ROOT)));
        put(keys, TargetReader.ACCOUNT, Stream.of(text(record.path("company_id"))));
      }
      case DESK_COMPANIES -> {
        put(keys, TargetReader.MARKER, marked(record.path("note")).map(FreshdeskRows::atDesk));
        put(keys, TargetReader.NAME, Stream.of(folded(text(record.path("name")))));
      }
      case DESK_NOTES -> {
        put(
            keys,
            TargetReader.MARKER,
            noteMark(record)
                .filter(key -> key.object() != ObjectName.FILE)
                .map(TargetReader::marker));
        put(keys, TargetReader.TICKET, Stream.of(text(record.path("ticket_id"))));
      }
      case DESK_FILES -> {
        put(
            keys,
            TargetReader.MARKER,
            noteMark(record)
                .filter(key -> key.object() == ObjectName.FILE)
                .map(TargetReader::marker));
        put(keys, TargetReader.TICKET, Stream.of(text(record.path("ticket_id"))));
        return new Row(module, text(record.path("id")), file(record), keys);
      }
      default -> throw new IllegalArgumentException("no " + module.wire() + " in the helpdesk");
    }
    return new Row(module, text(record.path("id")), record.toString(), keys);
  }

  private static Stream<RecordKey> noteMark(JsonNode record) {
    return marked(record.path(record.has("body_text") ? "body_text" : "body"));
  }

  /** The file that a note of ours carries, or its link. */
  private static String file(JsonNode record) {
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    plain.put("id", text(record.path("id")));
    JsonNode attached = record.path("attachments").path(0);
    if (attached.isObject()) {
      plain.put("file_name", text(attached.path("name")));
      if (attached.path("file_size").isNumber()) {
        plain.put("bytes", attached.path("file_size").asLong());
      }
      return plain.toString();
    }
    Matcher told =
        Pattern.compile("^\\[qontak:[^\\]]+\\]\\s*(.*?)\\s*(https?://\\S+)$", Pattern.DOTALL)
            .matcher(FreshdeskApi.plain(text(record.path("body"))));
    if (told.find()) {
      plain.put("file_name", told.group(1)).put("url", told.group(2));
    }
    return plain.toString();
  }

  private static void put(Map<String, List<String>> keys, String kind, Stream<String> values) {
    List<String> found = values.filter(value -> !value.isBlank()).distinct().toList();
    if (!found.isEmpty()) {
      keys.put(kind, found);
    }
  }

  private Stream<String> ticketMarkers(JsonNode record) {
    Stream<String> field =
        fields
            .idField(TargetModule.TICKETS)
            .map(name -> text(record.path("custom_fields").path(name)))
            .stream();
    Stream<String> tags =
        record
            .path("tags")
            .valueStream()
            .map(FreshdeskApi::text)
            .filter(tag -> tag.startsWith(TAG))
            .map(tag -> tag.substring(TAG.length()));
    return Stream.concat(field, tags)
        .filter(id -> !id.isEmpty())
        .map(id -> TargetReader.marker(new RecordKey(ObjectName.TICKET, id)));
  }

  private static Stream<String> external(String id) {
    return id.startsWith(EXTERNAL) ? key(id.substring(EXTERNAL.length())) : Stream.empty();
  }

  private static Stream<String> key(String id) {
    int colon = id.indexOf(':');
    return colon < 0 || colon == id.length() - 1
        ? Stream.empty()
        : ObjectName.of(id.substring(0, colon)).stream()
            .map(object -> atDesk(new RecordKey(object, id.substring(colon + 1))));
  }

  private static String atDesk(RecordKey key) {
    return TargetReader.marker(key.atDesk());
  }

  /** Only where we write it: the same words elsewhere in a text are the customer's. */
  private static Stream<RecordKey> marked(JsonNode node) {
    Matcher mark = AT_START.matcher(text(node).replaceAll("^(<[^>]*>)+", "").strip());
    return mark.find()
        ? ObjectName.of(mark.group(1)).stream().map(object -> new RecordKey(object, mark.group(2)))
        : Stream.empty();
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
