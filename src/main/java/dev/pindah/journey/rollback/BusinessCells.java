package dev.pindah.journey.rollback;

import dev.pindah.ledger.Tables;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which members of a target record people work with: the fields that the account says it has. */
final class BusinessCells {
  /** Where the products keep their custom values. */
  static final List<String> CUSTOM = List.of("custom_field", "custom_fields");

  static final String TAGS = "tags";

  /** What other records it names: compared by what they are, not as values. */
  static final Set<String> RELATIONS =
      Set.of(
          "emails",
          "sales_accounts",
          "sales_account",
          "sales_account_ids",
          "contacts",
          "contact_ids",
          "targetables",
          "targetable");

  private static final Map<TargetModule, Set<String>> WITHOUT_METADATA =
      Map.of(
          TargetModule.TASKS,
          Set.of(
              "title",
              "description",
              "due_date",
              "status",
              "owner_id",
              "task_type_id",
              "outcome_id"),
          TargetModule.NOTES,
          Set.of("description"),
          TargetModule.LISTS,
          Set.of("name"),
          TargetModule.DESK_NOTES,
          Set.of("body"),
          TargetModule.TICKETS,
          Set.of(
              "subject",
              "description",
              "status",
              "priority",
              "type",
              "responder_id",
              "group_id",
              "requester_id",
              "company_id"),
          TargetModule.DESK_CONTACTS,
          Set.of(
              "name",
              "email",
              "phone",
              "mobile",
              "job_title",
              "address",
              "description",
              "company_id",
              "unique_external_id"),
          TargetModule.DESK_COMPANIES,
          Set.of("name", "description", "note", "domains"));

  private final Set<String> known;

  private BusinessCells(Set<String> known) {
    this.known = known;
  }

  static BusinessCells of(TargetModule module, Tables tables) {
    Set<String> known = new HashSet<>(WITHOUT_METADATA.getOrDefault(module, Set.of()));
    tables
        .inventories()
        .latest(Product.FRESHSALES)
        .flatMap(inventory -> inventory.object(module.wire()))
        .ifPresent(schema -> schema.fields().stream().map(FieldSchema::name).forEach(known::add));
    return new BusinessCells(known);
  }

  /** Whether people work with the cell, custom or not. */
  boolean holds(String name) {
    return !ServerMoved.provesNothing(name)
        && (known.contains(name)
            || name.startsWith("cf_")
            || name.equals(TAGS)
            || name.equals("external_id")
            || RELATIONS.contains(name));
  }

  /** The cells of a record that are compared as values. */
  Set<String> values(String json) {
    Set<String> names = new TreeSet<>();
    JsonNode row = JsonMapper.shared().readTree(json);
    row.propertyNames().stream().filter(known::contains).forEach(names::add);
    CUSTOM.forEach(custom -> names.addAll(row.path(custom).propertyNames()));
    names.removeIf(
        name ->
            ServerMoved.provesNothing(name)
                || RELATIONS.contains(name)
                || CUSTOM.contains(name)
                || name.equals(TAGS));
    return names;
  }
}
