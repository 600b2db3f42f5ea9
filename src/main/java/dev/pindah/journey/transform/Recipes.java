package dev.pindah.journey.transform;

import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Formula;
import dev.pindah.model.mapping.Recipe;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Transforms that make a new text out of a record's texts. The text then goes into the target field
 * by that field's kind, as if the source had held it.
 */
final class Recipes {
  private static final String SPLIT_INTO = "split";

  /** How an expression writes {@code name#17}. */
  private static final Pattern NUMBERED = Pattern.compile("(.+)_(\\d+)");

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");

  private final Values values;
  private final Set<String> fields;
  private final Function<String, FieldSchema> targets;
  private final Map<String, Formula> formulas = new ConcurrentHashMap<>();

  /**
   * @param fields keys of the object's source fields, which joins and expressions may ask for
   * @param targets fields of the target module by their API names
   */
  Recipes(Values values, Set<String> fields, Function<String, FieldSchema> targets) {
    this.values = values;
    this.fields = Set.copyOf(fields);
    this.targets = targets;
  }

  /** The same record as an expression sees it. */
  static Map<String, Object> variables(SourceRow row, Set<String> fields) {
    Map<String, Object> variables = new HashMap<>();
    for (String field : fields) {
      variables.put(Formula.variable(field), number(text(row, field)));
    }
    return variables;
  }

  private static String text(SourceRow row, String field) {
    SourceValue named = row.value(field);
    SourceValue value =
        named.blank() ? row.value(NUMBERED.matcher(field).replaceFirst("$1#$2")) : named;
    return value.labels().isEmpty() ? value.text() : String.join(", ", value.labels());
  }

  /** Numbers count as such; what begins with a zero is a number of somebody or something. */
  private static Object number(String text) {
    return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
  }

  /** The converted value; further parts of a split go into the draft at once. */
  Converted convert(
      FieldRule rule, SourceValue value, FieldSchema source, FieldSchema field, Draft draft) {
    String label = String.join(", ", Values.labels(value, source));
    if (rule.transform() == Transform.HTML_TEXT) {
      return written(PlainText.of(value.text()), value.text(), "html to text", rule, field);
    }
    return switch (rule.recipe().orElse(null)) {
      case null -> values.convert(value, rule, source, field);
      case Recipe.Split split -> split(split, label, rule, field, draft);
      case Recipe.Join join -> written(joined(join, label, draft.row), label, "join", rule, field);
      case Recipe.Constant constant -> {
        Converted converted = written(constant.value(), label, "constant", rule, field);
        yield constant.value().equals(label) || converted.value().isEmpty()
            ? converted
            : Converted.degraded(converted.value().get(), "constant-instead").leaving(label);
      }
      case Recipe.Lookup lookup -> lookup(lookup, label, rule, field);
      case Recipe.DateForm form -> date(form, value, rule, source, field);
      case Recipe.Expression expression -> expression(expression, value, label, rule, field, draft);
    };
  }

  /** A constant that no source field fills. */
  Converted constant(String text, FieldRule rule, FieldSchema field) {
    return written(text, text, "constant", rule, field);
  }

  private Converted split(
      Recipe.Split split, String text, FieldRule rule, FieldSchema field, Draft draft) {
    int most = split.into().isEmpty() ? -1 : split.into().size() + 1;
    List<String> parts =
        Stream.of(text.strip().split(Pattern.quote(split.separator()), most))
            .map(String::strip)
            .toList();
    if (split.into().isEmpty()) {
      String part =
          switch (split.part()) {
            case FIRST -> parts.getFirst();
            case LAST -> parts.getLast();
            case REST ->
                String.join(
                    split.separator(), parts.subList(Math.min(1, parts.size()), parts.size()));
          };
      Converted converted = written(part, text, SPLIT_INTO, rule, field);
      return part.equals(text) || converted.value().isEmpty()
          ? converted
          : Converted.degraded(converted.value().get(), "split-part").leaving(text);
    }
    for (int i = 1; i < parts.size(); i++) {
      FieldSchema further = targets.apply(split.into().get(i - 1));
      Converted converted = written(parts.get(i), text, SPLIT_INTO, rule, further);
      if (converted.value().isEmpty()) {
        return converted;
      }
      draft.put(further.name(), converted.value().get());
    }
    return written(parts.getFirst(), text, SPLIT_INTO, rule, field);
  }

  private String joined(Recipe.Join join, String label, SourceRow row) {
    List<String> texts = new ArrayList<>(List.of(label));
    for (String field : join.with()) {
      texts.add(text(row, field).strip());
    }
    texts.removeIf(String::isBlank);
    return String.join(join.separator(), texts);
  }

  private Converted lookup(Recipe.Lookup lookup, String label, FieldRule rule, FieldSchema field) {
    String found =
        rule.values().stream()
            .filter(entry -> entry.from().strip().equalsIgnoreCase(label.strip()))
            .map(ValueRule::to)
            .findFirst()
            .orElse(lookup.otherwise());
    return found.isBlank()
        ? Converted.failed("value-not-in-lookup")
        : written(found, label, "lookup", rule, field);
  }

  private Converted date(
      Recipe.DateForm form,
      SourceValue value,
      FieldRule rule,
      FieldSchema source,
      FieldSchema field) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form.pattern(), Locale.ROOT);
      String day = LocalDate.parse(value.text(), formatter).toString();
      return values.convert(new SourceValue(List.of(day), List.of()), rule, source, field);
    } catch (DateTimeException otherForm) {
      return values.convert(value, rule, source, field);
    }
  }

  private Converted expression(
      Recipe.Expression expression,
      SourceValue value,
      String label,
      FieldRule rule,
      FieldSchema field,
      Draft draft) {
    Formula formula = formulas.computeIfAbsent(expression.text(), Formula::new);
    Map<String, Object> known = variables(draft.row, formula.asksFor(fields));
    known.put("value", number(value.text()));
    known.put("label", label);
    try {
      return written(formula.text(known), label, "expression", rule, field);
    } catch (IllegalArgumentException broken) {
      return Converted.failed("expression-failed");
    }
  }

  /** The text into the field by the field's kind; unchanged text is exact. */
  private Converted written(
      String text, String before, String how, FieldRule rule, FieldSchema field) {
    if (text.isBlank()) {
      return Converted.documented(how + ": nothing left for the target");
    }
    FieldRule plain = plain(rule, field.type());
    FieldSchema made =
        new FieldSchema(
            "",
            rule.source(),
            rule.source(),
            rule.label(),
            FieldType.TEXT,
            false,
            false,
            List.of());
    Converted converted =
        values.convert(new SourceValue(List.of(text), List.of()), plain, made, field);
    return converted.verdict() instanceof Verdict.Exact && !text.equals(before)
        ? Converted.transformed(converted.value().orElseThrow(), how)
        : converted;
  }

  private static FieldRule plain(FieldRule rule, FieldType type) {
    return new FieldRule(
        rule.source(),
        rule.label(),
        rule.decision(),
        rule.target(),
        rule.create(),
        byKind(type),
        List.of(),
        rule.confidence(),
        rule.reason());
  }

  private static Transform byKind(FieldType type) {
    return switch (type) {
      case NUMBER, PERCENTAGE, MONEY -> Transform.NUMBER;
      case DATE -> Transform.DATE;
      case DATE_TIME -> Transform.DATE_TIME;
      case DROPDOWN, MULTI_SELECT_DROPDOWN -> Transform.VALUE;
      case CHECKBOX -> Transform.CHECKBOX;
      case EMAIL -> Transform.EMAIL;
      case PHONE -> Transform.PHONE;
      case URL -> Transform.URL;
      case TEXT, TEXTAREA, FILE, GPS, SIGNATURE, CHECKLIST, REFERENCE, SYSTEM -> Transform.TEXT;
    };
  }

  /** The field of a name, or a text field where metadata does not list it. */
  static FieldSchema named(Optional<FieldSchema> known, String name) {
    return known.orElseGet(
        () -> new FieldSchema("", name, name, name, FieldType.TEXT, false, false, List.of()));
  }
}
