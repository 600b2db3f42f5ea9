package dev.pindah.journey.map;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.TargetModule;
import dev.pindah.model.document.Document;
import dev.pindah.model.document.Section;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code mapping.yaml} as a person left it; all problems with their lines. */
public final class MappingReader {
  /** Name of the file in messages. */
  public static final String FILE = "mapping.yaml";

  private static final Map<String, Decision> DECISIONS = words(Decision.values(), Decision::wire);
  private static final Map<String, Transform> TRANSFORMS =
      words(Transform.values(), Transform::wire);
  private static final Map<String, FieldType> TYPES = words(FieldType.values(), FieldType::wire);

  private final Problems problems;

  private MappingReader(Problems problems) {
    this.problems = problems;
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .collect(
            Collectors.toMap(
                word, Function.identity(), (first, again) -> first, LinkedHashMap::new));
  }

  /** Empty when the file has problems. */
  public static Optional<Mapping> read(String text, Problems problems) {
    Optional<Section> root = Document.parse(FILE, text, problems);
    Optional<Mapping> mapping = root.map(section -> new MappingReader(problems).mapping(section));
    return problems.isEmpty() ? mapping : Optional.empty();
  }

  private Mapping mapping(Section root) {
    String migration = root.required("migration");
    LeadRule rule =
        root.section("contact-rule")
            .map(this::leadRule)
            .orElseGet(() -> new LeadRule(LeadRule.DEFAULT, List.of()));
    List<ObjectMapping> objects = new ArrayList<>();
    root.section("objects")
        .ifPresentOrElse(
            section ->
                section
                    .named()
                    .forEach((name, object) -> object(name, object).ifPresent(objects::add)),
            () -> root.problem("objects", "'objects' is missing", "run pindah map --propose"));
    List<PipelineRule> pipelines = root.sections("pipelines").stream().map(this::pipeline).toList();
    List<OwnerRule> owners = root.sections("owners").stream().map(this::owner).toList();
    root.done();
    return new Mapping(migration, rule, objects, pipelines, owners);
  }

  private LeadRule leadRule(Section section) {
    LeadRule rule =
        new LeadRule(
            section.text("contact-when", LeadRule.DEFAULT), section.texts("qualified-statuses"));
    section.done();
    return rule;
  }

  private Optional<ObjectMapping> object(String name, Section section) {
    Optional<ObjectName> object = ObjectName.of(name).filter(Propose.MODULES::containsKey);
    if (object.isEmpty()) {
      problems.add(section.place(), "no object is called '" + name + "'", "");
      return Optional.empty();
    }
    Optional<TargetModule> module = TargetModule.of(section.required("target"));
    if (module.isEmpty()) {
      section.problem("target", "no module has this name", "");
    }
    List<FieldRule> fields = new ArrayList<>();
    Map<String, String> targets = new HashMap<>();
    for (Section field : section.sections("fields")) {
      rule(field)
          .ifPresent(
              rule -> {
                duplicate(rule, field, targets);
                fields.add(rule);
              });
    }
    section.done();
    return module.map(found -> new ObjectMapping(object.get(), found, fields));
  }

  /** Plain fields may not share a target. */
  private static void duplicate(FieldRule rule, Section field, Map<String, String> targets) {
    String target =
        rule.decision() == Decision.CREATE
            ? rule.create().map(create -> "new field " + create.label()).orElse("")
            : rule.target();
    if (!rule.moves() || rule.transform().shares() || target.isBlank()) {
      return;
    }
    String first = targets.putIfAbsent(target, rule.source());
    if (first != null) {
      field.problem(
          "target",
          "'" + rule.source() + "' and '" + first + "' both go to " + target,
          "document or drop one of them");
    }
  }

  private Optional<FieldRule> rule(Section field) {
    String source = field.required("source");
    Decision decision = field.oneOf("decision", DECISIONS, Decision.REVIEW);
    String target = field.text("target", "");
    Optional<NewField> create = field.section("create").map(this::newField);
    Transform transform = field.oneOf("transform", TRANSFORMS, Transform.TEXT);
    double confidence = field.read("confidence", MappingReader::probability, 1.0);
    String label = field.text("label", source);
    String reason = field.text("reason", "");
    List<ValueRule> values = field.sections("values").stream().map(this::value).toList();
    field.done();
    if (source.isBlank()) {
      return Optional.empty();
    }
    if (decision == Decision.ACCEPT && target.isBlank()) {
      field.problem("decision", "'" + source + "' is accepted without a target", "add 'target:'");
      return Optional.empty();
    }
    if (decision == Decision.CREATE && create.isEmpty()) {
      field.problem(
          "decision",
          "'" + source + "' shall be created, but 'create:' does not say what",
          "add 'create: {label: …, type: text, choices: []}'");
      return Optional.empty();
    }
    return Optional.of(
        new FieldRule(
            source, label, decision, target, create, transform, values, confidence, reason));
  }

  private static double probability(String text) {
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // reported below
    }
    throw new IllegalArgumentException("a number from 0 to 1 is expected here");
  }

  private NewField newField(Section section) {
    NewField field =
        new NewField(
            section.required("label"),
            section.oneOf("type", TYPES, FieldType.TEXT),
            section.texts("choices"));
    section.done();
    return field;
  }

  private ValueRule value(Section section) {
    ValueRule rule = new ValueRule(section.required("from"), section.text("to", ""));
    section.done();
    return rule;
  }

  private PipelineRule pipeline(Section section) {
    PipelineRule rule =
        new PipelineRule(
            section.required("id"),
            section.text("from", ""),
            section.required("to"),
            section.sections("stages").stream().map(this::stage).toList());
    section.done();
    return rule;
  }

  private StageRule stage(Section section) {
    StageRule rule =
        new StageRule(section.required("id"), section.text("from", ""), section.required("to"));
    section.done();
    return rule;
  }

  private OwnerRule owner(Section section) {
    OwnerRule rule =
        new OwnerRule(
            section.required("id"),
            section.text("name", ""),
            section.text("email", ""),
            section.text("role", ""),
            section.required("to"));
    section.done();
    return rule;
  }
}
