package dev.pindah.journey.prepare;

import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import dev.pindah.model.schema.Vocabulary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Named checks of the target before anything is written to it. */
final class Preflight {
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
          "external_id");

  private final Mapping mapping;
  private final Inventory source;
  private final Inventory target;
  private final Plan plan;
  private final Map<String, ValueProfile> dealProfiles;

  Preflight(
      Mapping mapping,
      Inventory source,
      Inventory target,
      Plan plan,
      Map<String, ValueProfile> dealProfiles) {
    this.mapping = mapping;
    this.source = source;
    this.target = target;
    this.plan = plan;
    this.dealProfiles = dealProfiles;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(owners());
    checks.addAll(required());
    checks.add(currencies());
    checks.add(pipelines());
    checks.add(existing());
    checks.add(fieldTypes());
    return checks;
  }

  private Check owners() {
    List<String> unmatched =
        mapping.owners().stream().filter(OwnerRule::placeholder).map(OwnerRule::name).toList();
    return Check.warn(
        "owners-matched",
        unmatched.isEmpty(),
        unmatched.size() + " of " + mapping.owners().size() + " source users have no active user",
        "their records go to the placeholder owner and keep the original owner's name; add the users"
            + " to the account and set owners in mapping.yaml to change that");
  }

  private List<Check> required() {
    List<Check> checks = new ArrayList<>();
    for (ObjectMapping object : mapping.objects()) {
      TargetModule module = object.target();
      Set<String> filled =
          object.fields().stream()
              .filter(FieldRule::moves)
              .map(FieldRule::target)
              .collect(Collectors.toSet());
      List<String> missing =
          target.object(module.wire()).stream()
              .flatMap(known -> known.fields().stream())
              .filter(FieldSchema::required)
              .filter(
                  field ->
                      !FILLED.contains(field.name())
                          && !filled.contains(field.name())
                          && !created(object, field))
              .map(FieldSchema::label)
              .toList();
      checks.add(
          Check.error(
              Check.REQUIRED + module.wire(),
              missing.isEmpty(),
              missing.isEmpty()
                  ? "every required field is mapped"
                  : "required and not mapped: " + String.join(", ", missing),
              "map a source field to each, or make the field optional in the admin settings"));
    }
    return checks;
  }

  private static boolean created(ObjectMapping object, FieldSchema field) {
    return object.fields().stream()
        .filter(rule -> rule.decision() == Decision.CREATE)
        .flatMap(rule -> rule.create().stream())
        .anyMatch(create -> create.label().equalsIgnoreCase(field.label()));
  }

  private Check currencies() {
    Set<String> known =
        target.vocabulary(PickList.CURRENCY.vocabulary()).stream()
            .flatMap(vocabulary -> vocabulary.terms().stream())
            .map(Term::label)
            .collect(Collectors.toSet());
    ValueProfile profile = dealProfiles.get("currency");
    List<String> missing =
        profile == null
            ? List.of()
            : profile.top().keySet().stream().filter(code -> !known.contains(code)).toList();
    return Check.error(
        "currencies",
        missing.isEmpty(),
        missing.isEmpty()
            ? "every currency of the deals exists on the target"
            : "deals use " + String.join(", ", missing) + ", the target has " + known,
        "add the currency in Admin Settings (several currencies need the Pro plan); amounts are"
            + " never converted");
  }

  private Check pipelines() {
    boolean merged =
        !plan.severalPipelines() && source.pipelines().size() > 1 && !target.pipelines().isEmpty();
    return Check.warn(
        "pipelines",
        !merged,
        merged
            ? source.pipelines().size() + " pipelines go into one, since the plan has one only"
            : "every pipeline has its place",
        "the Pro plan allows several pipelines");
  }

  private Check existing() {
    String counts =
        target.objects().stream()
            .filter(object -> object.count() > 0)
            .map(object -> object.name() + " " + object.count())
            .collect(Collectors.joining(", "));
    return Check.fine(
        "existing-records",
        counts.isEmpty() ? "the target is empty" : "the target already holds " + counts);
  }

  /** A field that an admin made by hand may have been given another type than was asked for. */
  private Check fieldTypes() {
    List<String> wrong = new ArrayList<>();
    for (ObjectMapping object : mapping.objects()) {
      ObjectSchema module = target.object(object.target().wire()).orElse(null);
      for (FieldRule rule : object.fields()) {
        if (module != null && rule.decision() == Decision.CREATE) {
          rule.create()
              .flatMap(
                  create -> module.labelled(create.label()).filter(f -> clash(create.type(), f)))
              .ifPresent(field -> wrong.add(module.name() + "." + field.label()));
        }
      }
    }
    return Check.error(
        "field-types",
        wrong.isEmpty(),
        wrong.isEmpty() ? "types are as asked for" : "other type than asked for: " + wrong,
        "delete the field and make it again with the type of the list, or map to another field");
  }

  private static boolean clash(dev.pindah.model.schema.FieldType wanted, FieldSchema field) {
    return switch (wanted) {
      case NUMBER, DATE, CHECKBOX, MULTI_SELECT_DROPDOWN -> field.type() != wanted;
      default -> false;
    };
  }
}
