package dev.pindah.journey.transform;

import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.row.Phones;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** Largest number of a standard attribute; beyond it the target answers 400. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

  /** Custom numbers have eleven digits and four decimals. */
  private static final BigDecimal LARGEST_CUSTOM = new BigDecimal("99999999999.9999");

  private static final int CUSTOM_DECIMALS = 4;

  /** Longer texts are no numbers, and are not tried. */
  private static final int LONGEST_NUMBER = 100;

  private static final Pattern SEPARATORS = Pattern.compile("[,;<>()\\s]+");
  private static final Pattern NUMBERS = Pattern.compile("[,;/\\n]|\\s(?:atau|or|dan|and)\\s");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(https?://)?[^\\s/.?#]+(\\.[^\\s/.?#]+)+([/?#:]\\S*)?");

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
      case TEXT, HTML_TEXT, SPLIT, JOIN, CONSTANT, LOOKUP, EXPRESSION -> text(text, field);
      case URL -> url(text, field);
      case EMAIL -> email(value);
      case PHONE -> phone(value);
      case NUMBER, AMOUNT -> number(text, field);
      case DATE -> day(text);
      case DATE_TIME ->
          dates
              .dateTime(text)
              .map(time -> same(text, time.toInstant().toString(), "instant in UTC"))
              .orElseGet(() -> Converted.failed("date-not-understood"));
      case CHECKBOX -> checkbox(text);
      case VALUE, CURRENCY -> option(labels(value, source), rule, field);
      case VALUES -> options(labels(value, source), rule, field);
      case OWNER, PIPELINE, STAGE, LINK, LINE, DONE ->
          throw new IllegalStateException(rule.source() + " is converted with its record");
    };
  }

  private static Converted text(String given, FieldSchema field) {
    String text = Clean.text(given);
    int limit = field.type() == FieldType.TEXTAREA ? TEXTAREA_LIMIT : TEXT_LIMIT;
    if (text.length() > limit) {
      return Converted.degraded(JSON.stringNode(Clean.cut(text, limit)), CUT + limit).leaving(text);
    }
    return same(given, text, "control characters removed");
  }

  /** The target refuses an account whose website is no address, so the record comes without it. */
  private static Converted url(String text, FieldSchema field) {
    return !field.custom() && !ADDRESS.matcher(text).matches()
        ? Converted.documented("url-not-understood").leaving(Clean.text(text))
        : text(text, field);
  }

  private Converted day(String text) {
    Optional<Converted> day =
        dates.day(text).map(LocalDate::toString).map(found -> same(text, found, "date"));
    return day.isEmpty()
        ? Converted.failed("date-not-understood")
        : dates.timed(text)
            ? Converted.degraded(day.get().value().orElseThrow(), "time-of-day-dropped")
            : day.get();
  }

  private static Converted same(String before, String after, String rule) {
    return before.equals(after)
        ? Converted.exact(JSON.stringNode(after))
        : Converted.transformed(JSON.stringNode(after), rule);
  }

  /** The first address in the text; a record has one, whatever people typed beside it. */
  private static Converted email(SourceValue value) {
    List<String> given = parts(value, SEPARATORS);
    Optional<String> first = given.stream().filter(ContactRules::address).findFirst();
    return given.size() < 2 || first.isEmpty()
        ? same(value.text(), value.text().toLowerCase(Locale.ROOT), "e-mail in lower case")
        : rest(
            given,
            first.get(),
            JSON.stringNode(first.get().toLowerCase(Locale.ROOT)),
            "further-emails-in-a-note");
  }

  private static List<String> parts(SourceValue value, Pattern separators) {
    return value.texts().stream()
        .flatMap(separators::splitAsStream)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Converted rest(List<String> given, String first, JsonNode value, String reason) {
    List<String> others = new ArrayList<>(given);
    others.remove(first);
    return others.isEmpty() || others.stream().allMatch(first::equalsIgnoreCase)
        ? Converted.transformed(value, "one of several that are alike")
        : Converted.degraded(value, reason).leaving(Clean.text(String.join("\n", others)));
  }

  /** The target stores what it takes for no number as nothing, so junk is kept in the documents. */
  private static Converted phone(SourceValue value) {
    List<String> given = parts(value, NUMBERS);
    Optional<String> first =
        given.stream().filter(part -> Phones.parse(part).isPresent()).findFirst();
    if (first.isEmpty()) {
      return Converted.documented("phone-not-understood");
    }
    String e164 = Phones.parse(first.get()).orElseThrow().e164();
    return given.size() == 1
        ? same(first.get(), e164, "phone to E.164")
        : rest(given, first.get(), JSON.stringNode(e164), "further-phones-in-a-note");
  }

  private static Converted number(String text, FieldSchema field) {
    // As a text a number keeps its leading zeros and all its digits.
    if (field.type() == FieldType.TEXT || field.type() == FieldType.TEXTAREA) {
      return text(text, field);
    }
    Optional<BigDecimal> number = decimal(text);
    if (number.isEmpty()) {
      return Converted.failed("number-not-understood");
    }
    BigDecimal plain = number.get().stripTrailingZeros();
    BigDecimal largest = field.custom() ? LARGEST_CUSTOM : LARGEST;
    if (plain.abs().compareTo(largest) > 0) {
      return Converted.failed("number-too-large");
    }
    if (field.custom() && plain.scale() > CUSTOM_DECIMALS) {
      BigDecimal rounded = plain.setScale(CUSTOM_DECIMALS, RoundingMode.HALF_EVEN);
      return Converted.degraded(JSON.numberNode(rounded.stripTrailingZeros()), "cut-to-4-decimals")
          .leaving(Clean.cut(text, TEXT_LIMIT));
    }
    JsonNode node =
        plain.scale() <= 0 ? JSON.numberNode(plain.longValueExact()) : JSON.numberNode(plain);
    return Converted.exact(node);
  }

  /** A decimal as an API writes it; text with thousands separators is not guessed at. */
  static Optional<BigDecimal> decimal(String text) {
    try {
      return text.length() > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.strip()));
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
    if (source.type() == FieldType.MULTI_SELECT_DROPDOWN) {
      return severalLabels(value, source);
    }
    return value.labels().isEmpty()
        ? value.texts().stream().map(text -> label(text, source).orElse(text)).toList()
        : value.labels();
  }

  /**
   * One label for each value. The labels beside them are documented as a list when they are there
   * at all; joined in one text they are told from a label with a comma by the number of values.
   */
  private static List<String> severalLabels(SourceValue value, FieldSchema source) {
    List<String> ids = value.texts().stream().flatMap(Values::commas).toList();
    if (!value.labels().isEmpty() && (ids.isEmpty() || ids.size() == value.labels().size())) {
      return value.labels();
    }
    List<Optional<String>> known = ids.stream().map(id -> label(id, source)).toList();
    if (value.labels().isEmpty() || known.stream().allMatch(Optional::isPresent)) {
      return IntStream.range(0, ids.size())
          .mapToObj(place -> known.get(place).orElse(ids.get(place)))
          .toList();
    }
    List<String> parts = value.labels().stream().flatMap(Values::commas).toList();
    return parts.size() == ids.size() ? parts : value.labels();
  }

  private static Stream<String> commas(String text) {
    return Stream.of(text.split(",")).map(String::strip);
  }

  private static Optional<String> label(String id, FieldSchema source) {
    return source.choices().stream()
        .filter(choice -> choice.id().equals(id.strip()))
        .map(Choice::label)
        .findFirst();
  }

  /** A dropdown holds one: further values go into a note. */
  private Converted option(List<String> labels, FieldRule rule, FieldSchema field) {
    List<String> given = labels.stream().filter(label -> !label.isBlank()).distinct().toList();
    if (given.isEmpty()) {
      return Converted.documented("only-separators");
    }
    Converted first = option(given.getFirst(), rule, field);
    return given.size() == 1 || first.value().isEmpty()
        ? first
        : Converted.degraded(first.value().get(), "several-values-for-one")
            .leaving(Clean.text(String.join("\n", given.subList(1, given.size()))));
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
    if (labels.stream().allMatch(String::isBlank)) {
      return Converted.documented("only-separators");
    }
    List<String> wanted =
        labels.stream()
            .map(label -> ruled(label, rule))
            .filter(label -> !label.isBlank())
            .distinct()
            .toList();
    if (field.type() != FieldType.MULTI_SELECT_DROPDOWN) {
      return field.choices().isEmpty()
          ? wanted.isEmpty()
              ? Converted.dropped("the mapping leaves this value behind")
              : text(String.join("; ", wanted), field)
          : option(labels, rule, field);
    }
    Set<String> found = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (String label : wanted) {
      choice(label, field).ifPresentOrElse(found::add, () -> missing.add(label));
    }
    if (found.isEmpty()) {
      return wanted.isEmpty()
          ? Converted.dropped("the mapping leaves this value behind")
          : Converted.failed("value-not-on-target");
    }
    ArrayNode array = JSON.arrayNode();
    found.forEach(array::add);
    return missing.isEmpty()
        ? Converted.transformed(array, "values by rule")
        : Converted.degraded(array, "value-not-on-target")
            .leaving(Clean.text(String.join("\n", missing)));
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
