package dev.pindah.connect.qontak;

import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows as they are kept: with an identity, and without secrets. */
final class QontakRows {
  /** All that is kept of a channel; its other members hold tokens and pins. */
  private static final Set<String> CHANNEL =
      Set.of("id", "target_channel", "organization_id", "created_at", "is_active");

  private static final Set<String> CHANNEL_SETTINGS =
      Set.of("account_name", "phone_number", "phone_number_id", "auto_resolve_period");

  private static final int HASH_LENGTH = 16;

  private QontakRows() {}

  static List<RawRecord> raw(ObjectName object, List<JsonNode> rows) {
    return rows.stream().filter(row -> !id(row).isEmpty()).map(row -> raw(object, row)).toList();
  }

  static RawRecord raw(ObjectName object, JsonNode row) {
    JsonNode kept = object == ObjectName.CHANNEL ? harmless(row) : row;
    return new RawRecord(new RecordKey(object, id(row)), parent(object, row), kept.toString());
  }

  private static String id(JsonNode row) {
    return QontakApi.text(row.path("id"));
  }

  /** What a record of a list without a parent says of its own. */
  private static Optional<RecordKey> parent(ObjectName object, JsonNode row) {
    return switch (object) {
      case NOTE ->
          reference(row, "crm_person_id", ObjectName.CONTACT)
              .or(() -> reference(row, "crm_lead_id", ObjectName.CONTACT))
              .or(() -> reference(row, "crm_company_id", ObjectName.COMPANY))
              .or(() -> reference(row, "crm_deal_id", ObjectName.DEAL));
      case LINE_ITEM -> reference(row, "crm_deal_id", ObjectName.DEAL);
      default -> Optional.empty();
    };
  }

  private static Optional<RecordKey> reference(JsonNode row, String member, ObjectName object) {
    String id = QontakApi.text(row.path(member));
    return id.isEmpty() || id.equals("0")
        ? Optional.empty()
        : Optional.of(new RecordKey(object, id));
  }

  private static JsonNode harmless(JsonNode row) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    CHANNEL.stream().sorted().forEach(member -> keep(row, member, kept));
    ObjectNode settings = kept.putObject("settings");
    CHANNEL_SETTINGS.stream()
        .sorted()
        .forEach(member -> keep(row.path("settings"), member, settings));
    return kept;
  }

  private static void keep(JsonNode row, String member, ObjectNode kept) {
    if (row.has(member) && row.path(member).isValueNode()) {
      kept.set(member, row.path(member));
    }
  }

  /** Whether a note is about the record: it is not when it names another of its kind. */
  static boolean about(RecordKey parent, JsonNode note) {
    List<String> members =
        switch (parent.object()) {
          case CONTACT -> List.of("crm_person_id", "crm_lead_id");
          case COMPANY -> List.of("crm_company_id");
          default -> List.of("crm_deal_id");
        };
    List<RecordKey> named =
        members.stream()
            .flatMap(member -> reference(note, member, parent.object()).stream())
            .toList();
    return named.isEmpty() || named.contains(parent);
  }

  /** Children with ids of their own. */
  static List<RawRecord> identified(ObjectName child, RecordKey parent, List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> !id(row).isEmpty())
        .map(
            row ->
                new RawRecord(new RecordKey(child, id(row)), Optional.of(parent), row.toString()))
        .toList();
  }

  /** Children known by their parent and their place, which never changes. */
  static List<RawRecord> numbered(ObjectName child, RecordKey parent, List<JsonNode> rows) {
    List<RawRecord> records = new ArrayList<>();
    for (JsonNode row : rows) {
      records.add(under(child, parent, Integer.toString(records.size() + 1), row));
    }
    return records;
  }

  /** Events carry no id of their own: what they say is their identity. */
  static List<RawRecord> hashed(ObjectName child, RecordKey parent, List<JsonNode> rows) {
    Map<String, Integer> copies = new HashMap<>();
    List<RawRecord> records = new ArrayList<>();
    for (JsonNode row : rows) {
      String hash = Fingerprint.of(row).substring(0, HASH_LENGTH);
      int copy = copies.merge(hash, 1, Integer::sum);
      records.add(under(child, parent, copy == 1 ? hash : hash + "-" + copy, row));
    }
    return records;
  }

  static RawRecord under(ObjectName child, RecordKey parent, String id, JsonNode row) {
    return new RawRecord(
        new RecordKey(child, parent.object().wire() + "-" + parent.id() + "-" + id),
        Optional.of(parent),
        row.toString());
  }
}
