package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.Tables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The one writer. Works that arrive while a commit is under way share the next one, so that many
 * small writes cost one sync of the disk; a work that fails takes back only itself.
 */
final class GroupCommit implements AutoCloseable {
  private static final int GROUP = 256;

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
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Runnable acknowledge = () -> {};

    private Work(Function<Tables, T> body) {
      this.body = body;
    }

    private void run(Tables tables) {
      T value = body.apply(tables);
      acknowledge = () -> result.complete(value);
    }
  }

  private static final Work<Boolean> STOP = new Work<>(tables -> true);

  <T> T run(Function<Tables, T> body) {
    if (Thread.currentThread() == thread) {
      return body.apply(tables);
    }
    try {
      return soon(body).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  <T> CompletableFuture<T> soon(Function<Tables, T> body) {
    Work<T> work = new Work<>(body);
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
      open = !group.remove(STOP);
      commit(group);
    }
  }

  private void commit(List<Work<?>> group) {
    List<Work<?>> done = new ArrayList<>();
    try {
      handle.begin();
      for (Work<?> work : group) {
        if (attempt(work)) {
          done.add(work);
        }
      }
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

  private boolean attempt(Work<?> work) {
    Direct direct = new Direct(handle);
    direct.run("SAVEPOINT work");
    try {
      work.run(tables);
      direct.run("RELEASE SAVEPOINT work");
      return true;
    } catch (RuntimeException | Error failed) {
      direct.run("ROLLBACK TO SAVEPOINT work");
      work.result.completeExceptionally(failed);
      return false;
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
