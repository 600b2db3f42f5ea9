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
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries out a chunk of plans: intentions on disk, calls side by side, each answer on disk. */
final class CarryOut {
  /** Plans that are made together: texts may be long, records are short. */
  private static final int TEXTS = 1024;

  private static final int RECORDS = 2048;

  /** Intentions that are written together. */
  private static final int GROUP = 16;

  /** Single calls at a time; an account lets some ten a second through, more would only wait. */
  private static final int LANES = 16;

  /** Intentions that stand on the disk without their answer: the most that a crash leaves open. */
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
    return records ? bulk.map(BulkLoad::chunk).orElse(RECORDS) : TEXTS;
  }

  /** Answers how many of them are settled; the others are READY again, or nobody knows. */
  int run(List<Plan> plans) {
    List<Plan> writes = new ArrayList<>(plans);
    writes.removeIf(plan -> plan instanceof Plan.Match || plan instanceof Plan.Stop);
    if (writes.size() < plans.size()) {
      ledger.record(tables -> plans.forEach(plan -> settle(plan, tables)));
    }
    int settled = plans.size() - writes.size();
    if (bulk.isPresent()) {
      for (List<Plan> together : bulk.get().take(writes)) {
        intend(together);
        settled += bulk.get().run(together);
      }
    }
    return carryOut(writes, settled);
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

  private int carryOut(List<Plan> writes, int matched) {
    List<CompletableFuture<Answer>> calls = new ArrayList<>();
    Semaphore free = new Semaphore(UNDER_WAY);
    AtomicBoolean broken = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
      for (int from = 0; from < writes.size() && !broken.get(); from += GROUP) {
        List<Plan> group = writes.subList(from, Math.min(writes.size(), from + GROUP));
        free.acquireUninterruptibly(group.size());
        if (!broken.get()) {
          intend(group);
          for (Plan plan : group) {
            calls.add(
                CompletableFuture.completedFuture(plan)
                    .thenComposeAsync(this::write, threads)
                    .whenComplete(
                        (answer, failed) -> {
                          broken.compareAndSet(false, failed != null);
                          free.release();
                        }));
          }
        }
      }
    }
    int done = matched;
    RemoteException failure = null;
    for (CompletableFuture<Answer> call : calls) {
      try {
        Answer answer = call.get();
        done += answer == Answer.DONE || answer == Answer.REFUSED ? 1 : 0;
      } catch (ExecutionException failed) {
        failure = remote(failed);
      } catch (InterruptedException stopped) {
        throw stopped(stopped);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return done;
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

  private CompletableFuture<Answer> write(Plan plan) {
    try {
      return switch (plan) {
        case Plan.Create create -> created(create);
        case Plan.Update update -> updated(update);
        case Plan.Match match -> CompletableFuture.completedFuture(Answer.DONE);
        case Plan.Stop stop -> CompletableFuture.completedFuture(Answer.DONE);
      };
    } catch (Stopped person) {
      answers.notSent(plan.stored(), "stopped by a person");
      throw person;
    } catch (RemoteException denied) {
      // A credential that fails was not followed by a write.
      answers.notSent(plan.stored(), "not sent: " + denied.kind());
      throw denied;
    }
  }

  private CompletableFuture<Answer> created(Plan.Create plan) {
    Reply<Row> reply =
        plan.payload().module().files()
            ? files.put(plan.payload())
            : destination.writer().create(plan.payload());
    return switch (reply) {
      case Reply.Ok<Row>(Row row) -> {
        boolean link =
            plan.stored().candidate().attributes().has("bytes") && row.json().contains("\"url\"");
        String how = link && row.module().files() ? PutFiles.LINK_ONLY : "";
        yield answers.made(plan.stored(), row, how);
      }
      case Reply.Refused<Row>(String code, String reason) -> refused(plan.stored(), code, reason);
      case Reply.Throttled<Row> throttled ->
          answers.answer(plan.stored(), Answer.NOT_SENT, "throttled");
      case Reply.Broken<Row>(boolean sent, String reason) ->
          answers.answer(plan.stored(), sent ? Answer.LOST : Answer.NOT_SENT, reason);
    };
  }

  private CompletableFuture<Answer> updated(Plan.Update plan) {
    RecordState state = plan.ours() ? RecordState.CREATED : RecordState.UPDATED;
    return switch (destination.writer().update(plan.current(), plan.payload())) {
      case Reply.Ok<Row>(Row row) -> answers.updated(plan, row, state);
      case Reply.Refused<Row>(String code, String reason) ->
          answers.answer(plan.stored(), Answer.REFUSED, code + ": " + reason);
      case Reply.Throttled<Row> throttled ->
          answers.answer(plan.stored(), Answer.NOT_SENT, "throttled");
      // Writing the same again is harmless, so a lost answer to an update is simply repeated.
      case Reply.Broken<Row>(boolean sent, String reason) ->
          answers.answer(plan.stored(), Answer.NOT_SENT, reason);
    };
  }

  /**
   * A refusal may mean that the record is there already: made by us in a call whose answer was
   * lost, or by somebody else since the module was read.
   */
  private CompletableFuture<Answer> refused(Stored stored, String code, String reason) {
    Optional<Row> there = FindOccupant.of(stored.candidate(), code, destination.reader());
    if (there.isEmpty()) {
      return answers.answer(stored, Answer.REFUSED, code + ": " + reason);
    }
    RecordKey key = stored.candidate().key();
    if (there.get().carries(key)) {
      return answers.made(stored, there.get(), "");
    }
    known.learnt(there.get());
    // It is known now, so that the next pass gets somewhere.
    return answers
        .answer(stored, Answer.NOT_SENT, code + ": exists already")
        .thenApply(written -> Answer.DONE);
  }
}
