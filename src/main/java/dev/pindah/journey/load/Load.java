package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.RemoteException;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stage: brings every READY candidate to the target, in the order in which records need each
 * other. Kill it anywhere and run it again.
 */
public final class Load {
  private static final int CHUNK = 500;

  /** Passes over an object without any progress before the target counts as unreachable. */
  private static final int FRUITLESS = 5;

  /** One in so many records may be one that the target fails on. */
  private static final int POISON_SHARE = 50;

  /** So many may be it in a small company as well. */
  private static final int POISON_FEW = 5;

  record Phase(ObjectName object, Step step) {}

  /** Last of all, when every record stands that they can hang on. */
  private static final Phase FILES = new Phase(ObjectName.FILE, Step.RECORD);

  static final List<Phase> PHASES =
      List.of(
          new Phase(ObjectName.COMPANY, Step.RECORD),
          new Phase(ObjectName.CONTACT, Step.RECORD),
          new Phase(ObjectName.DEAL, Step.RECORD),
          new Phase(ObjectName.DEAL, Step.CLOSING),
          new Phase(ObjectName.CONTACT, Step.LIFECYCLE),
          new Phase(ObjectName.TASK, Step.RECORD),
          new Phase(ObjectName.COMPANY, Step.REQUESTER),
          new Phase(ObjectName.CONTACT, Step.REQUESTER),
          new Phase(ObjectName.TICKET, Step.RECORD),
          new Phase(ObjectName.NOTE, Step.RECORD),
          new Phase(ObjectName.CHAT, Step.RECORD),
          new Phase(ObjectName.CHECK_IN, Step.RECORD),
          new Phase(ObjectName.NOTE, Step.PART),
          new Phase(ObjectName.CHAT, Step.PART),
          new Phase(ObjectName.CHECK_IN, Step.PART),
          new Phase(ObjectName.LINE_ITEM, Step.PART),
          new Phase(ObjectName.TIMELINE, Step.PART),
          new Phase(ObjectName.COMPANY, Step.PART),
          new Phase(ObjectName.CONTACT, Step.PART),
          new Phase(ObjectName.DEAL, Step.PART),
          new Phase(ObjectName.TASK, Step.PART),
          new Phase(ObjectName.TICKET, Step.PART),
          new Phase(ObjectName.LIST, Step.RECORD),
          FILES);

  /** Told in notes of their parents. */
  static final List<ObjectName> FOLDED =
      List.of(ObjectName.TIMELINE, ObjectName.STAGE_CHANGE, ObjectName.LINE_ITEM);

  private final Ledger ledger;
  private final ProgressSink progress;
  private final Economy economy;
  private final KnowTarget known;
  private final CarryOut carryOut;
  private final ResolveUnknownWrites unknown;
  private final SettleFolded folded;
  private final JoinLists lists;

  public Load(
      Destination destination, Ledger ledger, Clock clock, Pause pause, ProgressSink progress) {
    this.ledger = ledger;
    this.progress = progress;
    this.economy = new Economy(destination, ledger, progress);
    this.known = new KnowTarget(destination.reader(), ledger, clock, progress);
    this.carryOut = new CarryOut(destination, ledger, known, clock, pause);
    this.unknown = new ResolveUnknownWrites(destination, ledger, clock, pause);
    this.folded = new SettleFolded(ledger);
    this.lists = new JoinLists(destination, ledger, economy, progress);
  }

  public void run() {
    // Before anything that is looked for can be written in another place or by another name.
    PHASES.forEach(this::unknown);
    users();
    new LateLinks(ledger).release();
    again();
    for (Phase phase : PHASES) {
      if (phase.equals(FILES)) {
        // What hangs on nothing but its own note, and who is on which list, comes before them.
        FOLDED.forEach(folded::run);
        release(ObjectName.LIST_MEMBER, Step.RECORD);
        lists.run();
      }
      release(phase.object(), phase.step());
      run(phase);
    }
    PutFiles.count(ledger);
  }

  /** Finds out what became of writes whose answer never came; writes nothing to the target. */
  public void settle() {
    PHASES.forEach(phase -> unknown.run(phase.object(), phase.step()));
  }

  /**
   * Writing a deal stamps its close date and moves its contacts to another stage, so what puts that
   * right is due again, also when it was done before.
   */
  private void again() {
    String after = "";
    while (true) {
      List<Stored> deals = ready(ObjectName.DEAL, Step.RECORD, after);
      if (deals.isEmpty()) {
        return;
      }
      after = deals.getLast().candidate().key().id();
      ledger.record(
          tables -> {
            for (Stored deal : deals) {
              again(deal.candidate().key(), Step.CLOSING, tables);
              deal.candidate().links().stream()
                  .filter(link -> link.role() == Link.Role.CONTACT)
                  .forEach(link -> again(link.to(), Step.LIFECYCLE, tables));
            }
          });
    }
  }

  private static void again(RecordKey key, Step step, Tables tables) {
    tables
        .candidates()
        .find(key, step)
        .map(Stored::candidate)
        .filter(known -> known.state().onTarget())
        .ifPresent(
            known ->
                tables
                    .candidates()
                    .move(
                        List.of(key), step, known.state(), RecordState.READY, "its deal changes"));
  }

  /** What waited for a record, its own or one to hang on, may go now that it stands. */
  private void release(ObjectName object, Step step) {
    for (RecordState state : List.of(RecordState.HELD, RecordState.SKIPPED)) {
      EachPage.of(
          ledger,
          object,
          step,
          state,
          CHUNK,
          page -> {
            List<RecordKey> keys = released(page);
            if (!keys.isEmpty()) {
              ledger.record(
                  tables ->
                      tables
                          .candidates()
                          .move(keys, step, state, RecordState.READY, "it stands by now"));
            }
          });
    }
  }

  private List<RecordKey> released(List<Stored> page) {
    return ledger.read(
        tables ->
            page.stream()
                .map(Stored::candidate)
                .filter(candidate -> stands(candidate, tables))
                .map(Candidate::key)
                .toList());
  }

  private static boolean stands(Candidate candidate, Tables tables) {
    return (candidate.reason().startsWith(PlanWrites.NO_PARENT)
            && !PlanWrites.links(candidate, Places.now(tables)).isEmpty())
        || (candidate.reason().startsWith(PlanWrites.NO_RECORD)
            && tables.crosswalk().find(candidate.key()).isPresent());
  }

  /** Users cannot be written; the mapping has matched them by e-mail. */
  private void users() {
    while (true) {
      List<Stored> ready = ready(ObjectName.USER, Step.RECORD, "");
      if (ready.isEmpty()) {
        return;
      }
      ledger.record(tables -> ready.forEach(stored -> user(stored, tables)));
      progress.at("load user", ready.size(), ready.size());
    }
  }

  private static void user(Stored stored, Tables tables) {
    String id = stored.candidate().attributes().path("id").asString("");
    tables
        .crosswalk()
        .save(List.of(new Pair(stored.candidate().key(), TargetModule.USERS, id, false, "{}", "")));
    tables
        .candidates()
        .move(
            List.of(stored.candidate().key()),
            Step.RECORD,
            RecordState.READY,
            RecordState.MATCHED,
            "same e-mail");
  }

  private void unknown(Phase phase) {
    economy.of(
        phase.object(),
        phase.step().wire(),
        0,
        () -> {
          unknown.run(phase.object(), phase.step());
          return 0;
        });
  }

  private void know(Phase phase, Runnable read) {
    economy.of(
        phase.object(),
        Economy.READ,
        0,
        () -> {
          read.run();
          return 0;
        });
  }

  private void run(Phase phase) {
    unknown(phase);
    List<Stored> first = ready(phase.object(), phase.step(), "");
    if (first.isEmpty()) {
      return;
    }
    // All candidates of an object and step go to one module.
    TargetModule module = first.getFirst().candidate().module();
    if (!phase.step().makes()) {
      know(phase, () -> known.after(module));
    } else if (!module.hanging()) {
      know(phase, () -> known.before(module));
    }
    int fruitless = 0;
    while (true) {
      long done = pass(phase, module);
      unknown(phase);
      if (ready(phase.object(), phase.step(), "").isEmpty()) {
        return;
      }
      fruitless = done > 0 ? 0 : fruitless + 1;
      if (fruitless == FRUITLESS && !poisoned(phase)) {
        throw new RemoteException(
            RemoteException.Kind.UNREACHABLE,
            "the target does not take "
                + module.wire()
                + " any more; nothing is lost, run again to go on");
      }
    }
  }

  /**
   * A few records that the target fails on each time, while it took all the others, are not worth
   * holding up the rest: they count as refused. Many are an outage.
   */
  private boolean poisoned(Phase phase) {
    List<Stored> left = ready(phase.object(), phase.step(), "");
    long taken = ledger.read(tables -> tables.crosswalk().count(phase.object()));
    if (left.size() > Math.max(POISON_FEW, taken / POISON_SHARE) || taken == 0) {
      return false;
    }
    ledger.record(
        tables ->
            tables
                .candidates()
                .move(
                    left.stream().map(stored -> stored.candidate().key()).toList(),
                    phase.step(),
                    RecordState.READY,
                    RecordState.REFUSED,
                    "target-fails: the target answers every attempt with an error"));
    return true;
  }

  /**
   * Once over everything that is READY; what a parent of the same object holds back comes later.
   */
  private long pass(Phase phase, TargetModule module) {
    long done = 0;
    long waiting = 0;
    long begun = economy.calls();
    long total =
        ledger.read(
            tables -> tables.candidates().count(phase.object(), phase.step(), RecordState.READY));
    try (PlanAhead chunks =
            new PlanAhead(ledger, phase, carryOut.chunk(module), due -> look(phase, due));
        SingleWrites singles = carryOut.singles()) {
      Runnable through = () -> through(phase, singles);
      Optional<PlanAhead.Chunk> chunk = chunks.next(through);
      while (chunk.isPresent()) {
        waiting += chunk.get().waiting();
        if (!chunk.get().plans().isEmpty()) {
          done += carryOut(phase, chunk.get().plans(), singles);
          tell(phase, module, done + singles.settled(), total, economy.calls() - begun);
        }
        chunk = chunks.next(through);
      }
      done += through(phase, singles);
      tell(phase, module, done, total, economy.calls() - begun);
    }
    if (done == 0 && waiting > 0) {
      done += breakCircle(phase);
    }
    return done;
  }

  /** Answers how many were settled one by one. */
  private long through(Phase phase, SingleWrites singles) {
    return economy.of(
        phase.object(),
        phase.step().wire(),
        0,
        () -> {
          singles.through();
          return singles.settled();
        });
  }

  private void tell(Phase phase, TargetModule module, long done, long total, long calls) {
    String part = phase.step() == Step.RECORD ? "" : " " + phase.step().wire();
    economy.tell("load " + phase.object().wire() + part, module, done, total, calls);
  }

  /** Parents that wait for each other: one goes first, without its parent. */
  private long breakCircle(Phase phase) {
    try (SingleWrites singles = carryOut.singles()) {
      List<Plan> first = plan(ready(phase.object(), phase.step(), "").subList(0, 1));
      return carryOut(phase, first, singles) + through(phase, singles);
    }
  }

  private long carryOut(Phase phase, List<Plan> plans, SingleWrites singles) {
    return economy.of(
        phase.object(), phase.step().wire(), plans, () -> carryOut.run(plans, singles));
  }

  /** Children of records that were there before us may be what we would make. */
  private void look(Phase phase, List<Stored> due) {
    due.stream()
        .filter(stored -> stored.candidate().module().hanging())
        .collect(Collectors.groupingBy(stored -> stored.candidate().module()))
        .forEach((hanging, part) -> know(phase, () -> known.beneath(hanging, parents(part))));
  }

  private Set<Pair> parents(List<Stored> due) {
    return ledger.read(
        tables ->
            due.stream()
                .flatMap(stored -> stored.candidate().links().stream())
                .flatMap(link -> tables.crosswalk().find(link.to()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private List<Plan> plan(List<Stored> due) {
    return ledger.read(
        tables ->
            due.stream()
                .map(stored -> PlanWrites.plan(stored, tables))
                .collect(Collectors.toList()));
  }

  private List<Stored> ready(ObjectName object, Step step, String after) {
    return ready(object, step, after, CHUNK);
  }

  private List<Stored> ready(ObjectName object, Step step, String after, int limit) {
    return ledger.read(
        tables -> tables.candidates().page(object, step, RecordState.READY, after, limit));
  }
}
