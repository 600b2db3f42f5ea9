package dev.pindah.journey.rollback;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record was hung on: the first of its links that stands. */
final class Parents {
  private Parents() {}

  static Optional<Pair> of(Pair pair, Tables tables) {
    return Stream.of(Step.RECORD, Step.PART)
        .flatMap(step -> tables.candidates().find(pair.key(), step).stream())
        .map(Stored::candidate)
        .flatMap(candidate -> candidate.links().stream())
        .flatMap(link -> tables.crosswalk().find(link.to()).stream())
        .findFirst();
  }
}
