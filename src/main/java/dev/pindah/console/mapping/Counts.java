package dev.pindah.console.mapping;

import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import java.util.EnumMap;
import java.util.Map;

/** How many fields are decided how. */
record Counts(Map<Decision, Long> by) {
  Counts {
    by = Map.copyOf(by);
  }

  static Counts of(Mapping mapping) {
    Map<Decision, Long> by = new EnumMap<>(Decision.class);
    mapping.objects().stream()
        .flatMap(object -> object.fields().stream())
        .map(FieldRule::decision)
        .forEach(decision -> by.merge(decision, 1L, Long::sum));
    return new Counts(by);
  }

  long of(Decision decision) {
    return by.getOrDefault(decision, 0L);
  }

  long all() {
    return by.values().stream().mapToLong(Long::longValue).sum();
  }
}
