package dev.pindah.journey.discover.judge;

import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldKinds;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How each field of the source is used. */
final class FieldUse {
  private FieldUse() {}

  static List<FieldFacts> of(
      Inventory source, Map<String, Map<String, ValueProfile>> profiles, boolean exact) {
    List<FieldFacts> facts = new ArrayList<>();
    for (ObjectSchema object : source.objects()) {
      Map<String, ValueProfile> known = profiles.getOrDefault(object.name(), Map.of());
      for (FieldSchema field : object.fields()) {
        Optional<ValueProfile> profile = Optional.ofNullable(known.get(field.key()));
        facts.add(fact(object.name(), field, profile, exact));
      }
    }
    return facts;
  }

  private static FieldFacts fact(
      String object, FieldSchema field, Optional<ValueProfile> profile, boolean exact) {
    long rows = profile.map(ValueProfile::rows).orElse(0L);
    long blanks = profile.map(ValueProfile::blanks).orElse(0L);
    boolean options =
        field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
    Set<String> seen =
        profile.map(ValueProfile::top).orElse(Map.of()).keySet().stream()
            .map(FieldUse::folded)
            .collect(Collectors.toSet());
    Set<String> listed =
        field.choices().stream()
            .flatMap(choice -> java.util.stream.Stream.of(choice.label(), choice.id()))
            .map(FieldUse::folded)
            .collect(Collectors.toSet());
    List<String> unused =
        options
            ? field.choices().stream()
                .filter(choice -> !seen.contains(folded(choice.label())))
                .filter(choice -> choice.id().isBlank() || !seen.contains(folded(choice.id())))
                .map(Choice::label)
                .distinct()
                .toList()
            : List.of();
    // A field without options takes its words from elsewhere.
    List<String> retired =
        options && !field.choices().isEmpty()
            ? profile.map(ValueProfile::top).orElse(Map.of()).keySet().stream()
                .filter(value -> !listed.contains(folded(value)))
                .toList()
            : List.of();
    return new FieldFacts(
        object,
        field.key(),
        field.label(),
        field.type(),
        field.custom(),
        rows == 0 ? 0 : Math.max(0, (double) (rows - blanks) / rows),
        profile.map(ValueProfile::distinct).orElse(0L),
        field.choices().size(),
        unused,
        retired,
        profile.map(ValueProfile::sampled).orElse(!exact),
        PersonalWords.kind(object, field, profile),
        !field.custom() || FieldKinds.custom(field.type()).isPresent());
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
