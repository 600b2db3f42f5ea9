package dev.pindah.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The store of one migration. Writes of all threads go through one writer, which commits many of
 * them together; {@code write} returns when its work is durable on disk.
 */
public interface Ledger extends AutoCloseable {
  /** Runs the work in a transaction of its own or in a shared one; all of it happens or none. */
  <T> T write(Function<Tables, T> work);

  /**
   * The same without waiting: the result comes when it is durable, the failure when it failed. The
   * work may be taken back and run again, so it does nothing but write.
   */
  <T> CompletableFuture<T> writeSoon(Function<Tables, T> work);

  /** The same for work without a result. */
  default void record(Consumer<Tables> work) {
    write(
        tables -> {
          work.accept(tables);
          return true;
        });
  }

  /** Runs the work on a consistent snapshot; writing in it is an error. */
  <T> T read(Function<Tables, T> work);

  /** Where the bytes of files lie. */
  MediaFolder media();

  @Override
  void close();
}
