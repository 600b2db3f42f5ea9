package dev.pindah.journey.map;

import dev.pindah.journey.map.MappingReader.Located;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Formula;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.Recipe;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a mapping that can be read: against both accounts and in itself. */
public final class CheckMapping {
  /** Required fields that something else than a field rule fills. */
  private static final Map<TargetModule, Set<String>> FILLED =
      Map.of(
          TargetModule.CONTACTS, Set.of("emails", "owner_id", "lifecycle_stage_id"),
          TargetModule.TICKETS, Set.of("requester", "source", "status", "priority", "description"),
          TargetModule.TASKS, Set.of("owner_id", "due_date", "targetable"));

  private final AccountView view;
  private final Located file;
  private final Problems problems;

  private CheckMapping(AccountView view, Located file, Problems problems) {
    this.view = view;
    this.file = file;
    this.problems = problems;
  }

  public static void check(AccountView view, Located file, Problems problems) {
    new CheckMapping(view, file, problems).run();
  }

  private void run() {
    contactRule();
    file.mapping().objects().forEach(this::object);
    file.mapping().owners().forEach(this::owner);
  }

  private void contactRule() {
    Set<String> words = new HashSet<>(LeadRule.WORDS);
    words.addAll(variables(ObjectName.CONTACT));
    Formula.problem(file.mapping().leadRule().contactWhen(), words)
        .ifPresent(
            wrong ->
                problems.add(
                    file.place("contact-rule"),
                    "the contact rule cannot be evaluated: " + wrong,
                    "known words: deal_count, sales_qualified, status, fields of a contact"));
  }

  private Set<String> variables(ObjectName object) {
    return source(object).stream()
        .flatMap(schema -> schema.fields().stream())
        .map(field -> Formula.variable(field.key()))
        .collect(Collectors.toSet());
  }

  private Optional<ObjectSchema> source(ObjectName object) {
    return view.source().object(object.wire());
  }

  private void object(ObjectMapping object) {
    Set<String> known =
        Stream.concat(
                source(object.object()).stream()
                    .flatMap(schema -> schema.fields().stream())
                    .map(FieldSchema::key),
                StandardFields.of(StandardFields.object(object.object().wire(), object.target()))
                    .stream()
                    .map(StandardFields.Row::source))
            .collect(Collectors.toSet());
    for (FieldRule rule : object.fields()) {
      String place = file.place(object.object().wire() + "." + rule.source());
      if (source(object.object()).isPresent() && !known.contains(rule.source())) {
        problems.add(
            place, "the source has no field '" + rule.source() + "'", near(rule.source(), known));
      }
      if (rule.moves()) {
        new CheckRule(view, object, rule, place, problems).run(known);
      }
    }
    required(object);
  }

  private static String near(String word, Set<String> known) {
    return Problems.nearest(word, known.stream().sorted())
        .map(found -> "did you mean '" + found + "'?")
        .orElse("run pindah discover when the account has changed");
  }

  /** The target refuses records without these. */
  private void required(ObjectMapping object) {
    Set<String> fed = new HashSet<>(FILLED.getOrDefault(object.target(), Set.of()));
    object.constants().forEach(constant -> fed.add(constant.target()));
    for (FieldRule rule : object.fields()) {
      if (rule.moves()) {
        fed.add(rule.target());
        rule.create().ifPresent(create -> fed.add(create.label()));
        rule.recipe()
            .filter(Recipe.Split.class::isInstance)
            .ifPresent(split -> fed.addAll(((Recipe.Split) split).into()));
      }
    }
    view.destination().object(object.target().wire()).stream()
        .flatMap(schema -> schema.fields().stream())
        .filter(FieldSchema::required)
        .filter(field -> !fed.contains(field.name()) && !fed.contains(field.label()))
        .forEach(
            field ->
                problems.add(
                    file.place(object.object().wire()),
                    "nothing goes to '" + field.name() + "', which the target requires",
                    "map a field to it or add it to 'constants:'"));
  }

  private void owner(OwnerRule owner) {
    List<Person> people = view.destination().people();
    boolean known =
        owner.placeholder()
            || people.stream()
                .anyMatch(person -> person.active() && person.email().equalsIgnoreCase(owner.to()));
    if (!known) {
      problems.add(
          file.place("owner " + owner.id()),
          "no active user of the target has the e-mail that 'to' names",
          "write the e-mail of a user, or placeholder");
    }
  }

  /** Whether values of a transform can stand in a field of the type. */
  static boolean fits(Transform transform, FieldType type) {
    boolean text =
        switch (type) {
          case TEXT, TEXTAREA, URL, EMAIL, PHONE, REFERENCE, SYSTEM -> true;
          default -> false;
        };
    return switch (transform) {
      case TEXT, URL, EMAIL, PHONE, HTML_TEXT -> text;
      case NUMBER, AMOUNT ->
          text
              || type == FieldType.NUMBER
              || type == FieldType.MONEY
              || type == FieldType.PERCENTAGE;
      case DATE, DATE_TIME -> text || type == FieldType.DATE || type == FieldType.DATE_TIME;
      case CHECKBOX -> text || type == FieldType.CHECKBOX;
      case VALUE -> text || type == FieldType.DROPDOWN || type == FieldType.MULTI_SELECT_DROPDOWN;
      case VALUES -> text || type == FieldType.MULTI_SELECT_DROPDOWN;
      case SPLIT,
          JOIN,
          CONSTANT,
          LOOKUP,
          EXPRESSION,
          OWNER,
          PIPELINE,
          STAGE,
          CURRENCY,
          LINK,
          LINE,
          DONE ->
          true;
    };
  }

  static boolean created(FieldRule rule) {
    return rule.decision() == Decision.CREATE;
  }
}
