package dev.pindah.journey.map;

import dev.pindah.model.document.Section;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.Example;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.Recipe;
import dev.pindah.model.mapping.Recipe.Part;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.FieldType;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one field of {@code mapping.yaml}. */
final class ReadFieldRule {
  private static final Map<String, Decision> DECISIONS = words(Decision.values(), Decision::wire);
  private static final Map<String, Transform> TRANSFORMS =
      words(Transform.values(), Transform::wire);
  private static final Map<String, FieldType> TYPES = words(FieldType.values(), FieldType::wire);
  private static final Map<String, Part> PARTS =
      words(Part.values(), part -> part.name().toLowerCase(Locale.ROOT));

  private ReadFieldRule() {}

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .collect(
            Collectors.toMap(
                word, Function.identity(), (first, again) -> first, LinkedHashMap::new));
  }

  /** Empty when it cannot be understood; the problems are told. */
  static Optional<FieldRule> read(Section field) {
    String source = field.required("source");
    Decision decision = field.oneOf("decision", DECISIONS, Decision.REVIEW);
    String target = field.text("target", "");
    Optional<NewField> create = field.section("create").map(ReadFieldRule::newField);
    Transform transform = field.oneOf("transform", TRANSFORMS, Transform.TEXT);
    Optional<Recipe> recipe = recipe(field, transform);
    double confidence = field.read("confidence", ReadFieldRule::probability, 1.0);
    String label = field.text("label", source);
    String reason = field.text("reason", "");
    List<ValueRule> values = field.sections("values").stream().map(ReadFieldRule::value).toList();
    List<Example> examples =
        field.sections("examples").stream().map(ReadFieldRule::example).toList();
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
            source,
            label,
            decision,
            target,
            create,
            transform,
            recipe,
            values,
            examples,
            confidence,
            reason));
  }

  /** What the transform needs beside its name, each under a key of its own. */
  private static Optional<Recipe> recipe(Section field, Transform transform) {
    return switch (transform) {
      case SPLIT ->
          needed(field, "split", "{separator: \" \", part: first}")
              .flatMap(ReadFieldRule::split)
              .map(split -> split);
      case JOIN ->
          needed(field, "join", "{with: [city], separator: \", \"}").map(ReadFieldRule::join);
      case CONSTANT -> text(field, "constant").map(Recipe.Constant::new);
      case EXPRESSION -> text(field, "expression").map(Recipe.Expression::new);
      case LOOKUP -> Optional.of(new Recipe.Lookup(field.text("otherwise", "")));
      case DATE, DATE_TIME ->
          field.text("format").map(pattern -> new Recipe.DateForm(pattern(field, pattern)));
      default -> Optional.empty();
    };
  }

  private static Optional<Section> needed(Section field, String key, String form) {
    Optional<Section> section = field.section(key);
    if (section.isEmpty()) {
      field.problem(
          "transform", "'" + key + ":' does not say how", "add '" + key + ": " + form + "'");
    }
    return section;
  }

  private static Optional<String> text(Section field, String key) {
    Optional<String> text = field.text(key).filter(found -> !found.isBlank());
    if (text.isEmpty()) {
      field.problem("transform", "'" + key + ":' is missing", "say it below 'transform'");
    }
    return text;
  }

  private static Optional<Recipe> split(Section section) {
    String separator = section.text("separator", " ");
    Part part = section.oneOf("part", PARTS, Part.FIRST);
    List<String> into = section.texts("into");
    section.done();
    if (separator.isEmpty()) {
      section.problem("separator", "a split needs a separator", "");
      return Optional.empty();
    }
    return Optional.of(new Recipe.Split(separator, part, into));
  }

  private static Recipe join(Section section) {
    Recipe join = new Recipe.Join(section.texts("with"), section.text("separator", " "));
    section.done();
    return join;
  }

  private static String pattern(Section field, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT) == null ? "" : pattern;
    } catch (IllegalArgumentException broken) {
      field.problem("format", "'" + pattern + "' is no form of a date", "for instance dd/MM/yyyy");
      return "yyyy-MM-dd";
    }
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

  private static NewField newField(Section section) {
    NewField field =
        new NewField(
            section.required("label"),
            section.oneOf("type", TYPES, FieldType.TEXT),
            section.texts("choices"));
    section.done();
    return field;
  }

  private static ValueRule value(Section section) {
    ValueRule rule = new ValueRule(section.required("from"), section.text("to", ""));
    section.done();
    return rule;
  }

  private static Example example(Section section) {
    Map<String, String> with = section.section("with").map(Section::scalars).orElse(Map.of());
    Example example = new Example(section.text("given", ""), with, section.text("expect", ""));
    section.done();
    return example;
  }
}
