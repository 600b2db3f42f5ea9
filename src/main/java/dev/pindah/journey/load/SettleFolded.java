package dev.pindah.journey.load;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.List;
import java.util.Optional;

/** Records that are told in a note of their parent share the fate of that note. No calls. */
final class SettleFolded {
  private static final int CHUNK = 500;

  private final Ledger ledger;

  SettleFolded(Ledger ledger) {
    this.ledger = ledger;
  }

  void run(ObjectName object) {
    for (RecordState state : List.of(RecordState.HELD, RecordState.SKIPPED, RecordState.READY)) {
      EachPage.of(
          ledger,
          object,
          Step.RECORD,
          state,
          CHUNK,
          page -> ledger.record(tables -> page.forEach(stored -> settle(stored, tables))));
    }
  }

  private static void settle(Stored stored, Tables tables) {
    Optional<Link> folded =
        stored.candidate().links().stream()
            .filter(link -> link.role() == Link.Role.FOLDED)
            .findFirst();
    if (folded.isEmpty()) {
      return;
    }
    Optional<Stored> note = tables.candidates().find(folded.get().to(), Step.PART);
    RecordState fate = note.map(Stored::state).orElse(RecordState.HELD);
    String reason =
        note.isEmpty()
            ? "no-parent: the record that it belongs to was not read"
            : fate.onTarget()
                ? "folded into the note " + folded.get().to()
                : note.get().candidate().reason();
    RecordState to = fate.onTarget() ? RecordState.MATCHED : fate;
    boolean settled =
        to == RecordState.MATCHED
            || to == RecordState.HELD
            || to == RecordState.SKIPPED
            || to == RecordState.REFUSED;
    if (settled && to != stored.state()) {
      if (stored.state() != RecordState.READY) {
        move(stored, stored.state(), RecordState.READY, "looked at again", tables);
      }
      move(stored, RecordState.READY, to, reason, tables);
    }
  }

  private static void move(
      Stored stored, RecordState from, RecordState to, String reason, Tables tables) {
    tables.candidates().move(List.of(stored.candidate().key()), Step.RECORD, from, to, reason);
  }
}
