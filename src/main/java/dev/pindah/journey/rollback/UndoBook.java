package dev.pindah.journey.rollback;

import dev.pindah.journey.rollback.Judgement.Change;
import dev.pindah.journey.rollback.Outcome.Kept;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.UndoSteps.Count;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What one rollback did, record by record. It outlives the process: a rollback that was stopped
 * goes on in the same round and counts on. A dry run keeps its book in memory.
 */
final class UndoBook {
  private static final String STAGE = "rollback";

  /** Slices of load that say which modules are known as they were before the first write. */
  private static final String KNOWN = "load-know";

  /** Records that are named in the outcome. */
  static final int NAMED = 10_000;

  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final Clock clock;
  private final boolean dry;
  private final long round;
  private final Map<RecordKey, UndoStep> seen = new HashMap<>();
  private final Map<RecordKey, Map<String, Change>> changes = new HashMap<>();

  private UndoBook(Ledger ledger, Clock clock, boolean dry, long round) {
    this.ledger = ledger;
    this.clock = clock;
    this.dry = dry;
    this.round = round;
  }

  /** Goes on with the last round, unless that is over and something was written since. */
  static UndoBook open(Ledger ledger, Clock clock, boolean dry) {
    long last = ledger.read(tables -> tables.undoSteps().round());
    boolean fresh =
        last == 0 || (ledger.read(tables -> over(last, tables)) && writtenSince(ledger, last));
    return new UndoBook(ledger, clock, dry, fresh ? last + 1 : last);
  }

  private static boolean over(long round, Tables tables) {
    return tables.slices().find(STAGE, Long.toString(round)).map(Progress::done).orElse(false);
  }

  /** Whether a record stands that the round knows nothing of. */
  private static boolean writtenSince(Ledger ledger, long round) {
    return ledger.read(
        tables -> {
          for (TargetModule module : tables.crosswalk().modules()) {
            String after = "";
            while (true) {
              List<String> targets = tables.crosswalk().targets(module, after, CHUNK);
              if (targets.isEmpty()) {
                break;
              }
              after = targets.getLast();
              for (String target : targets) {
                for (Pair pair : tables.crosswalk().sharing(module, target)) {
                  Optional<UndoStep> known = tables.undoSteps().find(round, pair.key());
                  boolean left =
                      known
                          .map(
                              step ->
                                  switch (step.state()) {
                                    case INTENDED, KEPT, ERRORED -> true;
                                    case REVERSED, GONE, UNTOUCHED, STAYS -> false;
                                  })
                          .orElse(false);
                  if (!left || !known.get().targetId().equals(pair.targetId())) {
                    return true;
                  }
                }
              }
            }
          }
          return false;
        });
  }

  boolean dry() {
    return dry;
  }

  long round() {
    return round;
  }

  /** Written before the call, so that what is gone afterwards is known to be our doing. */
  void intend(List<Standing> standings, Verb verb) {
    save(standings, verb, State.INTENDED, "", false);
  }

  /** What a dry run would undo. */
  void intended(List<Standing> standings, Verb verb) {
    save(standings, verb, State.REVERSED, "", false);
  }

  /** It is over with these records: they count as never loaded. */
  void settle(List<Standing> standings, Verb verb, State state, String detail) {
    save(standings, verb, state, detail, true);
  }

  /** It stays, and the ledger still knows it. */
  void stays(Standing standing, Verb verb, State state, String detail) {
    save(List.of(standing), verb, state, detail, false);
  }

  void touched(Standing standing, Map<String, Change> cells) {
    standing.pairs().forEach(pair -> changes.put(pair.key(), cells));
    stays(
        standing,
        Verb.NONE,
        State.KEPT,
        "changed since by somebody: " + String.join(", ", cells.keySet()));
  }

  /** It would go, but somebody changed what hangs on it and would go with it. */
  void held(Standing standing) {
    stays(standing, Verb.NONE, State.KEPT, "what hangs on it was changed since by somebody");
  }

  /** Target records, as {@code module/id}, on which something hangs that stays. */
  Set<String> holding() {
    return named(State.KEPT).stream()
        .map(Kept::step)
        .filter(step -> step.module().hanging())
        .map(UndoStep::parent)
        .filter(parent -> !parent.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Whether the record that a file or note was hung on is deleted, or would be. */
  boolean deletedWithParent(Pair pair) {
    return ledger.read(
        tables ->
            Parents.links(pair, tables)
                .flatMap(
                    link ->
                        (dry
                                ? Optional.ofNullable(seen.get(link.to()))
                                : tables.undoSteps().find(round, link.to()))
                            .stream())
                .findFirst()
                .map(step -> step.verb() == Verb.DELETE && step.state() == State.REVERSED)
                .orElse(false));
  }

  /** Whether we made it: in this migration, or in one that was taken back but for this. */
  boolean ours(Standing standing) {
    return standing.ours()
        || ledger.read(
            tables ->
                LongStream.range(1, round)
                    .mapToObj(
                        earlier ->
                            tables
                                .undoSteps()
                                .byTarget(earlier, standing.module(), standing.targetId()))
                    .flatMap(List::stream)
                    .anyMatch(step -> step.state() == State.STAYS));
  }

  /** What this round knows of a record already. */
  Optional<UndoStep> known(Standing standing) {
    return dry
        ? Optional.empty()
        : ledger.read(tables -> tables.undoSteps().find(round, standing.first().key()));
  }

  /** A record that is gone: our doing, if we meant to. */
  void gone(Standing standing) {
    boolean meant =
        !dry
            && ledger
                .read(tables -> tables.undoSteps().find(round, standing.first().key()))
                .map(step -> step.state() == State.INTENDED && step.verb() == Verb.DELETE)
                .orElse(false);
    if (meant) {
      settle(List.of(standing), Verb.DELETE, State.REVERSED, "");
    } else {
      settle(List.of(standing), Verb.NONE, State.GONE, "somebody had removed it, nothing to undo");
    }
  }

  private void save(
      List<Standing> standings, Verb verb, State state, String detail, boolean forget) {
    if (standings.isEmpty()) {
      return;
    }
    if (dry) {
      for (Standing standing : standings) {
        String parent = ledger.read(tables -> parent(standing, tables));
        steps(List.of(standing), verb, state, detail, parent)
            .forEach(step -> seen.put(step.key(), step));
      }
      return;
    }
    ledger.record(
        tables -> {
          for (Standing standing : standings) {
            String parent = parent(standing, tables);
            tables.undoSteps().save(steps(List.of(standing), verb, state, detail, parent));
            if (forget) {
              standing.pairs().forEach(pair -> forget(pair.key(), tables));
            }
          }
          if (forget) {
            // The next load looks at the module anew before it writes.
            tables
                .slices()
                .save(new Progress(KNOWN, standings.getFirst().module().wire(), "", 0, false));
          }
        });
  }

  private List<UndoStep> steps(
      List<Standing> standings, Verb verb, State state, String detail, String parent) {
    List<UndoStep> steps = new ArrayList<>();
    for (Standing standing : standings) {
      for (Pair pair : standing.pairs()) {
        steps.add(
            new UndoStep(
                round,
                pair.key(),
                pair.module(),
                pair.targetId(),
                verb,
                state,
                parent,
                detail,
                clock.instant()));
      }
    }
    return steps;
  }

  private String parent(Standing standing, Tables tables) {
    return standing.module().hanging()
        ? Parents.name(standing.first(), tables, round)
            .or(
                () ->
                    tables
                        .undoSteps()
                        .byTarget(round, standing.module(), standing.targetId())
                        .stream()
                        .map(UndoStep::parent)
                        .findFirst())
            .orElse("")
        : "";
  }

  /** The record counts as never loaded, so that another migration starts from the beginning. */
  private static void forget(RecordKey key, Tables tables) {
    tables.crosswalk().remove(key);
    for (Step step : Step.values()) {
      tables
          .candidates()
          .find(key, step)
          .filter(stored -> stored.state().onTarget())
          .ifPresent(stored -> ready(stored, tables));
    }
  }

  private static void ready(Stored stored, Tables tables) {
    tables
        .candidates()
        .move(
            List.of(stored.candidate().key()),
            stored.candidate().step(),
            stored.state(),
            RecordState.READY,
            "rolled back");
  }

  /** Nothing is left to look at in this round. */
  void close() {
    if (!dry) {
      ledger.record(
          tables -> {
            tables.candidates().reopen("rolled back");
            tables.slices().reset(KNOWN);
            tables.slices().save(new Progress(STAGE, Long.toString(round), "", 0, true));
          });
    }
  }

  Map<Count, Long> counts() {
    if (!dry) {
      return ledger.read(tables -> tables.undoSteps().counts(round));
    }
    Map<Count, Long> counts = new HashMap<>();
    seen.values()
        .forEach(
            step ->
                counts.merge(new Count(step.module(), step.verb(), step.state()), 1L, Long::sum));
    return counts;
  }

  List<Kept> named(State state) {
    List<UndoStep> steps =
        dry
            ? seen.values().stream().filter(step -> step.state() == state).toList()
            : ledger.read(tables -> tables.undoSteps().in(round, state, NAMED));
    return steps.stream()
        .map(step -> Kept.of(step, changes.getOrDefault(step.key(), Map.of())))
        .toList();
  }
}
