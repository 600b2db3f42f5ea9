package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.RecordState;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out a chunk of plans by the route that costs least: no call, in bulk, one by one. */
final class CarryOut {
  /** Plans that are made together: texts may be long, records are short. */
  private static final int TEXTS = 1024;

  private static final int RECORDS = 2048;

  private final Destination destination;
  private final Ledger ledger;
  private final KnowTarget known;
  private final WriteDown answers;
  private final Optional<BulkLoad> bulk;
  private final PutFiles files;

  CarryOut(Destination destination, Ledger ledger, KnowTarget known, Clock clock, Pause pause) {
    this.destination = destination;
    this.ledger = ledger;
    this.known = known;
    this.answers = new WriteDown(ledger, known, clock);
    this.files = new PutFiles(destination.writer(), ledger);
    this.bulk = destination.bulk().map(writer -> new BulkLoad(writer, destination, answers, pause));
  }

  /** How many plans are best carried out together. */
  int chunk(TargetModule module) {
    boolean records =
        switch (module) {
          case CONTACTS, SALES_ACCOUNTS, DEALS -> true;
          default -> false;
        };
    return records ? bulk.map(BulkLoad::chunk).orElse(RECORDS) : TEXTS;
  }

  /** Single calls that {@link #run} begins, as long as this stays open. */
  SingleWrites singles() {
    return new SingleWrites(destination, known, answers, files);
  }

  /**
   * Answers how many of them are settled without a single call; of those that took one, some may
   * still be under way.
   */
  int run(List<Plan> plans, SingleWrites singles) {
    List<Plan> writes = new ArrayList<>(plans);
    writes.removeIf(plan -> plan instanceof Plan.Match || plan instanceof Plan.Stop);
    if (writes.size() < plans.size()) {
      ledger.record(tables -> plans.forEach(plan -> settle(plan, tables)));
    }
    int settled = plans.size() - writes.size();
    if (bulk.isPresent()) {
      for (List<Plan> together : bulk.get().take(writes)) {
        answers.intended(together).join();
        settled += bulk.get().run(together);
      }
    }
    singles.send(writes);
    return settled;
  }

  /** What needs no call. */
  private static void settle(Plan plan, Tables tables) {
    switch (plan) {
      case Plan.Match(Stored stored, Row current, boolean ours) ->
          WriteDown.matched(stored, current, ours, tables);
      case Plan.Stop(Stored stored, RecordState state, String reason) ->
          tables
              .candidates()
              .move(
                  List.of(stored.candidate().key()),
                  stored.candidate().step(),
                  RecordState.READY,
                  state,
                  reason);
      case Plan.Create create -> {}
      case Plan.Update update -> {}
    }
  }

  /** What another thread threw, thrown here. */
  static RemoteException remote(@Nullable Throwable broken) {
    return switch (broken) {
      case RemoteException remote -> remote;
      case RuntimeException other -> throw other;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("a write broke off", broken);
    };
  }

  static RemoteException stopped(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new RemoteException(
        RemoteException.Kind.UNREACHABLE, "stopped while loading; run again to go on", stopped);
  }
}
