package dev.pindah.journey.map;

import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ValueProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person wants to see of a field before deciding.
 *
 * @param sourceSamples a few values of the source
 * @param targetSamples what the target field may hold, where it is a list
 * @param records how many records hold something; -1 when it is not known
 * @param sampled whether that is an estimate from some pages
 * @param lost what would not arrive as it was
 */
public record ProposalFacts(
    List<String> sourceSamples,
    List<String> targetSamples,
    long records,
    boolean sampled,
    List<String> lost) {
  private static final int SHOWN = 5;
  private static final int TEXT_LIMIT = 255;
  private static final int TEXTAREA_LIMIT = 10_000;
  private static final int DIGITS = 11;

  public ProposalFacts {
    sourceSamples = List.copyOf(sourceSamples);
    targetSamples = List.copyOf(targetSamples);
    lost = List.copyOf(lost);
  }

  public static ProposalFacts of(
      AccountView view, String object, TargetModule module, FieldRule rule) {
    Optional<ValueProfile> profile =
        Optional.ofNullable(view.profilesOf(object).get(rule.source()));
    Optional<FieldSchema> source =
        view.source().object(object).flatMap(schema -> schema.field(rule.source()));
    Optional<FieldSchema> target =
        view.destination().object(module.wire()).stream()
            .flatMap(schema -> schema.fields().stream())
            .filter(field -> field.name().equals(rule.target()))
            .findFirst();
    List<String> choices = choices(view, rule, target);
    return new ProposalFacts(
        profile.map(ValueProfile::samples).orElse(List.of()),
        choices.stream().limit(SHOWN).toList(),
        profile.map(found -> records(found, view, object)).orElse(-1L),
        profile.map(ValueProfile::sampled).orElse(false),
        lost(rule, source, target, profile, choices));
  }

  private static long records(ValueProfile profile, AccountView view, String object) {
    long filled = profile.rows() - profile.blanks();
    long all = view.source().object(object).map(schema -> schema.count()).orElse(-1L);
    return profile.sampled() && all > profile.rows() && profile.rows() > 0
        ? Math.round((double) filled / profile.rows() * all)
        : filled;
  }

  private static List<String> choices(
      AccountView view, FieldRule rule, Optional<FieldSchema> target) {
    if (CheckMapping.created(rule)) {
      return rule.create().map(NewField::choices).orElse(List.of());
    }
    return PickList.of(rule.target())
        .flatMap(list -> view.destination().vocabulary(list.vocabulary()))
        .map(vocabulary -> vocabulary.terms().stream().map(term -> term.label()).toList())
        .orElseGet(
            () ->
                target.stream()
                    .flatMap(field -> field.choices().stream())
                    .map(Choice::label)
                    .toList());
  }

  private static List<String> lost(
      FieldRule rule,
      Optional<FieldSchema> source,
      Optional<FieldSchema> target,
      Optional<ValueProfile> profile,
      List<String> choices) {
    List<String> lost = new ArrayList<>();
    switch (rule.decision()) {
      case DOCUMENT -> lost.add("the field itself: its values stay in the handoff documents");
      case DROP -> lost.add("all its values");
      case REVIEW, ACCEPT, CREATE -> {
        Optional<FieldType> type =
            CheckMapping.created(rule)
                ? rule.create().map(NewField::type)
                : target.map(FieldSchema::type);
        type.ifPresent(kind -> cut(lost, kind, source, profile));
        options(lost, rule, choices);
        if (rule.transform() == Transform.LINE) {
          lost.add("the field itself: its values are lines of the text");
        }
      }
    }
    return lost;
  }

  private static void cut(
      List<String> lost,
      FieldType kind,
      Optional<FieldSchema> source,
      Optional<ValueProfile> profile) {
    int longest = profile.map(ValueProfile::maxLength).orElse(0);
    int limit =
        switch (kind) {
          case TEXT -> TEXT_LIMIT;
          case TEXTAREA -> TEXTAREA_LIMIT;
          default -> Integer.MAX_VALUE;
        };
    if (longest > limit) {
      lost.add(
          "text beyond "
              + limit
              + " characters (the longest has "
              + longest
              + "): the whole text goes into a note");
    }
    FieldType from = source.map(FieldSchema::type).orElse(kind);
    if (from == FieldType.DATE_TIME && kind == FieldType.DATE) {
      lost.add("the time of day");
    }
    if (from == FieldType.MULTI_SELECT_DROPDOWN && kind == FieldType.DROPDOWN) {
      lost.add("all choices but one");
    }
    if (kind == FieldType.NUMBER && from != FieldType.DROPDOWN && longest > DIGITS) {
      lost.add("digits beyond " + DIGITS + " before the point, where a number has them");
    }
    if (from == FieldType.GPS || from == FieldType.CHECKLIST) {
      lost.add("its form: it becomes text");
    }
  }

  private static void options(List<String> lost, FieldRule rule, List<String> choices) {
    List<String> left =
        rule.values().stream().filter(value -> value.to().isBlank()).map(ValueRule::from).toList();
    if (!left.isEmpty()) {
      lost.add("the options " + String.join(", ", left));
    }
    Set<String> known =
        choices.stream()
            .map(label -> label.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<String> missing =
        rule.values().stream()
            .map(ValueRule::to)
            .filter(to -> !to.isBlank() && !known.contains(to.strip().toLowerCase(Locale.ROOT)))
            .distinct()
            .toList();
    if (!missing.isEmpty() && !choices.isEmpty()) {
      lost.add("nothing, once prepare has added the options " + String.join(", ", missing));
    }
  }
}
