package dev.pindah.journey.map;

import dev.pindah.journey.map.Proposal.Option;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldKinds;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes single decisions of a mapping from the command line. */
public final class EditMapping {
  private final AccountView view;
  private final List<Proposal> proposals;

  public EditMapping(AccountView view, List<Proposal> proposals) {
    this.view = view;
    this.proposals = proposals;
  }

  /**
   * Applies {@code OBJECT.FIELD=word or target API name}.
   *
   * @return the mapping, unchanged when a problem was reported
   */
  public Mapping set(Mapping mapping, String edit, Problems problems) {
    int equals = edit.lastIndexOf('=');
    int dot = edit.indexOf('.');
    if (equals < 0 || dot < 0 || dot > equals) {
      problems.add("--set " + edit, "OBJECT.FIELD=DECISION is expected", "");
      return mapping;
    }
    String name = edit.substring(0, dot).strip();
    Optional<ObjectMapping> object = ObjectName.of(name).flatMap(mapping::object);
    String field = edit.substring(dot + 1, equals).strip();
    Optional<FieldRule> rule = object.flatMap(found -> found.field(field));
    if (object.isEmpty() || rule.isEmpty()) {
      problems.add(
          "--set " + edit, "the mapping has no such field", nearest(mapping, object, name, field));
      return mapping;
    }
    return decided(object.get(), rule.get(), edit.substring(equals + 1).strip(), edit, problems)
        .map(changed -> replace(mapping, object.get(), changed))
        .orElse(mapping);
  }

  private static String nearest(
      Mapping mapping, Optional<ObjectMapping> object, String name, String field) {
    List<String> known =
        object
            .map(found -> found.fields().stream().map(FieldRule::source))
            .orElseGet(() -> mapping.objects().stream().map(one -> one.object().wire()))
            .toList();
    List<String> repeated = known.stream().filter(one -> one.startsWith(field + "#")).toList();
    if (!repeated.isEmpty()) {
      return "the name occurs more than once; say which: " + String.join(" or ", repeated);
    }
    return Problems.nearest(object.isPresent() ? field : name, known.stream())
        .map(near -> "did you mean '" + near + "'?")
        .orElse("");
  }

  private Optional<FieldRule> decided(
      ObjectMapping object, FieldRule rule, String word, String edit, Problems problems) {
    Optional<Decision> decision = Decision.of(word);
    if (decision.isEmpty()) {
      return Optional.of(target(object, rule, word));
    }
    return switch (decision.get()) {
      case DOCUMENT, DROP, REVIEW -> Optional.of(rule.decided(decision.get(), ""));
      case CREATE -> create(object, rule, edit, problems);
      case ACCEPT -> accept(object, rule, edit, problems);
    };
  }

  /** The rule with another target, its transform and its options. */
  FieldRule target(ObjectMapping object, FieldRule rule, String name) {
    FieldType type = targetType(object, name);
    Transform transform =
        rule.target().equals(name) && rule.moves()
            ? rule.transform()
            : Transforms.between(source(object, rule), type);
    return new FieldRule(
        rule.source(),
        rule.label(),
        Decision.ACCEPT,
        name,
        Optional.empty(),
        transform,
        rule.target().equals(name) ? rule.values() : options(object, rule, name, transform),
        1,
        "set by hand");
  }

  private List<ValueRule> options(
      ObjectMapping object, FieldRule rule, String name, Transform transform) {
    List<String> choices =
        view.destination().object(object.target().wire()).stream()
            .flatMap(known -> known.fields().stream())
            .filter(field -> field.name().equals(name))
            .flatMap(field -> field.choices().stream())
            .map(Choice::label)
            .toList();
    boolean wanted = transform == Transform.VALUE || transform == Transform.VALUES;
    return wanted && !choices.isEmpty()
        ? Options.rules(
            NewFields.choices(
                FieldType.DROPDOWN,
                source(object, rule),
                view.profilesOf(object.object().wire()).get(rule.source())),
            choices)
        : List.of();
  }

  private FieldType targetType(ObjectMapping object, String name) {
    return view.destination().object(object.target().wire()).stream()
        .flatMap(known -> known.fields().stream())
        .filter(field -> field.name().equals(name))
        .map(FieldSchema::type)
        .findFirst()
        .orElse(FieldType.TEXT);
  }

  private FieldSchema source(ObjectMapping object, FieldRule rule) {
    return view.source()
        .object(object.object().wire())
        .flatMap(schema -> schema.field(rule.source()))
        .orElseGet(
            () ->
                new FieldSchema(
                    "",
                    rule.source(),
                    rule.source(),
                    rule.label(),
                    FieldType.TEXT,
                    false,
                    false,
                    List.of()));
  }

  private Optional<FieldRule> create(
      ObjectMapping object, FieldRule rule, String edit, Problems problems) {
    if (object.target() == TargetModule.TASKS) {
      return Optional.of(line(rule));
    }
    FieldSchema source = source(object, rule);
    FieldType kind = FieldKinds.custom(source.type()).orElse(FieldType.TEXT);
    List<String> choices =
        NewFields.choices(kind, source, view.profilesOf(object.object().wire()).get(rule.source()));
    boolean options = kind == FieldType.DROPDOWN || kind == FieldType.MULTI_SELECT_DROPDOWN;
    FieldType type = options && choices.isEmpty() ? FieldType.TEXT : kind;
    if (view.plan().customFields() == 0) {
      problems.add("--set " + edit, "the plan " + view.plan().wire() + " has no custom fields", "");
      return Optional.empty();
    }
    NewField create =
        rule.create().orElseGet(() -> new NewField(free(object, rule), type, choices));
    return Optional.of(
        new FieldRule(
            rule.source(),
            rule.label(),
            Decision.CREATE,
            "",
            Optional.of(create),
            Transforms.between(source, create.type()),
            Options.rules(create.choices(), create.choices()),
            1,
            "set by hand"));
  }

  /** Tasks have no custom fields. */
  private static FieldRule line(FieldRule rule) {
    return new FieldRule(
        rule.source(),
        rule.label(),
        Decision.ACCEPT,
        "description",
        Optional.empty(),
        Transform.LINE,
        List.of(),
        1,
        "set by hand: a line of the text, since tasks have no custom fields");
  }

  private String free(ObjectMapping object, FieldRule rule) {
    boolean taken =
        view.destination()
            .object(object.target().wire())
            .flatMap(known -> known.labelled(rule.label()))
            .isPresent();
    return taken ? rule.label() + " (Qontak)" : rule.label();
  }

  private Optional<FieldRule> accept(
      ObjectMapping object, FieldRule rule, String edit, Problems problems) {
    if (rule.decision() == Decision.ACCEPT) {
      return Optional.of(rule);
    }
    if (rule.decision() == Decision.REVIEW && !rule.target().isBlank()) {
      return Optional.of(target(object, rule, rule.target()));
    }
    Optional<Option> best = best(object, rule);
    if (best.isEmpty()) {
      problems.add(
          "--set " + edit, "nothing was proposed for this field", "name a target field instead");
    }
    return best.map(option -> target(object, rule, option.field()));
  }

  private Optional<Option> best(ObjectMapping object, FieldRule rule) {
    return proposals.stream()
        .filter(
            proposal ->
                proposal.object().equals(object.object().wire())
                    && proposal.rule().source().equals(rule.source()))
        .flatMap(proposal -> proposal.candidates().stream())
        .findFirst();
  }

  /** Accepts what is proposed for every undecided field that reaches the confidence. */
  public Mapping acceptBest(Mapping mapping, double least) {
    Mapping result = mapping;
    for (ObjectMapping object : mapping.objects()) {
      for (FieldRule rule : object.fields()) {
        String target = rule.decision() == Decision.REVIEW ? proposed(object, rule, least) : "";
        if (!target.isBlank() && !taken(result, object, rule, target)) {
          result = replace(result, object, target(object, rule, target));
        }
      }
    }
    return result;
  }

  /** What the file proposes, else the best candidate; blank when it is not sure enough. */
  private String proposed(ObjectMapping object, FieldRule rule, double least) {
    if (!rule.target().isBlank()) {
      return rule.confidence() >= least ? rule.target() : "";
    }
    return best(object, rule)
        .filter(option -> option.confidence() >= least)
        .map(Option::field)
        .orElse("");
  }

  /** Whether another field goes there already. */
  private static boolean taken(
      Mapping mapping, ObjectMapping object, FieldRule rule, String target) {
    return mapping.objects().stream()
        .filter(known -> known.object() == object.object())
        .flatMap(known -> known.fields().stream())
        .anyMatch(
            other ->
                !other.source().equals(rule.source())
                    && other.moves()
                    && other.target().equals(target));
  }

  static Mapping replace(Mapping mapping, ObjectMapping object, FieldRule changed) {
    List<ObjectMapping> objects = new ArrayList<>();
    for (ObjectMapping known : mapping.objects()) {
      objects.add(
          known.object() == object.object()
              ? new ObjectMapping(
                  known.object(),
                  known.target(),
                  known.fields().stream()
                      .map(rule -> rule.source().equals(changed.source()) ? changed : rule)
                      .toList(),
                  known.constants())
              : known);
    }
    return new Mapping(
        mapping.migration(), mapping.leadRule(), objects, mapping.pipelines(), mapping.owners());
  }
}
