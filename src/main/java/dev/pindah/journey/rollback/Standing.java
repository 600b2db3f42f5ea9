package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A target record as it stands now; what has no page of its own is read through its parent. */
final class Standing {
  /** Parents whose children are kept in mind. */
  private static final int PARENTS = 200;

  private final TargetReader reader;
  private final Ledger ledger;
  private final Map<Pair, Map<String, Row>> children =
      new LinkedHashMap<>(PARENTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Map<String, Row>> eldest) {
          return size() > PARENTS;
        }
      };

  Standing(TargetReader reader, Ledger ledger) {
    this.reader = reader;
    this.ledger = ledger;
  }

  Optional<Row> row(Pair pair) {
    if (!pair.module().hanging()) {
      return reader.one(pair.module(), pair.targetId());
    }
    return ledger
        .read(tables -> parent(pair, tables))
        .flatMap(
            parent ->
                Optional.ofNullable(
                    children
                        .computeIfAbsent(parent, unread -> read(pair, unread))
                        .get(pair.targetId())));
  }

  private Map<String, Row> read(Pair pair, Pair parent) {
    return reader.under(pair.module(), parent.module(), parent.targetId()).stream()
        .collect(Collectors.toMap(Row::id, Function.identity(), (first, again) -> first));
  }

  private static Optional<Pair> parent(Pair pair, Tables tables) {
    return Stream.of(Step.RECORD, Step.PART)
        .flatMap(step -> tables.candidates().find(pair.key(), step).stream())
        .map(Stored::candidate)
        .flatMap(candidate -> candidate.links().stream())
        .flatMap(link -> tables.crosswalk().find(link.to()).stream())
        .findFirst();
  }
}
