package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Halt.Stopped;
import dev.pindah.connect.Pause;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Attempts.Intention;
import dev.pindah.ledger.Attempts.Verb;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Candidate;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries out a chunk of plans: intentions on disk, calls side by side, each answer on disk. */
final class CarryOut {
  /** Plans that are made together. */
  private static final int CHUNK = 1024;

  /** Intentions that are written together. */
  private static final int GROUP = 32;

  /** Single calls that are under way at a time, and so the most that a crash leaves unknown. */
  private static final int UNDER_WAY = 64;

  private final Destination destination;
  private final Ledger ledger;
  private final KnowTarget known;
  private final Clock clock;
  private final WriteDown answers;
  private final Optional<BulkLoad> bulk;
  private final PutFiles files;

  CarryOut(Destination destination, Ledger ledger, KnowTarget known, Clock clock, Pause pause) {
    this.destination = destination;
    this.ledger = ledger;
    this.known = known;
    this.clock = clock;
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
    return records ? bulk.map(BulkLoad::chunk).orElse(CHUNK) : CHUNK;
  }

  /** What a chunk came to. */
  record Tally(int done, int lost, int notSent) {}

  Tally run(List<Plan> plans) {
    List<Plan> writes = new ArrayList<>(plans);
    writes.removeIf(plan -> plan instanceof Plan.Match || plan instanceof Plan.Stop);
    ledger.record(
        tables -> {
          for (Plan plan : plans) {
            if (plan instanceof Plan.Match(Stored stored, Row current, boolean ours)) {
              WriteDown.matched(stored, current, ours, tables);
            }
            if (plan instanceof Plan.Stop(Stored stored, RecordState state, String reason)) {
              tables
                  .candidates()
                  .move(
                      List.of(stored.candidate().key()),
                      stored.candidate().step(),
                      RecordState.READY,
                      state,
                      reason);
            }
          }
        });
    int settled = plans.size() - writes.size();
    if (bulk.isPresent()) {
      for (List<Plan> together : bulk.get().take(writes)) {
        intend(together);
        settled += bulk.get().run(together);
      }
    }
    return carryOut(writes, settled);
  }

  private void intend(List<Plan> plans) {
    List<Intention> intentions = new ArrayList<>();
    for (Plan plan : plans) {
      switch (plan) {
        case Plan.Create create -> intentions.add(intention(create.stored(), Verb.CREATE, ""));
        case Plan.Update update ->
            intentions.add(intention(update.stored(), Verb.UPDATE, update.current().id()));
        case Plan.Match match -> {}
        case Plan.Stop stop -> {}
      }
    }
    ledger.record(tables -> tables.attempts().intend(intentions));
  }

  private Intention intention(Stored stored, Verb verb, String targetId) {
    Candidate candidate = stored.candidate();
    return new Intention(
        candidate.key(),
        candidate.step(),
        verb,
        candidate.module(),
        targetId,
        stored.payloadHash(),
        clock.instant());
  }

  private Tally carryOut(List<Plan> writes, int matched) {
    List<Future<Answer>> calls = new ArrayList<>();
    Semaphore free = new Semaphore(UNDER_WAY);
    AtomicBoolean broken = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < writes.size() && !broken.get(); from += GROUP) {
        List<Plan> group = writes.subList(from, Math.min(writes.size(), from + GROUP));
        free.acquireUninterruptibly(group.size());
        if (!broken.get()) {
          intend(group);
          group.forEach(plan -> calls.add(threads.submit(() -> write(plan, free, broken))));
        }
      }
    }
    int done = matched;
    int lost = 0;
    int notSent = 0;
    RemoteException failure = null;
    for (Future<Answer> call : calls) {
      try {
        switch (call.get()) {
          case DONE, REFUSED -> done++;
          case LOST -> lost++;
          case NOT_SENT -> notSent++;
        }
      } catch (ExecutionException failed) {
        failure = remote(failed);
      } catch (InterruptedException stopped) {
        throw stopped(stopped);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return new Tally(done, lost, notSent);
  }

  static RemoteException stopped(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new RemoteException(
        RemoteException.Kind.UNREACHABLE, "stopped while loading; run again to go on", stopped);
  }

  static RemoteException remote(ExecutionException broken) {
    return switch (broken.getCause()) {
      case RemoteException remote -> remote;
      case RuntimeException other -> throw other;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("a write broke off", broken);
    };
  }

  private Answer write(Plan plan, Semaphore free, AtomicBoolean broken) {
    boolean whole = false;
    try {
      Answer answer = write(plan);
      whole = true;
      return answer;
    } finally {
      if (!whole) {
        broken.set(true);
      }
      free.release();
    }
  }

  private Answer write(Plan plan) {
    try {
      return switch (plan) {
        case Plan.Create create -> created(create);
        case Plan.Update update -> updated(update);
        case Plan.Match match -> Answer.DONE;
        case Plan.Stop stop -> Answer.DONE;
      };
    } catch (Stopped person) {
      answers.notSent(plan.stored(), "stopped by a person");
      throw person;
    } catch (RemoteException denied) {
      // A credential that fails was not followed by a write.
      answers.answer(
          plan.stored(), Answer.NOT_SENT, "", "not sent: " + denied.kind(), RecordState.READY);
      throw denied;
    }
  }

  private Answer created(Plan.Create plan) {
    Reply<Row> reply =
        plan.payload().module().files()
            ? files.put(plan.payload())
            : destination.writer().create(plan.payload());
    return switch (reply) {
      case Reply.Ok<Row>(Row row) -> {
        boolean link =
            plan.stored().candidate().attributes().has("bytes") && row.json().contains("\"url\"");
        String how = link && row.module().files() ? PutFiles.LINK_ONLY : "";
        yield answers.done(plan.stored(), row, RecordState.CREATED, how);
      }
      case Reply.Refused<Row>(String code, String reason) -> refused(plan.stored(), code, reason);
      case Reply.Throttled<Row> throttled -> answers.notSent(plan.stored(), "throttled");
      case Reply.Broken<Row>(boolean sent, String reason) ->
          sent ? answers.lost(plan.stored(), reason) : answers.notSent(plan.stored(), reason);
    };
  }

  private Answer updated(Plan.Update plan) {
    RecordState state = plan.ours() ? RecordState.CREATED : RecordState.UPDATED;
    return switch (destination.writer().update(plan.current(), plan.payload())) {
      case Reply.Ok<Row>(Row row) -> {
        answers.updated(plan, row, state);
        yield Answer.DONE;
      }
      case Reply.Refused<Row>(String code, String reason) -> {
        answers.answer(
            plan.stored(), Answer.REFUSED, "", code + ": " + reason, RecordState.REFUSED);
        yield Answer.REFUSED;
      }
      case Reply.Throttled<Row> throttled -> answers.notSent(plan.stored(), "throttled");
      // Writing the same again is harmless, so a lost answer to an update is simply repeated.
      case Reply.Broken<Row>(boolean sent, String reason) -> answers.notSent(plan.stored(), reason);
    };
  }

  /**
   * A refusal may mean that the record is there already: made by us in a call whose answer was
   * lost, or by somebody else since the module was read.
   */
  private Answer refused(Stored stored, String code, String reason) {
    Optional<Row> there = FindOccupant.of(stored.candidate(), code, destination.reader());
    if (there.isEmpty()) {
      answers.answer(stored, Answer.REFUSED, "", code + ": " + reason, RecordState.REFUSED);
      return Answer.REFUSED;
    }
    RecordKey key = stored.candidate().key();
    if (there.get().carries(key)) {
      return answers.done(stored, there.get(), RecordState.CREATED, "");
    }
    known.learnt(there.get());
    answers.answer(stored, Answer.NOT_SENT, "", code + ": exists already", RecordState.READY);
    return Answer.DONE;
  }
}
