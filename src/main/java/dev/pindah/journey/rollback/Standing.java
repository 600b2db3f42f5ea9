package dev.pindah.journey.rollback;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.model.TargetModule;
import java.util.List;

/** One target record and all source records behind it; several where records were merged. */
record Standing(TargetModule module, String targetId, List<Pair> pairs) {
  Standing {
    pairs = List.copyOf(pairs);
  }

  /** Whether we made it. */
  boolean ours() {
    return pairs.stream().anyMatch(Pair::ours);
  }

  /** Whether we ever wrote to the record itself. */
  boolean written() {
    return pairs.stream().anyMatch(pair -> !pair.payloadHash().isBlank());
  }

  /** The record as it was before our first write. */
  String before() {
    return pairs.stream()
        .map(Pair::before)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("{}");
  }

  Pair first() {
    return pairs.getFirst();
  }
}
