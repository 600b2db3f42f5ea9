package dev.pindah.journey.transform;

import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.row.Phones;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Runs every field rule of one object over a record: one verdict per filled cell. */
final class FieldPass {
  /** Members that carry no content of their own: identity, labels of ids, containers. */
  private static final Set<String> TECHNICAL =
      Set.of("id", "slug", "additional_fields", "additional_field");

  private static final String WORK = "work_number";

  private final ObjectMapping mapping;
  private final Map<String, FieldSchema> source;
  private final Target target;
  private final Owners owners;
  private final Lines lines;
  private final Recipes recipes;
  private final Set<String> covered;
  private final Predicate<RecordKey> read;

  /**
   * The rules of one object.
   *
   * @param read whether a record was read from the source; relations outlive what they point to
   */
  FieldPass(
      ObjectMapping mapping,
      ObjectSchema source,
      Target target,
      Values values,
      Owners owners,
      Predicate<RecordKey> read) {
    this.mapping = mapping;
    this.read = read;
    this.source =
        source.fields().stream()
            .collect(
                Collectors.toMap(FieldSchema::key, Function.identity(), (first, again) -> first));
    this.target = target;
    this.owners = owners;
    this.lines = new Lines(values.dates(), owners);
    this.recipes =
        new Recipes(
            values,
            this.source.keySet(),
            name -> Recipes.named(target.named(mapping.target(), name), name));
    this.covered =
        mapping.fields().stream()
            .map(FieldRule::source)
            .flatMap(SourceRow::members)
            .collect(Collectors.toCollection(HashSet::new));
  }

  void run(Draft draft) {
    for (FieldRule rule : mapping.fields()) {
      SourceValue value = draft.row.value(rule.source());
      if (!value.blank()) {
        apply(rule, value, draft);
      }
    }
    mapping.constants().forEach(constant -> constant(constant, draft));
    required(draft);
    draft.row.filled().stream()
        .filter(member -> !TECHNICAL.contains(member) && !covered(member))
        .forEach(
            member -> draft.cell(member, "", new Verdict.Documented("not-in-schema-when-mapped")));
  }

  /** What no source field fills; never over what one has filled. */
  private void constant(ObjectMapping.Constant constant, Draft draft) {
    FieldRule rule = FieldRule.constant(constant);
    target
        .field(mapping.target(), rule)
        .filter(field -> draft.attribute(field.name()).isMissingNode())
        .ifPresent(
            field ->
                recipes
                    .constant(constant.value(), rule, field)
                    .value()
                    .ifPresent(node -> draft.put(field.name(), node)));
  }

  /** The target refuses the whole record for one required field that is empty. */
  private void required(Draft draft) {
    for (FieldRule rule : mapping.fields()) {
      if (rule.moves() && mapping.target() != TargetModule.TASKS) {
        target
            .field(mapping.target(), rule)
            .filter(field -> field.required() && field.custom())
            .filter(field -> draft.attribute(field.name()).isMissingNode())
            .ifPresent(field -> draft.hold(Draft.REQUIRED + ": the target wants " + field.label()));
      }
    }
  }

  private boolean covered(String member) {
    int hash = member.indexOf('#');
    return covered.contains(member)
        || (hash > 0 && covered.contains(member.substring(0, hash)))
        || TECHNICAL.contains(member);
  }

  private void apply(FieldRule rule, SourceValue value, Draft draft) {
    switch (rule.decision()) {
      case DOCUMENT ->
          draft.cell(rule.source(), "", new Verdict.Documented("decided in the mapping"));
      case DROP -> draft.cell(rule.source(), "", new Verdict.Dropped("decided in the mapping"));
      case REVIEW -> draft.cell(rule.source(), "", new Verdict.Failed("undecided"));
      case ACCEPT, CREATE -> move(rule, value, draft);
    }
  }

  private void move(FieldRule rule, SourceValue value, Draft draft) {
    switch (rule.transform()) {
      case OWNER -> owners.own(draft, mapping.target(), rule.source(), value);
      case LINK -> link(rule, value, draft);
      case LINE -> {
        draft.line(lines.line(rule, schema(rule), value, draft.row));
        draft.cell(rule.source(), rule.target(), new Verdict.Transformed("a line of the text"));
      }
      // Decided together, when the whole record is known.
      case PIPELINE, STAGE, DONE -> {}
      default -> {
        if (text(mapping.target())
            && rule.target().equals("description")
            && rule.recipe().isEmpty()) {
          body(rule, value, draft);
        } else {
          convert(rule, value, draft);
        }
      }
    }
  }

  /** Whether all that has no field of its own goes into the record's one text. */
  static boolean text(TargetModule module) {
    return module == TargetModule.TASKS || module == TargetModule.TICKETS;
  }

  private static void body(FieldRule rule, SourceValue value, Draft draft) {
    String text = PlainText.of(value.text());
    draft.body(text);
    draft.cell(
        rule.source(),
        rule.target(),
        text.equals(value.text())
            ? new Verdict.Exact()
            : new Verdict.Transformed("html to text, links kept"));
  }

  /** Values of a field as a person reads them. */
  List<String> labels(FieldRule rule, SourceValue value) {
    return Values.labels(value, schema(rule));
  }

  private void convert(FieldRule rule, SourceValue value, Draft draft) {
    Optional<FieldSchema> field = target.field(mapping.target(), rule);
    if (field.isEmpty()) {
      draft.cell(rule.source(), "", new Verdict.Failed("target-field-missing"));
      return;
    }
    String name = field.get().name();
    Converted converted = recipes.convert(rule, value, schema(rule), field.get(), draft);
    String attribute = attribute(name, rule, converted);
    converted.value().ifPresent(node -> draft.put(attribute, node));
    if (!converted.rest().isBlank()) {
      draft.overflow(Lines.label(rule), converted.rest());
    }
    draft.cell(rule.source(), converted.value().isPresent() ? attribute : "", converted.verdict());
  }

  /**
   * A landline belongs into the work number even where the mapping says mobile, unless another
   * field goes there.
   */
  private String attribute(String name, FieldRule rule, Converted converted) {
    boolean landline =
        name.equals("mobile_number")
            && rule.transform() == Transform.PHONE
            && converted
                .value()
                .flatMap(number -> Phones.parse(number.asString("")))
                .map(Phones.Parsed::landline)
                .orElse(false);
    return landline
            && target.named(mapping.target(), WORK).isPresent()
            && mapping.fields().stream().noneMatch(other -> other.target().equals(WORK))
        ? WORK
        : name;
  }

  private void link(FieldRule rule, SourceValue value, Draft draft) {
    Link.Role role = Link.Role.valueOf(rule.target().toUpperCase(java.util.Locale.ROOT));
    ObjectName object =
        switch (role) {
          case CONTACT -> ObjectName.CONTACT;
          case DEAL -> ObjectName.DEAL;
          default -> ObjectName.COMPANY;
        };
    List<RecordKey> targets =
        value.texts().stream()
            .map(FieldPass::id)
            .filter(id -> !id.isEmpty())
            .map(id -> new RecordKey(object, id))
            .toList();
    targets.forEach(to -> draft.link(role, to));
    draft.cell(
        rule.source(),
        rule.target(),
        targets.isEmpty()
            ? new Verdict.Documented("names-nobody")
            : targets.stream().allMatch(read)
                ? new Verdict.Transformed("link")
                : new Verdict.Degraded("not-in-the-source"));
  }

  /** The id of what a record points to, alone or within the row; 0 means nobody. */
  private static String id(String text) {
    String id = text;
    if (text.startsWith("{")) {
      try {
        id = JsonMapper.shared().readTree(text).path("id").asString("").strip();
      } catch (JacksonException notJson) {
        id = "";
      }
    }
    return id.equals("0") ? "" : id;
  }

  private FieldSchema schema(FieldRule rule) {
    FieldSchema known = source.get(rule.source());
    return known != null
        ? known
        : new FieldSchema(
            "",
            rule.source(),
            rule.source(),
            rule.label(),
            FieldType.TEXT,
            false,
            false,
            List.of());
  }
}
