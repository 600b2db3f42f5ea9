package dev.pindah.journey.discover;

import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Value profiles of the fields of one object. */
final class Profiles {
  private final ObjectSchema object;
  private final Map<String, Profiler> profilers = new LinkedHashMap<>();

  Profiles(ObjectSchema object) {
    this.object = object;
  }

  void look(SourceRow row) {
    for (FieldSchema field : object.fields()) {
      SourceValue value = row.value(field.key());
      if (!value.blank()) {
        Profiler profiler =
            profilers.computeIfAbsent(field.key(), key -> new Profiler(options(field)));
        values(value, field).forEach(profiler::add);
        profiler.row();
      }
    }
  }

  Map<String, ValueProfile> of(long rows, boolean sampled) {
    return profilers.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().profile(rows, sampled)));
  }

  /** Options by label, each value of a list for itself, everything else as text. */
  private static List<String> values(SourceValue value, FieldSchema field) {
    return options(field) && !value.labels().isEmpty() ? value.labels() : List.of(value.text());
  }

  private static boolean options(FieldSchema field) {
    return field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
  }
}
