package dev.pindah.journey.prepare;

import static dev.pindah.journey.prepare.PlanSchema.fold;

import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields, their choices, and entries of pick lists: what is there and what is missing. */
final class PlanFields {
  /** Fields that carry our own marks; kept on every module that holds migrated records. */
  private static final List<String> OWN_LABELS =
      List.of("qontak_id__c", "qontak_role__c", "qontak_owner__c");

  /** Name of the helpdesk's field whose choices are made as statuses of their own. */
  private static final String STATUS = "status";

  private final Inventory target;
  private final Plan plan;
  private final Room room;
  private final Shared shared;
  private final List<Planned> rows = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  PlanFields(Mapping mapping, Inventory target, Plan plan) {
    this.target = target;
    this.plan = plan;
    this.room = new Room(plan, target);
    this.shared = Shared.in(mapping);
  }

  List<Planned> rows() {
    return List.copyOf(rows);
  }

  List<Limit> limits() {
    return room.limits();
  }

  void object(ObjectMapping object) {
    if (object.target() != TargetModule.TASKS) {
      own(object.target());
    }
    if (object.target() == TargetModule.TICKETS) {
      requesters();
    }
    for (FieldRule rule : object.fields()) {
      if (rule.moves()) {
        field(object.target(), rule);
      } else if (rule.reason().contains("has no room")) {
        documented(object.target(), rule);
      }
    }
  }

  /**
   * Who asks in tickets is made in the helpdesk too, and carries its id there. A key that may not
   * see these fields may not make them either: then the contact's external id has to do.
   */
  private void requesters() {
    for (TargetModule module : List.of(TargetModule.DESK_CONTACTS, TargetModule.DESK_COMPANIES)) {
      if (target.object(module.wire()).isPresent()) {
        wanted(module, OWN_LABELS.getFirst(), FieldType.TEXT, List.of());
      }
    }
  }

  private void own(TargetModule module) {
    if (module.product() == Product.FRESHSALES && plan.customFields() == 0) {
      add(
          Planned.impossible(
              ToDo.field(module, OWN_LABELS.getFirst(), FieldType.TEXT, List.of()),
              "this plan has no custom fields; the tag qontak-<object>-<id> stands in",
              room.smallestPlan(module, FieldType.TEXT)));
      return;
    }
    OWN_LABELS.forEach(label -> wanted(module, label, FieldType.TEXT, List.of()));
  }

  /** The mapping keeps such values in the handoff documents; the reader sees what a plan costs. */
  private void documented(TargetModule module, FieldRule rule) {
    FieldType type = rule.create().map(NewField::type).orElse(FieldType.TEXT);
    add(
        Planned.impossible(
            ToDo.field(
                module, rule.label().isBlank() ? rule.source() : rule.label(), type, List.of()),
            rule.reason() + "; its values are kept in the handoff documents",
            room.smallestPlan(module, type)));
  }

  private void field(TargetModule module, FieldRule rule) {
    Optional<PickList> list = PickList.of(rule.target());
    if (list.isPresent()) {
      entries(module, rule, list.get());
      return;
    }
    Optional<FieldSchema> field;
    if (rule.decision() == Decision.CREATE) {
      NewField create = rule.create().orElseThrow();
      field = wanted(module, create.label(), create.type(), shared.choices(create));
    } else {
      field = PlanSchema.named(target, module, rule.target());
      field
          .filter(FieldSchema::custom)
          .ifPresent(known -> add(Planned.exists(there(module, known), "")));
    }
    field.filter(PlanFields::hasOptions).ifPresent(known -> options(module, wanted(rule), known));
  }

  /** The field when it is there; else it is asked for, as far as the plan has room. */
  private Optional<FieldSchema> wanted(
      TargetModule module, String label, FieldType type, List<String> choices) {
    Optional<FieldSchema> field =
        target.object(module.wire()).flatMap(object -> object.labelled(label));
    if (field.isPresent()) {
      add(Planned.exists(there(module, field.get()), ""));
      return field;
    }
    ToDo item = ToDo.field(module, label, type, choices);
    if (seen.contains(key(item))) {
      return field;
    }
    add(
        room.take(module, type)
            ? Planned.missing(item)
            : Planned.impossible(
                item,
                "the plan "
                    + plan.wire()
                    + " has no room for another "
                    + type.wire()
                    + " field; its values would fail",
                room.smallestPlan(module, type)));
    return field;
  }

  private static ToDo there(TargetModule module, FieldSchema field) {
    return ToDo.field(
        module, field.label(), field.type(), field.choices().stream().map(Choice::label).toList());
  }

  private static boolean hasOptions(FieldSchema field) {
    return field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
  }

  private void options(TargetModule module, List<String> wanted, FieldSchema field) {
    Set<String> present = new LinkedHashSet<>();
    field.choices().stream().map(Choice::label).map(PlanSchema::fold).forEach(present::add);
    List<String> missing = wanted.stream().filter(label -> !present.contains(fold(label))).toList();
    if (missing.isEmpty()) {
      return;
    }
    if (module == TargetModule.TICKETS && field.name().equals(STATUS)) {
      missing.forEach(label -> add(Planned.missing(ToDo.entry(module, STATUS, label))));
    } else {
      add(Planned.missing(ToDo.choices(module, field.label(), missing)));
    }
  }

  private static List<String> wanted(FieldRule rule) {
    return rule.values().stream()
        .map(ValueRule::to)
        .filter(label -> !label.isBlank())
        .distinct()
        .toList();
  }

  private void entries(TargetModule module, FieldRule rule, PickList list) {
    if (list == PickList.CURRENCY) {
      return;
    }
    Optional<Vocabulary> vocabulary = target.vocabulary(list.vocabulary());
    for (String label : wanted(rule)) {
      ToDo item = ToDo.entry(module, list.kind(), label);
      add(
          vocabulary.flatMap(known -> known.labelled(label)).isPresent()
              ? Planned.exists(item, "")
              : Planned.missing(item));
    }
  }

  private void add(Planned row) {
    if (seen.add(key(row.item()))) {
      rows.add(row);
    }
  }

  /** Pick lists serve every module: an entry is asked for once. */
  private static String key(ToDo item) {
    boolean list = !item.kind().equals("field") && !item.kind().equals("choices");
    return (list ? item.module().product().wire() : item.module().wire())
        + " "
        + item.kind()
        + " "
        + fold(item.label());
  }
}
