package dev.pindah.journey.map;

import dev.pindah.model.Problems;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Formula;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.Recipe;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ValueProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks one rule that moves a field. */
final class CheckRule {
  private static final int NAMED = 5;

  private final AccountView view;
  private final ObjectMapping object;
  private final FieldRule rule;
  private final String place;
  private final Problems problems;

  CheckRule(
      AccountView view, ObjectMapping object, FieldRule rule, String place, Problems problems) {
    this.view = view;
    this.object = object;
    this.rule = rule;
    this.place = place;
    this.problems = problems;
  }

  /**
   * @param sources keys that joins and expressions may name
   */
  void run(Set<String> sources) {
    if (!rule.transform().shares()) {
      target(rule.target());
    }
    type();
    switch (rule.recipe().orElse(null)) {
      case null -> {}
      case Recipe.Split split -> split.into().forEach(this::target);
      case Recipe.Join join -> join.with().forEach(field -> source(field, sources));
      case Recipe.Expression expression -> expression(expression, sources);
      case Recipe.Constant constant -> {}
      case Recipe.Lookup lookup -> {}
      case Recipe.DateForm form -> {}
    }
    values();
  }

  /** Metadata does not list every standard attribute; custom ones must be there. */
  private void target(String name) {
    if (name.startsWith("cf_") && field(name).isEmpty()) {
      problems.add(
          place,
          "the target has no field '" + name + "' in " + object.target().wire(),
          Problems.nearest(name, targets().map(FieldSchema::name))
              .map(near -> "did you mean '" + near + "'?")
              .orElse("run pindah discover when an admin has just made it"));
    }
  }

  private void source(String name, Set<String> sources) {
    if (!sources.contains(name)) {
      problems.add(
          place,
          "the source has no field '" + name + "'",
          Problems.nearest(name, sources.stream().sorted())
              .map(near -> "did you mean '" + near + "'?")
              .orElse(""));
    }
  }

  private void expression(Recipe.Expression expression, Set<String> sources) {
    Set<String> words = new HashSet<>(Set.of("value", "label"));
    sources.forEach(source -> words.add(Formula.variable(source)));
    Formula.problem(expression.text(), words)
        .ifPresent(
            wrong ->
                problems.add(
                    place,
                    "the expression cannot be evaluated: " + wrong,
                    "known: value, label and the fields of the record"));
  }

  /** Standard attributes are described by their products too loosely to judge. */
  private void type() {
    Optional<FieldType> type =
        CheckMapping.created(rule)
            ? rule.create().map(NewField::type)
            : field(rule.target()).filter(FieldSchema::custom).map(FieldSchema::type);
    type.filter(kind -> !CheckMapping.fits(rule.transform(), kind))
        .ifPresent(
            kind ->
                problems.add(
                    place,
                    "'transform: "
                        + rule.transform().wire()
                        + "' does not fit the "
                        + kind.wire()
                        + " field "
                        + (CheckMapping.created(rule) ? "to be created" : rule.target()),
                    "use 'transform: " + Transforms.between(source(), kind).wire() + "'"));
  }

  private FieldSchema source() {
    return view.source()
        .object(object.object().wire())
        .flatMap(schema -> schema.field(rule.source()))
        .orElseGet(() -> FieldSchemas.text(rule.source(), rule.label()));
  }

  /** Options that records hold and that no rule and no option of the target knows. */
  private void values() {
    boolean options = rule.transform() == Transform.VALUE || rule.transform() == Transform.VALUES;
    List<String> known = options ? targetOptions() : List.of();
    ValueProfile profile = view.profilesOf(object.object().wire()).get(rule.source());
    if (known.isEmpty() || profile == null) {
      return;
    }
    Set<String> ruled = new HashSet<>();
    known.forEach(label -> ruled.add(fold(label)));
    rule.values().forEach(value -> ruled.add(fold(value.from())));
    List<String> open =
        profile.top().keySet().stream()
            .map(this::label)
            .filter(label -> !label.isBlank() && !ruled.contains(fold(label)))
            .distinct()
            .toList();
    if (!open.isEmpty()) {
      problems.add(
          place,
          (open.size() == 1
                  ? "a value that records hold leads nowhere: "
                  : open.size() + " values that records hold lead nowhere: ")
              + String.join(", ", open.subList(0, Math.min(NAMED, open.size())))
              + (open.size() > NAMED ? ", …" : ""),
          "add them to 'values:'; an empty 'to' leaves one behind");
    }
  }

  private List<String> targetOptions() {
    if (CheckMapping.created(rule)) {
      return rule.create().map(NewField::choices).orElse(List.of());
    }
    Optional<PickList> list = PickList.of(rule.target());
    if (list.isPresent()) {
      return view.destination().vocabulary(list.get().vocabulary()).stream()
          .flatMap(vocabulary -> vocabulary.terms().stream())
          .map(term -> term.label())
          .toList();
    }
    return field(rule.target()).stream()
        .flatMap(field -> field.choices().stream())
        .map(Choice::label)
        .toList();
  }

  /** Some records give the option's id only. */
  private String label(String value) {
    return source().choices().stream()
        .filter(choice -> choice.id().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }

  private Optional<FieldSchema> field(String name) {
    return targets().filter(field -> field.name().equals(name)).findFirst();
  }

  private Stream<FieldSchema> targets() {
    return view.destination().object(object.target().wire()).stream()
        .flatMap(schema -> schema.fields().stream());
  }

  private static String fold(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
