package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Halt.Stopped;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Single calls side by side: each begins when its intention stands on the disk and ends when its
 * answer does. Those of one chunk may still be under way while the next is sent.
 */
final class SingleWrites implements AutoCloseable {
  /** Calls at a time; an account lets some ten a second through, more would only wait. */
  private static final int LANES = 16;

  /** Groups of plans whose intentions are written together; so many are under way at most. */
  private static final int GROUPS = 8;

  private static final int SMALLEST = 8;
  private static final int LARGEST = 128;

  /** A group that is through sooner may be larger, one that takes longer is too large. */
  private static final Duration SHORT = Duration.ofMillis(250);

  private static final Duration LONG = Duration.ofSeconds(1);

  private final Destination destination;
  private final KnowTarget known;
  private final WriteDown answers;
  private final PutFiles files;
  private final ExecutorService lanes = Executors.newFixedThreadPool(LANES);
  private final Semaphore free = new Semaphore(GROUPS);
  private final LongAdder settled = new LongAdder();
  private final AtomicReference<Throwable> broken = new AtomicReference<>();

  /**
   * Plans of a group: what a crash leaves open must be looked up again, so that no more stands
   * there than the account takes in a moment.
   */
  private volatile int size = SMALLEST;

  SingleWrites(Destination destination, KnowTarget known, WriteDown answers, PutFiles files) {
    this.destination = destination;
    this.known = known;
    this.answers = answers;
    this.files = files;
  }

  /** Sends them, and comes back when the last is under way. */
  void send(List<Plan> writes) {
    for (int from = 0; from < writes.size(); ) {
      free.acquireUninterruptibly();
      if (broken.get() != null) {
        free.release();
        through();
      }
      List<Plan> group = writes.subList(from, Math.min(writes.size(), from + size));
      send(group, System.nanoTime());
      from += group.size();
    }
  }

  private void send(List<Plan> group, long begun) {
    CompletableFuture<Boolean> intended = answers.intended(group);
    CompletableFuture<?>[] calls =
        group.stream()
            .map(plan -> intended.thenComposeAsync(stands -> write(plan), lanes))
            .map(call -> call.whenComplete(this::over))
            .toArray(CompletableFuture[]::new);
    // What fails is kept by over().
    var _ =
        CompletableFuture.allOf(calls)
            .whenComplete(
                (all, failed) -> {
                  adapt(Duration.ofNanos(System.nanoTime() - begun));
                  free.release();
                });
  }

  private void over(@Nullable Answer answer, @Nullable Throwable failed) {
    if (failed != null) {
      broken.compareAndSet(null, failed);
    } else if (answer == Answer.DONE || answer == Answer.REFUSED) {
      settled.increment();
    }
  }

  private void adapt(Duration took) {
    if (took.compareTo(SHORT) < 0) {
      size = Math.min(LARGEST, size * 2);
    } else if (took.compareTo(LONG) > 0) {
      size = Math.max(SMALLEST, size / 2);
    }
  }

  /**
   * Waits for all that was sent. The records that were not settled are READY again, or nobody knows
   * what became of them.
   */
  void through() {
    free.acquireUninterruptibly(GROUPS);
    free.release(GROUPS);
    Throwable failed = broken.get();
    if (failed != null) {
      throw CarryOut.remote(
          failed instanceof CompletionException wrapped ? wrapped.getCause() : failed);
    }
  }

  /** How many of the records that were sent are settled by now. */
  long settled() {
    return settled.sum();
  }

  private CompletableFuture<Answer> write(Plan plan) {
    if (broken.get() != null) {
      return answers.answer(plan.stored(), Answer.NOT_SENT, "not sent: a call before it broke off");
    }
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

  @Override
  public void close() {
    free.acquireUninterruptibly(GROUPS);
    lanes.close();
  }
}
