package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.Tables;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The one writer. Works that arrive while a commit is under way share the next one, so that many
 * small writes cost one sync of the disk; a work that fails takes back only itself. Works that
 * nobody waits for gather a moment longer, and are done again one by one when one of them fails.
 */
final class GroupCommit implements AutoCloseable {
  private static final int GROUP = 256;

  /** A moment: each commit writes whole pages, however little of them is new. */
  private static final long PATIENCE = Duration.ofMillis(6).toNanos();

  private final BlockingQueue<Work<?>> queue = new LinkedBlockingQueue<>();
  private final Handle handle;
  private final Tables tables;
  private final Thread thread;

  GroupCommit(Handle handle, Clock clock) {
    this.handle = handle;
    this.tables = new JdbcTables(handle, clock);
    this.thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::loop);
  }

  private static final class Work<T> {
    private final Function<Tables, T> body;
    private final boolean awaited;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Runnable acknowledge = () -> {};

    private Work(Function<Tables, T> body, boolean awaited) {
      this.body = body;
      this.awaited = awaited;
    }

    private void run(Tables tables) {
      T value = body.apply(tables);
      acknowledge = () -> result.complete(value);
    }
  }

  private static final Work<Boolean> STOP = new Work<>(tables -> true, true);

  <T> T run(Function<Tables, T> body) {
    if (Thread.currentThread() == thread) {
      return body.apply(tables);
    }
    try {
      Work<T> work = new Work<>(body, true);
      queue.add(work);
      LockSupport.unpark(thread);
      return work.result.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  <T> CompletableFuture<T> soon(Function<Tables, T> body) {
    Work<T> work = new Work<>(body, false);
    queue.add(work);
    return work.result;
  }

  private void loop() {
    boolean open = true;
    List<Work<?>> group = new ArrayList<>();
    while (open) {
      group.clear();
      try {
        group.add(queue.take());
      } catch (InterruptedException stopped) {
        return;
      }
      queue.drainTo(group, GROUP - 1);
      if (group.size() < GROUP / 2 && repeatable(group)) {
        LockSupport.parkNanos(PATIENCE);
        queue.drainTo(group, GROUP - group.size());
      }
      open = !group.remove(STOP);
      commit(group);
    }
  }

  private void commit(List<Work<?>> group) {
    try {
      handle.begin();
      List<Work<?>> done =
          repeatable(group) && attempt(() -> group.forEach(work -> work.run(tables))).isEmpty()
              ? group
              : group.stream().filter(this::alone).toList();
      handle.commit();
      done.forEach(work -> work.acknowledge.run());
    } catch (LedgerException broken) {
      fail(group, String.valueOf(broken.getMessage()), broken);
    } catch (JdbiException broken) {
      fail(group, "the ledger cannot be written: " + broken.getMessage(), broken);
    }
  }

  private void fail(List<Work<?>> group, String message, RuntimeException broken) {
    LedgerException failure = new LedgerException(message + " — is the disk full?", broken);
    group.forEach(work -> work.result.completeExceptionally(failure));
    rollback();
  }

  private static boolean repeatable(List<Work<?>> group) {
    return group.stream().noneMatch(work -> work.awaited);
  }

  private boolean alone(Work<?> work) {
    Optional<Throwable> failed = attempt(() -> work.run(tables));
    failed.ifPresent(work.result::completeExceptionally);
    return failed.isEmpty();
  }

  /** Takes back what fails; answers why it did. */
  private Optional<Throwable> attempt(Runnable works) {
    Direct direct = new Direct(handle);
    direct.run("SAVEPOINT work");
    try {
      works.run();
      direct.run("RELEASE SAVEPOINT work");
      return Optional.empty();
    } catch (RuntimeException | Error failed) {
      direct.run("ROLLBACK TO SAVEPOINT work");
      return Optional.of(failed);
    }
  }

  private void rollback() {
    if (handle.isInTransaction()) {
      handle.rollback();
    }
  }

  @Override
  public void close() {
    queue.add(STOP);
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    handle.close();
  }
}
