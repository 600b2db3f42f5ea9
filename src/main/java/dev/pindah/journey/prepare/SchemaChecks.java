package dev.pindah.journey.prepare;

import static dev.pindah.journey.prepare.PlanSchema.fold;

import dev.pindah.journey.prepare.Planned.State;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import dev.pindah.model.schema.Vocabulary.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of the target's fields against what the mapping wants of them. */
final class SchemaChecks {
  /** Required attributes that load fills by itself or that only forms ask for. */
  private static final Set<String> FILLED =
      Set.of(
          "email",
          "emails",
          "owner_id",
          "name",
          "amount",
          "deal_pipeline_id",
          "deal_stage_id",
          "lifecycle_stage_id",
          "contact_status_id",
          "sales_account_id",
          "sales_accounts",
          "contacts",
          "external_id",
          "requester",
          "requester_id",
          "subject",
          "description",
          "status",
          "priority",
          "source");

  private final Ground ground;

  SchemaChecks(Ground ground) {
    this.ground = ground;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>(required());
    checks.add(fieldTypes());
    checks.add(targetFields());
    checks.add(fieldLimits());
    checks.add(nameCollisions());
    checks.add(sharedFields());
    checks.add(pipelines());
    checks.add(currencies());
    return checks;
  }

  private List<Check> required() {
    List<Check> checks = new ArrayList<>();
    for (ObjectMapping object : ground.mapping().objects()) {
      TargetModule module = object.target();
      Set<String> filled =
          Stream.concat(
                  object.fields().stream().filter(FieldRule::moves).map(FieldRule::target),
                  object.constants().stream().map(ObjectMapping.Constant::target))
              .collect(Collectors.toSet());
      List<String> missing =
          ground.target().object(module.wire()).stream()
              .flatMap(known -> known.fields().stream())
              .filter(field -> field.required() || field.requiredToClose())
              .filter(
                  field ->
                      !FILLED.contains(field.name())
                          && !filled.contains(field.name())
                          && !created(object, field))
              .map(
                  field ->
                      field.required()
                          ? field.label()
                          : field.label() + " (to resolve or close a ticket)")
              .toList();
      Check check =
          Check.error(
              Check.REQUIRED + module.wire(),
              missing.isEmpty(),
              missing.isEmpty()
                  ? "every required field is mapped"
                  : "required and not mapped: " + String.join(", ", missing),
              "map a source field to each, or make the field optional in the admin settings");
      if (checks.stream().noneMatch(known -> known.id().equals(check.id()) && !known.ok())) {
        checks.removeIf(known -> known.id().equals(check.id()));
        checks.add(check);
      }
    }
    return checks;
  }

  private static boolean created(ObjectMapping object, FieldSchema field) {
    return object.fields().stream()
        .filter(rule -> rule.decision() == Decision.CREATE)
        .flatMap(rule -> rule.create().stream())
        .anyMatch(create -> create.label().equalsIgnoreCase(field.label()));
  }

  /** A field that an admin made by hand may have been given another type than was asked for. */
  private Check fieldTypes() {
    List<String> wrong = new ArrayList<>();
    for (ObjectMapping object : ground.mapping().objects()) {
      ObjectSchema module = ground.target().object(object.target().wire()).orElse(null);
      for (FieldRule rule : object.fields()) {
        if (module != null && rule.decision() == Decision.CREATE) {
          rule.create()
              .flatMap(
                  create -> module.labelled(create.label()).filter(f -> clash(create.type(), f)))
              .ifPresent(
                  field ->
                      wrong.add(
                          module.name() + "." + field.label() + " is " + field.type().wire()));
        }
      }
    }
    return Check.error(
        "field-types",
        wrong.isEmpty(),
        wrong.isEmpty()
            ? "types are as asked for"
            : "other type than asked for: " + String.join(", ", wrong),
        "delete the field and make it again with the type of the list, or map to another field");
  }

  private static boolean clash(FieldType wanted, FieldSchema field) {
    return switch (wanted) {
      case NUMBER, DATE, CHECKBOX, MULTI_SELECT_DROPDOWN -> field.type() != wanted;
      case DATE_TIME -> field.type() == FieldType.NUMBER || field.type() == FieldType.CHECKBOX;
      case TEXT, TEXTAREA, DROPDOWN ->
          field.type() == FieldType.NUMBER
              || field.type() == FieldType.CHECKBOX
              || field.type() == FieldType.DATE;
      default -> false;
    };
  }

  /** Only custom fields must be in the metadata; it leaves out standard ones. */
  private Check targetFields() {
    List<String> missing = new ArrayList<>();
    for (ObjectMapping object : ground.mapping().objects()) {
      object.fields().stream()
          .filter(rule -> rule.decision() == Decision.ACCEPT)
          .filter(rule -> rule.target().startsWith("cf_"))
          .filter(
              rule -> PlanSchema.named(ground.target(), object.target(), rule.target()).isEmpty())
          .forEach(rule -> missing.add(object.target().wire() + "." + rule.target()));
    }
    return Check.error(
        "target-fields",
        missing.isEmpty(),
        missing.isEmpty()
            ? "every mapped field is on the target"
            : "mapped and not on the target: " + String.join(", ", missing),
        "choose another target or 'create': pindah map --set OBJECT.FIELD=create");
  }

  private Check fieldLimits() {
    List<String> beyond =
        ground.rows().stream()
            .filter(row -> row.state() == State.IMPOSSIBLE && row.item().kind().equals("field"))
            .filter(row -> row.detail().contains("would fail"))
            .map(row -> row.item().module().wire() + "." + row.item().label())
            .toList();
    return Check.error(
        "field-limits",
        beyond.isEmpty(),
        beyond.isEmpty()
            ? "the plan has room for every field"
            : "the plan " + ground.plan().wire() + " has no room for " + String.join(", ", beyond),
        "take a larger plan, or decide otherwise: pindah map --set OBJECT.FIELD=document");
  }

  /** Two fields of one name: nobody could say which one is meant. */
  private Check nameCollisions() {
    List<String> twice = new ArrayList<>();
    for (ObjectSchema object : ground.target().objects()) {
      Map<String, Long> labels =
          object.fields().stream()
              .filter(FieldSchema::custom)
              .collect(
                  Collectors.groupingBy(
                      field -> fold(field.label()), LinkedHashMap::new, Collectors.counting()));
      labels.forEach(
          (label, times) -> {
            if (times > 1) {
              twice.add(object.name() + "." + label + " stands twice on the target");
            }
          });
    }
    for (ObjectMapping object : ground.mapping().objects()) {
      Map<String, Long> labels =
          object.fields().stream()
              .filter(rule -> rule.decision() == Decision.CREATE)
              .flatMap(rule -> rule.create().stream())
              .collect(
                  Collectors.groupingBy(
                      create -> fold(create.label()), LinkedHashMap::new, Collectors.counting()));
      labels.forEach(
          (label, times) -> {
            if (times > 1) {
              twice.add(object.object().wire() + ": " + times + " fields become \"" + label + '"');
            }
          });
    }
    return Check.error(
        "name-collisions",
        twice.isEmpty(),
        twice.isEmpty() ? "every field has a name of its own" : String.join("; ", twice),
        "give one of them another label, on the target or in mapping.yaml");
  }

  private Check sharedFields() {
    Shared shared = Shared.in(ground.mapping());
    List<String> unlike = shared.unlike();
    return Check.warn(
        "shared-fields",
        unlike.isEmpty(),
        unlike.isEmpty()
            ? shared.labels().isEmpty()
                ? "no field lives in both products"
                : "one label, type and set of options on both sides: "
                    + String.join(", ", shared.labels())
            : "another type on each side: " + String.join(", ", unlike),
        "set one type for both in mapping.yaml, 'text' where nothing else holds the values of both"
            + " sides");
  }

  private Check pipelines() {
    List<String> beyond =
        ground.rows().stream()
            .filter(row -> row.state() == State.IMPOSSIBLE && row.item().kind().equals("pipeline"))
            .map(row -> row.item().label())
            .toList();
    if (!beyond.isEmpty()) {
      return Check.error(
          "pipelines",
          false,
          "the plan has one pipeline and no room for " + String.join(", ", beyond),
          "lead these pipelines into the one that is there (pipelines: in mapping.yaml), or take"
              + " the Pro plan");
    }
    boolean merged =
        !ground.plan().severalPipelines()
            && ground.source().pipelines().size() > 1
            && !ground.target().pipelines().isEmpty();
    return Check.warn(
        "pipelines",
        !merged,
        merged
            ? ground.source().pipelines().size()
                + " pipelines go into one, since the plan has one only"
            : "every pipeline has its place",
        "the Pro plan allows several pipelines");
  }

  private Check currencies() {
    Set<String> known =
        ground.target().vocabulary(PickList.CURRENCY.vocabulary()).stream()
            .flatMap(vocabulary -> vocabulary.terms().stream())
            .map(Term::label)
            .collect(Collectors.toSet());
    ValueProfile profile = ground.dealProfiles().get("currency");
    List<String> missing =
        profile == null
            ? List.of()
            : profile.top().keySet().stream()
                .filter(code -> known.stream().noneMatch(code.strip()::equalsIgnoreCase))
                .toList();
    return Check.error(
        "currencies",
        missing.isEmpty(),
        missing.isEmpty()
            ? "every currency of the deals exists on the target"
            : "deals use " + String.join(", ", missing) + ", the target has " + known,
        "add the currency in Admin Settings (several currencies need the Pro plan); amounts are"
            + " never converted");
  }
}
