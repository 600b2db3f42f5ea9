package dev.pindah.journey.load;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * People and deals do not wait for a company or person that is held: they go without it. When that
 * comes after all, those that stand already are to be linked with it.
 */
final class LateLinks {
  private static final int CHUNK = 500;
  private static final List<ObjectName> ENDS = List.of(ObjectName.COMPANY, ObjectName.CONTACT);
  private static final List<RecordState> WRITTEN =
      List.of(RecordState.CREATED, RecordState.UPDATED);

  /** Objects that are linked with others; what hangs on records waits for them. */
  static final List<ObjectName> LINKED =
      List.of(ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL);

  private final Ledger ledger;
  private final Set<RecordKey> coming = new HashSet<>();

  /** Looks for what is about to come; a first load has nothing that stands already. */
  LateLinks(Ledger ledger) {
    this.ledger = ledger;
    boolean any =
        ledger.read(
            tables -> LINKED.stream().anyMatch(object -> tables.crosswalk().count(object) > 0));
    if (any) {
      for (ObjectName object : ENDS) {
        EachPage.of(
            ledger,
            object,
            Step.RECORD,
            RecordState.READY,
            CHUNK,
            page ->
                page.stream()
                    .map(stored -> stored.candidate().key())
                    .filter(key -> !stands(key))
                    .forEach(coming::add));
      }
    }
  }

  private boolean stands(RecordKey key) {
    return ledger.read(tables -> tables.crosswalk().find(key)).isPresent();
  }

  /** Records of an object that stand and are linked with what is to come, page by page. */
  void each(ObjectName object, Consumer<List<Stored>> work) {
    if (coming.isEmpty()) {
      return;
    }
    for (RecordState state : WRITTEN) {
      EachPage.of(
          ledger,
          object,
          Step.RECORD,
          state,
          CHUNK,
          page -> {
            List<Stored> due = page.stream().filter(this::due).toList();
            if (!due.isEmpty()) {
              work.accept(due);
            }
          });
    }
  }

  /** They are written once more, for their links alone. */
  void release() {
    for (ObjectName object : LINKED) {
      each(object, page -> ledger.record(tables -> page.forEach(stored -> ready(stored, tables))));
    }
  }

  private static void ready(Stored stored, Tables tables) {
    tables
        .candidates()
        .move(
            List.of(stored.candidate().key()),
            Step.RECORD,
            stored.state(),
            RecordState.READY,
            "what it is linked with comes");
  }

  private boolean due(Stored stored) {
    return stored.candidate().links().stream().anyMatch(link -> coming.contains(link.to()));
  }
}
