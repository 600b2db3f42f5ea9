package dev.pindah.journey.rollback;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Link;
import dev.pindah.model.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record was hung on: the first of its links that stands, or stood before it was undone. */
final class Parents {
  private Parents() {}

  static Optional<Pair> of(Pair pair, Tables tables) {
    return links(pair, tables)
        .flatMap(link -> tables.crosswalk().find(link.to()).stream())
        .findFirst();
  }

  /** The same as {@code module/id}, also where this rollback has forgotten the record already. */
  static Optional<String> name(Pair pair, Tables tables, long round) {
    return of(pair, tables)
        .map(parent -> parent.module().wire() + "/" + parent.targetId())
        .or(
            () ->
                links(pair, tables)
                    .flatMap(link -> tables.undoSteps().find(round, link.to()).stream())
                    .map(step -> step.module().wire() + "/" + step.targetId())
                    .findFirst());
  }

  static Stream<Link> links(Pair pair, Tables tables) {
    return Stream.of(Step.RECORD, Step.PART)
        .flatMap(step -> tables.candidates().find(pair.key(), step).stream())
        .map(Stored::candidate)
        .flatMap(candidate -> candidate.links().stream());
  }
}
