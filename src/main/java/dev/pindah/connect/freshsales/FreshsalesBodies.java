package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.Habits.Form;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.Link.Role;
import dev.pindah.model.TargetModule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Payloads in the API's form: custom values nested, marks added, links as the API wants them. */
final class FreshsalesBodies {
  private static final String IMPORT_TAG = "qontak-import";

  private final FreshsalesFields fields;
  private final FreshsalesChoices choices;
  private final Form one;
  private final Form several;

  /** Choices by their labels. */
  FreshsalesBodies(FreshsalesFields fields) {
    this(fields, Form.TEXT, Form.TEXT);
  }

  /**
   * Choices in a form that the account is known to take.
   *
   * @param one form of a single choice
   * @param several form of several
   */
  FreshsalesBodies(FreshsalesFields fields, Form one, Form several) {
    this.fields = fields;
    this.choices = new FreshsalesChoices(fields);
    this.one = one;
    this.several = several;
  }

  /** The attributes in their places, with nothing added and nothing rewritten. */
  ObjectNode plain(TargetModule module, ObjectNode attributes) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    ObjectNode custom = attributes(module, attributes, record);
    if (!custom.isEmpty()) {
      record.set("custom_field", custom);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(FreshsalesReader.root(module), record);
    return body;
  }

  ObjectNode create(Payload payload) {
    return switch (payload.module()) {
      case TASKS, NOTES -> rooted(payload, hung(payload));
      // The only body without a root key.
      case LISTS -> payload.attributes().deepCopy();
      default -> createRecord(payload);
    };
  }

  /** Marked by their text, and hung on the first record that stands. */
  private static ObjectNode hung(Payload payload) {
    ObjectNode record = payload.attributes().deepCopy();
    payload.links().stream()
        .findFirst()
        .ifPresent(
            link -> {
              record.put("targetable_type", type(link.role()));
              record.set("targetable_id", id(link.targetId()));
            });
    return record;
  }

  /** The kind of key under which a row tells that it hangs on a record of the module. */
  static String key(TargetModule parent) {
    return switch (parent) {
      case DEALS -> TargetReader.DEAL;
      case CONTACTS, LEADS -> TargetReader.CONTACT;
      default -> TargetReader.ACCOUNT;
    };
  }

  /** A link to a file that stays where it is. */
  static ObjectNode documentLink(Payload payload) {
    ResolvedLink parent = payload.links().getFirst();
    ObjectNode link = JsonNodeFactory.instance.objectNode();
    link.put("url", payload.attributes().path("url").asString(""));
    link.put("name", payload.attributes().path("file_name").asString(""));
    link.put("is_shared", false);
    link.put("targetable_type", type(parent.role()));
    link.set("targetable_id", id(parent.targetId()));
    return link;
  }

  static Map<String, String> document(Payload payload) {
    ResolvedLink parent = payload.links().getFirst();
    return Map.of(
        "file_name",
        payload.attributes().path("file_name").asString(""),
        "is_shared",
        "false",
        "targetable_type",
        type(parent.role()),
        "targetable_id",
        parent.targetId());
  }

  private static String type(Role role) {
    return switch (role) {
      case DEAL -> "Deal";
      case CONTACT -> "Contact";
      case ACCOUNT, PARENT -> "SalesAccount";
      case LIST, FOLDED, REQUESTER, TICKET ->
          throw new IllegalArgumentException("nothing hangs on a " + role);
    };
  }

  private ObjectNode createRecord(Payload payload) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    ObjectNode custom = attributes(payload.module(), payload.attributes(), record);
    mark(payload, record, custom, List.of());
    link(payload, record, Set.of());
    if (!custom.isEmpty()) {
      record.set("custom_field", custom);
    }
    return rooted(payload, record);
  }

  /**
   * A partial update is not known to keep the custom values that it does not name, so all that the
   * record holds goes along; tags and accounts likewise.
   */
  ObjectNode update(Row current, Payload payload) {
    if (payload.module() == TargetModule.NOTES) {
      return rooted(payload, payload.attributes().deepCopy());
    }
    if (payload.module() == TargetModule.TASKS) {
      return rooted(payload, hung(payload));
    }
    JsonNode held = JsonMapper.shared().readTree(current.json());
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    ObjectNode custom = attributes(payload.module(), payload.attributes(), record);
    if (text(held.path("email"))
        .equalsIgnoreCase(payload.attributes().path("email").asString(""))) {
      record.remove("emails");
    }
    if (!current.carries(payload.key()) || !tags(held).contains(IMPORT_TAG)) {
      mark(payload, record, custom, tags(held));
    }
    Set<String> linked = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      linked.addAll(current.keys().getOrDefault(role.name().toLowerCase(Locale.ROOT), List.of()));
    }
    link(payload, record, linked);
    if (!custom.isEmpty()) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      held.path("custom_field")
          .propertyStream()
          .filter(old -> !fields.computed(payload.module(), old.getKey()))
          .forEach(old -> all.set(old.getKey(), old.getValue()));
      // What stands there was read as labels.
      choices.give(payload.module(), all, one, several);
      all.setAll(custom);
      record.set("custom_field", all);
    }
    return rooted(payload, record);
  }

  /** Puts a record back to what it was before the first write: attributes, marks and links. */
  ObjectNode restore(Row now, String beforeJson, Set<String> attributes) {
    JsonNode before = JsonMapper.shared().readTree(beforeJson);
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    if (now.module() == TargetModule.TASKS || now.module() == TargetModule.NOTES) {
      attributes.forEach(name -> record.set(name, orNull(before.path(name))));
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.set(FreshsalesReader.root(now.module()), record);
      return body;
    }
    ObjectNode custom = JsonNodeFactory.instance.objectNode();
    JsonNode held = JsonMapper.shared().readTree(now.json());
    // What is not named here would be wiped.
    held.path("custom_field")
        .propertyStream()
        .filter(other -> !fields.computed(now.module(), other.getKey()))
        .forEach(other -> custom.set(other.getKey(), other.getValue()));
    for (String name : attributes) {
      if (fields.custom(now.module(), name)) {
        custom.set(name, orNull(before.path("custom_field").path(name)));
      } else if (!name.equals("email")) {
        record.set(name, orNull(before.path(name)));
      }
    }
    fields
        .idField(now.module())
        .ifPresent(name -> custom.set(name, orNull(before.path("custom_field").path(name))));
    // Both readings hold labels.
    choices.give(now.module(), custom, one, several);
    record.set("custom_field", custom);
    ArrayNode tags = record.putArray("tags");
    List<String> worn = tags(before);
    tags(held).stream().filter(tag -> worn.contains(tag) || !ours(tag)).forEach(tags::add);
    relations(now, before, record);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(FreshsalesReader.root(now.module()), record);
    return body;
  }

  private static boolean ours(String tag) {
    return tag.equals(IMPORT_TAG) || tag.startsWith("qontak-");
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
  }

  /** External id, accounts and contacts as they were. */
  private static void relations(Row now, JsonNode before, ObjectNode record) {
    switch (now.module()) {
      case CONTACTS -> {
        record.set("external_id", orNull(before.path("external_id")));
        JsonNode known = before.path("sales_accounts");
        if (!known.isArray()) {
          known = before.path("sales_account_ids");
        }
        if (!known.isArray()) {
          return;
        }
        ArrayNode accounts = record.putArray("sales_accounts");
        boolean primary = true;
        for (JsonNode held : known) {
          ObjectNode account = accounts.addObject();
          account.set("id", held.isObject() ? held.path("id") : held);
          account.put(
              "is_primary", held.isObject() ? held.path("is_primary").asBoolean(primary) : primary);
          primary = false;
        }
      }
      case DEALS -> {
        if (before.has("sales_account_id")) {
          record.set("sales_account_id", orNull(before.path("sales_account_id")));
        }
        JsonNode contacts = before.path(before.has("contact_ids") ? "contact_ids" : "contacts");
        if (!contacts.isArray()) {
          return;
        }
        Set<String> held = new LinkedHashSet<>(FreshsalesApi.ids(contacts.valueStream()));
        ArrayNode removed = record.putArray("contacts_removed_list");
        now.keys().getOrDefault(TargetReader.CONTACT, List.of()).stream()
            .filter(id -> !held.contains(id))
            .forEach(id -> removed.add(id(id)));
      }
      case SALES_ACCOUNTS -> {
        if (before.has("parent_sales_account_id")) {
          record.set("parent_sales_account_id", orNull(before.path("parent_sales_account_id")));
        }
      }
      default -> {}
    }
  }

  private static ObjectNode rooted(Payload payload, ObjectNode record) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(FreshsalesReader.root(payload.module()), record);
    return body;
  }

  /** Puts plain attributes on the record and answers the custom ones. */
  private ObjectNode attributes(TargetModule module, ObjectNode attributes, ObjectNode record) {
    ObjectNode custom = JsonNodeFactory.instance.objectNode();
    attributes
        .propertyStream()
        .forEach(
            member -> {
              String name = member.getKey();
              if (fields.custom(module, name)) {
                custom.set(name, member.getValue());
              } else if (name.equals("email") && module == TargetModule.CONTACTS) {
                ObjectNode email = record.putArray("emails").addObject();
                email.set("value", member.getValue());
                email.put("is_primary", true);
              } else {
                record.set(name, member.getValue());
              }
            });
    choices.give(module, custom, one, several);
    return custom;
  }

  private void mark(Payload payload, ObjectNode record, ObjectNode custom, List<String> tags) {
    String object = payload.key().object().wire();
    String id = payload.key().id();
    if (payload.module() == TargetModule.CONTACTS) {
      record.put("external_id", "qontak:" + object + ":" + id);
    }
    Set<String> all = new LinkedHashSet<>(tags);
    all.add(IMPORT_TAG);
    Optional<String> field = fields.idField(payload.module());
    if (field.isPresent()) {
      custom.put(field.get(), id);
    } else {
      all.add("qontak-" + object + "-" + id);
    }
    ArrayNode array = record.putArray("tags");
    all.forEach(array::add);
  }

  private static List<String> tags(JsonNode held) {
    return held.path("tags")
        .valueStream()
        .map(tag -> tag.isObject() ? text(tag.path("name")) : text(tag))
        .toList();
  }

  private static void link(Payload payload, ObjectNode record, Set<String> linked) {
    List<ResolvedLink> accounts = of(payload, Role.ACCOUNT);
    if (payload.module() == TargetModule.DEALS) {
      accounts.stream()
          .findFirst()
          .ifPresent(link -> record.set("sales_account_id", id(link.targetId())));
      ArrayNode added = JsonNodeFactory.instance.arrayNode();
      of(payload, Role.CONTACT).stream()
          .map(ResolvedLink::targetId)
          .filter(id -> !linked.contains(id))
          .distinct()
          .forEach(id -> added.add(id(id)));
      if (!added.isEmpty()) {
        record.set("contacts_added_list", added);
      }
    } else if (!accounts.isEmpty()) {
      Set<String> all = new LinkedHashSet<>();
      accounts.forEach(link -> all.add(link.targetId()));
      all.addAll(linked);
      ArrayNode array = record.putArray("sales_accounts");
      boolean primary = true;
      for (String id : all) {
        ObjectNode account = array.addObject();
        account.set("id", id(id));
        account.put("is_primary", primary);
        primary = false;
      }
    }
    of(payload, Role.PARENT).stream()
        .findFirst()
        .ifPresent(link -> record.set("parent_sales_account_id", id(link.targetId())));
  }

  private static List<ResolvedLink> of(Payload payload, Role role) {
    return payload.links().stream().filter(link -> link.role() == role).toList();
  }

  static JsonNode id(String id) {
    return id.matches("\\d{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(id))
        : JsonNodeFactory.instance.stringNode(id);
  }
}
