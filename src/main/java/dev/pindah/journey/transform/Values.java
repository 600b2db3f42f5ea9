package dev.pindah.journey.transform;

import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Single values from the source's form to the target's, each by a named rule. */
final class Values {
  /** Longest text of a single-line field on the target. */
  static final int TEXT_LIMIT = 255;

  /** Longest text of a multi-line field on the target. */
  static final int TEXTAREA_LIMIT = 10_000;

  /** How the reason of a text begins that was longer than its field. */
  static final String CUT = "cut-to-";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Target target;
  private final Dates dates;

  Values(Target target, ZoneId zone) {
    this.target = target;
    this.dates = new Dates(zone);
  }

  Dates dates() {
    return dates;
  }

  /** Converts for all transforms but those that need the whole record. */
  Converted convert(SourceValue value, FieldRule rule, FieldSchema source, FieldSchema field) {
    String text = value.text();
    return switch (rule.transform()) {
      case TEXT, URL, HTML_TEXT, SPLIT, JOIN, CONSTANT, LOOKUP, EXPRESSION -> text(text, field);
      case EMAIL -> same(text, text.toLowerCase(Locale.ROOT), "e-mail in lower case");
      case PHONE -> phone(text);
      case NUMBER, AMOUNT -> number(text, field);
      case DATE ->
          dates
              .day(text)
              .map(day -> same(text, day.toString(), "date"))
              .orElseGet(() -> Converted.failed("date-not-understood"));
      case DATE_TIME ->
          dates
              .dateTime(text)
              .map(time -> same(text, time.toInstant().toString(), "instant in UTC"))
              .orElseGet(() -> Converted.failed("date-not-understood"));
      case CHECKBOX -> checkbox(text);
      case VALUE, CURRENCY -> option(labels(value, source).getFirst(), rule, field);
      case VALUES -> options(labels(value, source), rule, field);
      case OWNER, PIPELINE, STAGE, LINK, LINE, DONE ->
          throw new IllegalStateException(rule.source() + " is converted with its record");
    };
  }

  private Converted text(String text, FieldSchema field) {
    int limit = field.type() == FieldType.TEXTAREA ? TEXTAREA_LIMIT : TEXT_LIMIT;
    if (text.length() <= limit) {
      return Converted.exact(JSON.stringNode(text));
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return Converted.degraded(JSON.stringNode(text.substring(0, end)), CUT + limit);
  }

  private static Converted same(String before, String after, String rule) {
    return before.equals(after)
        ? Converted.exact(JSON.stringNode(after))
        : Converted.transformed(JSON.stringNode(after), rule);
  }

  /** The target stores what it takes for no number as nothing, so junk is kept in the documents. */
  private static Converted phone(String text) {
    return Phones.parse(text)
        .map(phone -> same(text, phone.e164(), "phone to E.164"))
        .orElseGet(() -> Converted.documented("phone-not-understood"));
  }

  private static Converted number(String text, FieldSchema field) {
    Optional<BigDecimal> number = decimal(text);
    if (number.isEmpty()) {
      return field.type() == FieldType.TEXT
          ? Converted.exact(JSON.stringNode(text))
          : Converted.failed("number-not-understood");
    }
    if (field.type() == FieldType.TEXT || field.type() == FieldType.TEXTAREA) {
      return Converted.exact(JSON.stringNode(text));
    }
    BigDecimal plain = number.get().stripTrailingZeros();
    JsonNode node =
        plain.scale() <= 0 && plain.precision() - plain.scale() <= 18
            ? JSON.numberNode(plain.longValueExact())
            : JSON.numberNode(plain);
    return Converted.exact(node);
  }

  /** A decimal as an API writes it; text with thousands separators is not guessed at. */
  static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException notADecimal) {
      return Optional.empty();
    }
  }

  private static Converted checkbox(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "ya", "on" ->
          Converted.transformed(JSON.booleanNode(true), "boolean");
      case "false", "0", "no", "tidak", "off" ->
          Converted.transformed(JSON.booleanNode(false), "boolean");
      default -> Converted.failed("boolean-not-understood");
    };
  }

  /** Labels beside the values, else those of the schema; a removed option keeps its raw id. */
  static List<String> labels(SourceValue value, FieldSchema source) {
    if (!value.labels().isEmpty()) {
      return value.labels();
    }
    List<String> labels = new ArrayList<>();
    for (String text : value.texts()) {
      for (String part :
          source.type() == FieldType.MULTI_SELECT_DROPDOWN
              ? text.split(",")
              : new String[] {text}) {
        labels.add(
            source.choices().stream()
                .filter(choice -> choice.id().equals(part.strip()))
                .map(Choice::label)
                .findFirst()
                .orElse(part.strip()));
      }
    }
    return labels;
  }

  private Converted option(String label, FieldRule rule, FieldSchema field) {
    String wanted = ruled(label, rule);
    if (wanted.isBlank()) {
      return Converted.dropped("the mapping leaves this value behind");
    }
    Optional<PickList> list = PickList.of(field.name());
    if (list.isPresent()) {
      return target
          .term(list.get(), wanted)
          .map(term -> Converted.transformed(Target.id(term.id()), "value by rule"))
          .orElseGet(() -> Converted.failed("value-not-on-target"));
    }
    if (field.choices().isEmpty()) {
      return text(wanted, field);
    }
    return choice(wanted, field)
        .map(found -> same(label, found, "value by rule"))
        .orElseGet(() -> Converted.failed("value-not-on-target"));
  }

  private Converted options(List<String> labels, FieldRule rule, FieldSchema field) {
    List<String> wanted =
        labels.stream().map(label -> ruled(label, rule)).filter(label -> !label.isBlank()).toList();
    if (field.type() != FieldType.MULTI_SELECT_DROPDOWN) {
      return field.choices().isEmpty()
          ? text(String.join("; ", wanted), field)
          : Converted.failed("several-values-for-one");
    }
    ArrayNode array = JSON.arrayNode();
    int missing = 0;
    for (String label : wanted) {
      Optional<String> found = choice(label, field);
      if (found.isPresent()) {
        array.add(found.get());
      } else {
        missing++;
      }
    }
    if (array.isEmpty()) {
      return wanted.isEmpty()
          ? Converted.dropped("the mapping leaves this value behind")
          : Converted.failed("value-not-on-target");
    }
    return missing > 0
        ? Converted.degraded(array, "value-not-on-target")
        : Converted.transformed(array, "values by rule");
  }

  private static String ruled(String label, FieldRule rule) {
    return rule.values().stream()
        .filter(value -> value.from().strip().equalsIgnoreCase(label.strip()))
        .map(ValueRule::to)
        .findFirst()
        .orElse(label);
  }

  /** The option in the target's exact spelling. */
  private static Optional<String> choice(String label, FieldSchema field) {
    return field.choices().stream()
        .map(Choice::label)
        .filter(choice -> choice.strip().equalsIgnoreCase(label.strip()))
        .findFirst();
  }
}
