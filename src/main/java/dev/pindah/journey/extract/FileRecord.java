package dev.pindah.journey.extract;

import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record that only a file has, as the API would have given it. */
final class FileRecord {
  /** Begins the ids of records that no API gave an id. */
  private static final String PREFIX = "file-";

  private static final int HASH = 16;

  /** What a file names and the API refers to. */
  private record Reference(ObjectName object, String member, boolean many) {}

  private static final Map<String, Reference> REFERENCES =
      Map.of(
          "crm_company_id", new Reference(ObjectName.COMPANY, "crm_company_id", false),
          "crm_company", new Reference(ObjectName.COMPANY, "crm_company_id", false),
          "crm_contact", new Reference(ObjectName.CONTACT, "crm_lead_ids", true),
          "crm_person", new Reference(ObjectName.CONTACT, "crm_person_id", false),
          "crm_deal", new Reference(ObjectName.DEAL, "crm_deal_id", false));

  private static final Set<String> PEOPLE = Set.of("creator_id", "user_id", "reporter_id");

  private final Inventory inventory;
  private final BiFunction<ObjectName, String, Set<String>> named;
  private final List<String> unresolved = new ArrayList<>();

  /**
   * Makes records.
   *
   * @param named ids of the records of an object that carry a name
   */
  FileRecord(Inventory inventory, BiFunction<ObjectName, String, Set<String>> named) {
    this.inventory = inventory;
    this.named = named;
  }

  /** Whether the source's API never had it. */
  static boolean only(RecordKey key) {
    return key.id().startsWith(PREFIX);
  }

  /** The objects whose names the fields of a table speak of. */
  static List<ObjectName> referred(Iterable<String> fields) {
    List<ObjectName> objects = new ArrayList<>();
    for (String field : fields) {
      Optional.ofNullable(REFERENCES.get(field)).map(Reference::object).ifPresent(objects::add);
    }
    return objects;
  }

  /** Fields whose content could not be taken over in the record that was made last. */
  List<String> unresolved() {
    return List.copyOf(unresolved);
  }

  /**
   * The record.
   *
   * @param id of the source, or blank
   * @param texts by field key, as the API would give them; none is blank
   */
  SourceRecord of(ObjectName object, String id, Map<String, String> texts, Instant at) {
    unresolved.clear();
    String key =
        id.isBlank()
            ? PREFIX
                + Fingerprint.of(object.wire() + JsonMapper.shared().valueToTree(texts))
                    .substring(0, HASH)
            : id;
    ObjectNode json = JsonMapper.shared().createObjectNode().put(Headings.ID, key);
    SourceRow row = new SourceRow(json.toString());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      row = with(row, text.getKey(), text.getValue(), texts);
    }
    String content = row.json();
    return new SourceRecord(
        new RecordKey(object, key),
        Optional.empty(),
        content,
        Fingerprint.of(JsonMapper.shared().readTree(content)),
        at,
        true,
        false);
  }

  private SourceRow with(SourceRow row, String field, String text, Map<String, String> texts) {
    Reference reference = REFERENCES.get(field);
    if (reference != null) {
      return reference(row, field, reference, text);
    }
    if (PEOPLE.contains(field) && !text.matches("\\d+")) {
      return person(row, field, text);
    }
    if (field.equals("crm_stage_id")) {
      return stage(row, text, texts.getOrDefault("crm_pipeline_id", ""));
    }
    return row.with(field, text);
  }

  private SourceRow reference(SourceRow row, String field, Reference reference, String text) {
    List<String> ids = new ArrayList<>();
    for (String name : reference.many() ? List.of(text.split("\\s*,\\s*")) : List.of(text)) {
      Set<String> same = named.apply(reference.object(), Identity.name(name));
      if (same.size() == 1) {
        ids.add(same.iterator().next());
      } else {
        unresolved.add(field);
      }
    }
    if (ids.isEmpty()) {
      return row;
    }
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(row.json());
    if (reference.many()) {
      ids.forEach(json.withArray(reference.member())::add);
    } else {
      json.put(reference.member(), ids.getFirst());
    }
    return new SourceRow(json.toString());
  }

  /** Names of people repeat: only one that stands alone is believed. */
  private SourceRow person(SourceRow row, String field, String name) {
    List<String> ids =
        inventory.people().stream()
            .filter(person -> person.name().strip().equalsIgnoreCase(name.strip()))
            .map(Person::id)
            .distinct()
            .toList();
    if (ids.size() == 1) {
      return row.with(field, ids.getFirst());
    }
    unresolved.add(field);
    return row;
  }

  private SourceRow stage(SourceRow row, String name, String pipeline) {
    record Place(String pipeline, String stage) {}
    List<Place> places = new ArrayList<>();
    for (Pipeline known : inventory.pipelines()) {
      if (pipeline.isBlank()
          || known.id().equals(pipeline)
          || known.name().strip().equalsIgnoreCase(pipeline.strip())) {
        known.stage(name).ifPresent(stage -> places.add(new Place(known.id(), stage.id())));
      }
    }
    if (places.size() != 1) {
      unresolved.add("crm_stage_id");
      return row.with("crm_stage_id", name);
    }
    return row.with("crm_stage_id", places.getFirst().stage())
        .with("crm_pipeline_id", places.getFirst().pipeline());
  }

  /** Whether a field says who or what a record belongs to, so that only ids are right in it. */
  static boolean refers(String field) {
    return REFERENCES.containsKey(field)
        || PEOPLE.contains(field.toLowerCase(Locale.ROOT))
        || field.equals("crm_stage_id")
        || field.equals("crm_pipeline_id");
  }
}
