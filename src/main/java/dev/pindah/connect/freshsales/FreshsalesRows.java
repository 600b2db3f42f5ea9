package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.ids;
import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
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
final class FreshsalesRows {
  private static final String EXTERNAL = "qontak:";
  private static final String TAG = "qontak-";
  private static final Pattern AT_START = Pattern.compile("^\\[qontak:([^\\]\\s]+)\\]");
  private static final Pattern AT_END = Pattern.compile("\\[qontak:([^\\]\\s]+)\\]$");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern OUTER_TAGS = Pattern.compile("^(<[^>]*>)+|(<[^>]*>)+$");

  private final FreshsalesFields fields;
  private final FreshsalesChoices choices;

  FreshsalesRows(FreshsalesFields fields) {
    this.fields = fields;
    this.choices = new FreshsalesChoices(fields);
  }

  static ObjectName object(TargetModule module) {
    return switch (module) {
      case SALES_ACCOUNTS -> ObjectName.COMPANY;
      case DEALS -> ObjectName.DEAL;
      case TASKS -> ObjectName.TASK;
      case NOTES -> ObjectName.NOTE;
      case LISTS -> ObjectName.LIST;
      case FILES -> ObjectName.FILE;
      case USERS -> ObjectName.USER;
      case CONTACTS, LEADS -> ObjectName.CONTACT;
      case TICKETS, DESK_CONTACTS, DESK_COMPANIES, DESK_NOTES, DESK_FILES ->
          throw new IllegalArgumentException(module.wire() + " stand in the helpdesk");
    };
  }

  /**
   * A row.
   *
   * @param beside related records that the answer carries beside the record, when it is about this
   *     record alone; a missing node otherwise
   */
  Row row(TargetModule module, JsonNode record, JsonNode beside) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    put(keys, TargetReader.MARKER, markers(module, record));
    put(keys, TargetReader.EMAIL, emails(record));
    put(keys, TargetReader.NAME, name(record));
    links(module, record, beside, keys);
    JsonNode shown =
        switch (module) {
          case CONTACTS, SALES_ACCOUNTS, DEALS -> choices.read(module, record);
          default -> record;
        };
    return new Row(module, text(record.path("id")), shown.toString(), keys);
  }

  /**
   * A file or link on a record; lists of them are documented, their rows are not.
   *
   * @param role the kind of key of the record that it was found under
   */
  static Row file(JsonNode record, String role, String parentId) {
    String name = first(record, "name", "file_name", "content_file_name", "title");
    String size = first(record, "file_size", "content_file_size", "size", "byte_size");
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    plain.put("id", text(record.path("id"))).put("file_name", name);
    if (size.matches("\\d{1,18}")) {
      plain.put("bytes", Long.parseLong(size));
    }
    plain.put("url", text(record.path("url")));
    return new Row(
        TargetModule.FILES,
        text(record.path("id")),
        plain.toString(),
        Map.of(TargetReader.NAME, List.of(TargetReader.file(plain)), role, List.of(parentId)));
  }

  private static String first(JsonNode record, String... members) {
    return Stream.of(members)
        .map(member -> text(record.path(member)))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void put(Map<String, List<String>> keys, String kind, Stream<String> values) {
    List<String> found = values.filter(value -> !value.isBlank()).distinct().toList();
    if (!found.isEmpty()) {
      keys.put(kind, found);
    }
  }

  private Stream<String> markers(TargetModule module, JsonNode record) {
    return switch (module) {
      case NOTES -> marked(record, AT_START);
      case TASKS -> marked(record, AT_END);
      case LISTS, FILES -> Stream.empty();
      default -> fieldMarkers(module, record);
    };
  }

  /** Only where we write it: the same words elsewhere in a text are the customer's. */
  private static Stream<String> marked(JsonNode record, Pattern place) {
    String text = OUTER_TAGS.matcher(text(record.path("description"))).replaceAll("");
    Matcher mark = place.matcher(text.strip());
    return mark.find() ? Stream.of(mark.group(1)) : Stream.empty();
  }

  private Stream<String> fieldMarkers(TargetModule module, JsonNode record) {
    String object = object(module).wire();
    List<String> markers = new ArrayList<>();
    String external = text(record.path("external_id"));
    if (external.startsWith(EXTERNAL)) {
      markers.add(external.substring(EXTERNAL.length()));
    }
    fields
        .idField(module)
        .map(name -> text(record.path("custom_field").path(name)))
        .filter(id -> !id.isEmpty())
        .ifPresent(id -> markers.add(object + ":" + id));
    record
        .path("tags")
        .valueStream()
        .map(tag -> tag.isObject() ? text(tag.path("name")) : text(tag))
        .filter(tag -> tag.startsWith(TAG + object + "-"))
        .forEach(tag -> markers.add(object + ":" + tag.substring((TAG + object + "-").length())));
    return markers.stream();
  }

  private static Stream<String> emails(JsonNode record) {
    Stream<String> listed =
        record
            .path("emails")
            .valueStream()
            .map(email -> email.isObject() ? text(email.path("value")) : text(email));
    return Stream.concat(Stream.of(text(record.path("email"))), listed)
        .map(email -> email.toLowerCase(Locale.ROOT));
  }

  private static Stream<String> name(JsonNode record) {
    return Stream.of(
        SPACE.matcher(text(record.path("name")).toLowerCase(Locale.ROOT)).replaceAll(" "));
  }

  /** What a task or note hangs on: a list in answers, one pair in some. */
  private static Stream<String> targets(JsonNode record, String type) {
    Stream<JsonNode> listed =
        Stream.concat(
                record.path("targetables").valueStream(), Stream.of(record.path("targetable")))
            .filter(target -> type.equalsIgnoreCase(text(target.path("type"))))
            .map(target -> target.path("id"));
    Stream<JsonNode> single =
        type.equalsIgnoreCase(text(record.path("targetable_type")))
            ? Stream.of(record.path("targetable_id"))
            : Stream.empty();
    return ids(Stream.concat(listed, single)).stream();
  }

  private static void links(
      TargetModule module, JsonNode record, JsonNode beside, Map<String, List<String>> keys) {
    Stream<JsonNode> accounts =
        Stream.of(
                record.path("sales_accounts").valueStream(),
                Stream.of(record.path("sales_account"), record.path("sales_account_id")),
                record.path("sales_account_ids").valueStream(),
                beside.path("sales_accounts").valueStream())
            .flatMap(nodes -> nodes);
    switch (module) {
      case CONTACTS -> put(keys, TargetReader.ACCOUNT, ids(accounts).stream());
      case DEALS -> {
        put(keys, TargetReader.ACCOUNT, ids(accounts).stream());
        put(
            keys,
            TargetReader.CONTACT,
            ids(
                Stream.of(
                        record.path("contact_ids").valueStream(),
                        record.path("contacts").valueStream(),
                        beside.path("contacts").valueStream())
                    .flatMap(nodes -> nodes))
                .stream());
      }
      case TASKS, NOTES -> {
        put(keys, TargetReader.ACCOUNT, targets(record, "SalesAccount"));
        put(keys, TargetReader.CONTACT, targets(record, "Contact"));
        put(keys, TargetReader.DEAL, targets(record, "Deal"));
      }
      case SALES_ACCOUNTS ->
          put(
              keys,
              TargetReader.PARENT,
              ids(
                  Stream.of(
                      record.path("parent_sales_account_id"),
                      record.path("parent_sales_account_info")))
                  .stream());
      default -> {}
    }
  }
}
