package dev.pindah.journey.prepare;

import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the custom fields of the CRM's modules against what the plan holds of each kind. */
final class Room {
  /** Kinds that have a limit of their own; others share one of these. */
  private static final List<FieldType> KINDS =
      List.of(
          FieldType.TEXT,
          FieldType.TEXTAREA,
          FieldType.NUMBER,
          FieldType.DATE,
          FieldType.DROPDOWN,
          FieldType.MULTI_SELECT_DROPDOWN,
          FieldType.CHECKBOX);

  private final Plan plan;
  private final Map<TargetModule, Map<FieldType, Count>> modules =
      new EnumMap<>(TargetModule.class);

  private static final class Count {
    private int have;
    private int wanted;
  }

  Room(Plan plan, Inventory target) {
    this.plan = plan;
    target
        .objects()
        .forEach(
            object ->
                TargetModule.of(object.name())
                    .filter(module -> module.product() == Product.FRESHSALES)
                    .ifPresent(
                        module ->
                            object.fields().stream()
                                .filter(FieldSchema::custom)
                                .forEach(field -> count(module, field.type()).have++)));
  }

  /** Whether one more field has room; then it is taken. */
  boolean take(TargetModule module, FieldType type) {
    if (module.product() != Product.FRESHSALES) {
      return true;
    }
    Count count = count(module, type);
    if (count.have + count.wanted >= plan.customFields(kind(type))
        || total(module) >= plan.customFields()) {
      return false;
    }
    count.wanted++;
    return true;
  }

  /** Smallest plan with room for one more field of the kind; none where no plan has it. */
  String smallestPlan(TargetModule module, FieldType type) {
    Count count = count(module, type);
    int needed = count.have + count.wanted + 1;
    for (Plan candidate : Plan.values()) {
      if (needed <= candidate.customFields(kind(type))
          && total(module) + 1 <= candidate.customFields()) {
        return candidate.wire();
      }
    }
    return "none";
  }

  /** What stands in each kind, what the plan adds, and what it may hold. */
  List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    modules.forEach(
        (module, kinds) -> {
          for (FieldType kind : KINDS) {
            Count count = kinds.getOrDefault(kind, new Count());
            limits.add(
                new Limit(
                    module.wire(), kind.wire(), count.have, count.wanted, plan.customFields(kind)));
          }
          limits.add(
              new Limit(
                  module.wire(),
                  "all",
                  kinds.values().stream().mapToInt(count -> count.have).sum(),
                  kinds.values().stream().mapToInt(count -> count.wanted).sum(),
                  plan.customFields()));
        });
    return limits;
  }

  private int total(TargetModule module) {
    return modules.getOrDefault(module, Map.of()).values().stream()
        .mapToInt(count -> count.have + count.wanted)
        .sum();
  }

  private Count count(TargetModule module, FieldType type) {
    return modules
        .computeIfAbsent(module, any -> new EnumMap<>(FieldType.class))
        .computeIfAbsent(kind(type), any -> new Count());
  }

  private static FieldType kind(FieldType type) {
    return switch (type) {
      case URL, EMAIL, PHONE, GPS -> FieldType.TEXT;
      // Look-ups and formulas have limits of their own, and nothing of ours becomes one.
      case FILE, SIGNATURE, REFERENCE, SYSTEM -> FieldType.SYSTEM;
      case CHECKLIST -> FieldType.TEXTAREA;
      case PERCENTAGE, MONEY -> FieldType.NUMBER;
      case DATE_TIME -> FieldType.DATE;
      case TEXT, TEXTAREA, NUMBER, DATE, DROPDOWN, MULTI_SELECT_DROPDOWN, CHECKBOX -> type;
    };
  }
}
