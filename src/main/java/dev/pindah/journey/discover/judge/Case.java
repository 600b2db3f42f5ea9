package dev.pindah.journey.discover.judge;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.Question;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ValueProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the checks may look at.
 *
 * @param profiles by source object, then by field key
 * @param mapping as it stands or as it would be proposed, without regard to the plan's limits
 */
record Case(
    Facts facts,
    Inventory source,
    Inventory destination,
    Map<String, Map<String, ValueProfile>> profiles,
    List<ObjectMapping> mapping,
    List<FieldFacts> fields,
    List<OwnerMatch> owners,
    List<Question> questions,
    Volumes volumes,
    Terms terms,
    Forecast forecast) {
  Range number(ObjectName object) {
    return facts.number(object);
  }

  long issues(String code) {
    return facts.issues().stream()
        .filter(issue -> issue.code().equals(code))
        .mapToLong(Issue::records)
        .sum();
  }

  /** The records that have an issue, over all records of the object. */
  Range projected(String code) {
    Range sum = Range.ZERO;
    for (Issue issue : facts.issues()) {
      if (issue.code().equals(code)) {
        Range of = ObjectName.of(issue.object()).map(this::number).orElse(Range.ZERO);
        double found = (double) issue.records();
        double likely = Math.max(found, of.likely() * issue.share());
        sum = sum.plus(new Range(found, likely, Math.max(likely, of.high() * issue.share())));
      }
    }
    return sum;
  }

  Optional<String> answer(String id) {
    return questions.stream()
        .filter(question -> question.id().equals(id) && question.answered())
        .map(Question::answer)
        .findFirst();
  }

  long activeOwners() {
    return owners.stream().filter(OwnerMatch::active).count();
  }

  List<String> currencies() {
    ValueProfile profile = profiles.getOrDefault("deal", Map.of()).get("currency");
    return profile == null ? List.of() : List.copyOf(profile.top().keySet());
  }

  /** Fields that an admin would have to make, at most: also those that a person may still match. */
  List<Made> toMake() {
    return mapping.stream()
        .flatMap(
            object ->
                object.fields().stream()
                    .filter(rule -> rule.decision() == Decision.CREATE || review(rule))
                    .flatMap(rule -> rule.create().stream())
                    .map(create -> new Made(object.target(), create.type())))
        .toList();
  }

  private static boolean review(FieldRule rule) {
    return rule.decision() == Decision.REVIEW;
  }

  /** A field to make. */
  record Made(TargetModule module, FieldType type) {}

  /** In a sample an empty field may still be filled elsewhere. */
  static boolean used(FieldFacts field) {
    return field.filled() > 0 || field.sampled();
  }
}
