package dev.pindah.journey.load;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.List;
import java.util.function.Consumer;

/**
 * Goes through the candidates of a state in the order of their ids; what the work moves on is not
 * met again.
 */
final class EachPage {
  private EachPage() {}

  static void of(
      Ledger ledger,
      ObjectName object,
      Step step,
      RecordState state,
      int size,
      Consumer<List<Stored>> work) {
    String after = "";
    while (true) {
      String from = after;
      List<Stored> page =
          ledger.read(tables -> tables.candidates().page(object, step, state, from, size));
      if (page.isEmpty()) {
        return;
      }
      after = page.getLast().candidate().key().id();
      work.accept(page);
    }
  }
}
