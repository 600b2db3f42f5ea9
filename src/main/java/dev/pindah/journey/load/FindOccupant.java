package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.Candidate;
import dev.pindah.model.TargetModule;
import java.util.Optional;

/** Looks for the record that stands where another was to be made. */
final class FindOccupant {
  private FindOccupant() {}

  /** By the key that is taken; it may be our own mark, on a record that was renamed since. */
  static Optional<Row> of(Candidate candidate, String refusal, TargetReader reader) {
    if (!refusal.endsWith("-taken")) {
      return Optional.empty();
    }
    boolean person =
        switch (candidate.module()) {
          case CONTACTS, LEADS, DESK_CONTACTS -> true;
          default -> false;
        };
    String value = candidate.attributes().path(person ? "email" : "name").asString("");
    Optional<Row> known =
        value.isBlank() || refusal.equals("id-taken")
            ? Optional.empty()
            : reader
                .find(candidate.module(), person ? TargetReader.EMAIL : TargetReader.NAME, value)
                .stream()
                .findFirst();
    // There is no look-up by mark for what hangs on others, nor for lists.
    boolean marked = !candidate.module().hangs() && candidate.module() != TargetModule.LISTS;
    return known.isPresent() || !marked
        ? known
        : reader
            .find(candidate.module(), TargetReader.MARKER, TargetReader.marker(candidate.key()))
            .stream()
            .findFirst();
  }
}
