package dev.pindah.journey.map;

import dev.pindah.journey.map.Proposal.Option;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.Example;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldKinds;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import dev.pindah.model.schema.Vocabulary.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proposals for the fields of one object: the curated map first, then what the matcher says. */
final class ProposeFields {
  /** Confidence from which nobody needs to look, and from which somebody should. */
  private static final double SURE = 0.9;

  private static final double LIKELY = 0.5;

  /** Shown in the file, so that a person sees how examples are written. */
  private static final List<Example> PHONES =
      List.of(new Example("0812-0000-0123", Map.of(), "+6281200000123"));

  private final ObjectSchema source;
  private final TargetModule module;
  private final AccountView view;
  private final Map<String, ValueProfile> profiles;
  private final NewFields newFields;
  private final String rows;
  private MatchFields match;

  ProposeFields(ObjectSchema source, TargetModule module, AccountView view) {
    this.source = source;
    this.module = module;
    this.view = view;
    this.profiles = view.profilesOf(source.name());
    this.newFields = new NewFields(module, view);
    this.rows = StandardFields.object(source.name(), module);
    this.match = new MatchFields(List.of(), Map.of(), List.of(), module, Set.of());
  }

  List<Proposal> propose() {
    List<FieldSchema> fields = new ArrayList<>(source.fields());
    Set<String> listed = new LinkedHashSet<>();
    fields.forEach(field -> listed.add(field.key()));
    for (StandardFields.Row row : StandardFields.of(rows)) {
      if (!listed.contains(row.source()) && !alias(row.source(), listed)) {
        fields.add(unlisted(row));
        listed.add(row.source());
      }
    }
    match =
        new MatchFields(
            fields.stream()
                .filter(field -> field.custom() && FieldKinds.custom(field.type()).isPresent())
                .toList(),
            profiles,
            targets().toList(),
            module,
            fields.stream()
                .flatMap(field -> row(field).stream())
                .map(StandardFields.Row::target)
                .collect(Collectors.toSet()));
    Set<String> filled = new HashSet<>();
    List<Proposal> proposals =
        fields.stream().map(field -> alone(field, propose(field), filled)).toList();
    MatchFields rest = forLook(fields, proposals);
    return IntStream.range(0, fields.size())
        .mapToObj(
            i ->
                proposals.get(i).candidates().isEmpty()
                    ? new Proposal(source.name(), proposals.get(i).rule(), rest.of(fields.get(i)))
                    : proposals.get(i))
        .toList();
  }

  /** A target takes one field: the next one that wants it gets a field of its own, if it may. */
  private Proposal alone(FieldSchema field, Proposal proposal, Set<String> filled) {
    FieldRule rule = proposal.rule();
    boolean plain = rule.decision() == Decision.ACCEPT && !rule.transform().shares();
    if (!plain || rule.target().equals("description") || filled.add(rule.target())) {
      return proposal;
    }
    String reason = "another field goes to " + rule.target() + " already";
    Proposal other =
        field.custom()
            ? create(field, title(field), reason)
            : proposal(documented(field, reason), List.of());
    return new Proposal(source.name(), other.rule(), proposal.candidates());
  }

  /** For fields that go nowhere by rule: what a person could still choose. */
  private MatchFields forLook(List<FieldSchema> fields, List<Proposal> proposals) {
    Set<String> taken =
        proposals.stream()
            .map(Proposal::rule)
            .filter(FieldRule::moves)
            .map(FieldRule::target)
            .collect(Collectors.toSet());
    List<FieldSchema> open =
        IntStream.range(0, fields.size())
            .filter(i -> proposals.get(i).candidates().isEmpty())
            .mapToObj(fields::get)
            .toList();
    return new MatchFields(open, profiles, targets().toList(), module, taken);
  }

  private Stream<FieldSchema> targets() {
    return view.destination().object(module.wire()).stream()
        .flatMap(object -> object.fields().stream());
  }

  /** Some relations have one name in the schema and another on the record; one rule is enough. */
  private static boolean alias(String name, Set<String> listed) {
    return switch (name) {
      case "crm_lead_ids" -> listed.contains("crm_contact");
      case "crm_company_id" -> listed.contains("crm_company");
      case "crm_contact" -> true;
      case "crm_company" -> true;
      case "crm_phones" -> listed.contains("telephone");
      case "telephone" -> listed.contains("crm_phones");
      default -> false;
    };
  }

  private static FieldSchema unlisted(StandardFields.Row row) {
    FieldType type =
        switch (row.transform()) {
          case DATE_TIME -> FieldType.DATE_TIME;
          case DATE -> FieldType.DATE;
          case AMOUNT -> FieldType.MONEY;
          case NUMBER -> FieldType.NUMBER;
          case PHONE -> FieldType.PHONE;
          case EMAIL -> FieldType.EMAIL;
          case VALUE -> FieldType.DROPDOWN;
          default -> FieldType.TEXT;
        };
    return new FieldSchema(
        "", row.source(), row.source(), row.source(), type, false, false, List.of());
  }

  private Proposal propose(FieldSchema field) {
    return row(field).map(known -> standard(field, known)).orElseGet(() -> custom(field));
  }

  private Optional<StandardFields.Row> row(FieldSchema field) {
    return field.custom() ? Optional.empty() : StandardFields.of(rows, field.name());
  }

  private Proposal standard(FieldSchema field, StandardFields.Row row) {
    if (row.documents()) {
      return proposal(documented(field, row.reason()), List.of());
    }
    if (row.creates()) {
      return create(field, row.target().substring(1), row.reason());
    }
    if (row.transform() == Transform.LINK) {
      return accepted(field, row.target(), Transform.LINK, List.of(), 1, row.reason());
    }
    if (row.transform() == Transform.LINE || row.transform() == Transform.DONE) {
      return accepted(field, row.target(), row.transform(), List.of(), 1, row.reason());
    }
    if (module == TargetModule.TICKETS && row.transform() == Transform.VALUE) {
      List<ValueRule> codes = Options.ticketRules(observed(field), target(row.target()).choices());
      return accepted(field, row.target(), Transform.VALUE, codes, 1, row.reason());
    }
    Optional<PickList> list = PickList.of(row.target());
    List<ValueRule> values = list.map(pick -> values(field, pick)).orElse(List.of());
    boolean byHand =
        list.isPresent()
            && (list.get() == PickList.INDUSTRY || list.get() == PickList.BUSINESS_TYPE);
    if (byHand && !allThere(values, list.get())) {
      // These lists are edited in one place for all users of the account: a field of its own is
      // safer.
      return create(field, "Qontak " + title(field), "the target's own list lacks some values");
    }
    return accepted(field, row.target(), row.transform(), values, 1, row.reason());
  }

  private static String title(FieldSchema field) {
    return field.label().isBlank() ? field.name() : field.label();
  }

  private List<ValueRule> values(FieldSchema field, PickList list) {
    if (list == PickList.CURRENCY || list == PickList.LIFECYCLE_STAGE) {
      return List.of();
    }
    return Options.rules(observed(field), labels(list));
  }

  private List<String> labels(PickList list) {
    return view.destination().vocabulary(list.vocabulary()).stream()
        .flatMap(vocabulary -> vocabulary.terms().stream())
        .map(Term::label)
        .toList();
  }

  private boolean allThere(List<ValueRule> values, PickList list) {
    List<String> labels = labels(list);
    return values.stream().allMatch(value -> labels.contains(value.to()));
  }

  /** Values that records hold; the whole list where it was not seen whether they do. */
  private List<String> observed(FieldSchema field) {
    ValueProfile profile = profiles.get(field.key());
    List<String> all = NewFields.choices(FieldType.DROPDOWN, field, profile);
    if (profile == null || profile.sampled()) {
      return all;
    }
    return all.stream().filter(profile.top()::containsKey).toList();
  }

  private Proposal custom(FieldSchema field) {
    List<Option> same = sameLabel(field);
    if (!same.isEmpty()) {
      return matched(field, same, Decision.ACCEPT, "same label on the target");
    }
    List<Option> candidates = match.of(field);
    double confidence = match.confidence(field);
    if (confidence >= LIKELY) {
      return matched(
          field,
          candidates,
          confidence >= SURE ? Decision.ACCEPT : Decision.REVIEW,
          "likely the same as \"" + candidates.getFirst().label() + "\": " + match.why(field));
    }
    Proposal created = create(field, title(field), "no field of the target holds this");
    return candidates.isEmpty() ? created : new Proposal(source.name(), created.rule(), candidates);
  }

  private Proposal matched(
      FieldSchema field, List<Option> candidates, Decision decision, String reason) {
    FieldSchema target = target(candidates.getFirst().field());
    return new Proposal(
        source.name(),
        new FieldRule(
            field.key(),
            title(field),
            decision,
            target.name(),
            Optional.empty(),
            Transforms.between(field, target.type()),
            optionRules(field, target),
            candidates.getFirst().confidence(),
            reason),
        candidates);
  }

  private FieldSchema target(String name) {
    return targets().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  private List<ValueRule> optionRules(FieldSchema field, FieldSchema target) {
    boolean options =
        target.type() == FieldType.DROPDOWN || target.type() == FieldType.MULTI_SELECT_DROPDOWN;
    return options
        ? Options.rules(observed(field), target.choices().stream().map(Choice::label).toList())
        : List.of();
  }

  private List<Option> sameLabel(FieldSchema field) {
    return targets()
        .filter(target -> target.custom() && !target.label().startsWith("qontak_"))
        .filter(target -> target.label().strip().equalsIgnoreCase(field.label().strip()))
        .map(target -> new Option(module.wire(), target.name(), target.label(), 0.99))
        .toList();
  }

  private Proposal create(FieldSchema field, String label, String reason) {
    if (module == TargetModule.TASKS) {
      return accepted(
          field,
          "description",
          Transform.LINE,
          List.of(),
          1,
          "tasks have no custom fields: a line of the text");
    }
    ValueProfile profile = profiles.get(field.key());
    Optional<NewField> made = newFields.make(label, field, profile);
    if (made.isEmpty()) {
      return proposal(documented(field, why(field)), List.of());
    }
    NewField create = made.get();
    return proposal(
        new FieldRule(
            field.key(),
            title(field),
            Decision.CREATE,
            "",
            made,
            Transforms.between(field, create.type()),
            Options.rules(create.choices(), create.choices()),
            1,
            reason),
        List.of());
  }

  private String why(FieldSchema field) {
    return FieldKinds.custom(field.type()).isEmpty()
        ? "no field of the target can hold this type"
        : "the plan " + view.plan().wire() + " has no room for another field of this kind";
  }

  private static FieldRule documented(FieldSchema field, String reason) {
    return new FieldRule(
        field.key(),
        title(field),
        Decision.DOCUMENT,
        "",
        Optional.empty(),
        Transform.TEXT,
        List.of(),
        1,
        reason);
  }

  private Proposal accepted(
      FieldSchema field,
      String target,
      Transform transform,
      List<ValueRule> values,
      double confidence,
      String reason) {
    FieldRule rule =
        new FieldRule(
                field.key(),
                title(field),
                Decision.ACCEPT,
                target,
                Optional.empty(),
                transform,
                values,
                confidence,
                reason)
            .withExamples(transform == Transform.PHONE ? PHONES : List.of());
    return proposal(rule, List.of(new Option(module.wire(), target, label(target), confidence)));
  }

  private String label(String target) {
    return targets()
        .filter(field -> field.name().equals(target))
        .map(FieldSchema::label)
        .findFirst()
        .orElse(target);
  }

  private Proposal proposal(FieldRule rule, List<Option> candidates) {
    return new Proposal(source.name(), rule, candidates);
  }
}
