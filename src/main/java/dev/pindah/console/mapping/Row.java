package dev.pindah.console.mapping;

import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One source field as people see it.
 *
 * @param module where records of the object go
 * @param candidates what else could be right, best first
 */
record Row(
    String object,
    String module,
    FieldRule rule,
    Optional<FieldSchema> source,
    Optional<FieldSchema> target,
    Optional<ValueProfile> profile,
    List<Candidate> candidates) {
  /** A target field that may be the right one. */
  record Candidate(String field, String label, double confidence) {}

  Row {
    candidates = List.copyOf(candidates);
  }

  String id() {
    return "f-" + Integer.toHexString((object + "." + rule.source()).hashCode());
  }

  String type() {
    return source.map(field -> field.type().wire()).orElse("");
  }

  /** Where it goes, in the target's words; blank when it goes nowhere. */
  String goesTo() {
    return switch (rule.decision()) {
      case ACCEPT -> target.map(FieldSchema::label).orElse(rule.target());
      case CREATE -> rule.create().map(NewField::label).orElse("");
      case REVIEW -> candidates.isEmpty() ? "" : candidates.getFirst().label();
      case DOCUMENT, DROP -> "";
    };
  }

  int percentFilled() {
    return profile
        .filter(known -> known.rows() > 0)
        .map(known -> (int) Math.round(100.0 * (known.rows() - known.blanks()) / known.rows()))
        .orElse(-1);
  }

  int percentSure() {
    return (int) Math.round(rule.confidence() * 100);
  }

  long filled() {
    return profile.map(known -> known.rows() - known.blanks()).orElse(0L);
  }

  /** What search looks in. */
  String text() {
    return (object + " " + rule.source() + " " + rule.label() + " " + goesTo())
        .toLowerCase(Locale.ROOT);
  }

  /** Options of either side are words of the account and nobody's data. */
  boolean options() {
    return source.map(field -> !field.choices().isEmpty()).orElse(false)
        || !rule.values().isEmpty();
  }

  List<String> targetOptions() {
    return switch (rule.decision()) {
      case ACCEPT ->
          target
              .map(field -> field.choices().stream().map(choice -> choice.label()).toList())
              .orElse(List.of());
      case CREATE -> rule.create().map(NewField::choices).orElse(List.of());
      case DOCUMENT, DROP, REVIEW -> List.of();
    };
  }
}
