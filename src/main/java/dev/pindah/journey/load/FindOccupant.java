package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.Candidate;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the record that stands where another was to be made. Only one that leads to another
 * plan counts: a target that answers with something else would be asked for ever.
 */
final class FindOccupant {
  private FindOccupant() {}

  /** By the key that is taken; it may be our own mark, on a record that was renamed since. */
  static Optional<Row> of(Candidate candidate, String refusal, TargetReader reader) {
    if (!refusal.endsWith("-taken")) {
      return Optional.empty();
    }
    Optional<Row> known =
        refusal.equals("id-taken")
            ? Optional.empty()
            : PlanWrites.key(candidate.module()).flatMap(kind -> holder(candidate, kind, reader));
    // There is no look-up by mark for what hangs on others, nor for lists.
    boolean marked = !candidate.module().hangs() && candidate.module() != TargetModule.LISTS;
    return known.isPresent() || !marked
        ? known
        : reader
            .find(candidate.module(), TargetReader.MARKER, TargetReader.marker(candidate.key()))
            .stream()
            .filter(row -> row.carries(candidate.key()))
            .findFirst();
  }

  private static Optional<Row> holder(Candidate candidate, String kind, TargetReader reader) {
    String value = PlanWrites.text(candidate, kind);
    return value.isBlank()
        ? Optional.empty()
        : reader.find(candidate.module(), kind, value).stream()
            .filter(row -> row.keys().getOrDefault(kind, List.of()).contains(value))
            .findFirst();
  }
}
