package dev.pindah.journey.extract;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Slices that run side by side; the rate budget decides whose call comes next. */
final class Lanes {
  private Lanes() {}

  /** Runs all to their end; the first failure is thrown once no lane runs any more. */
  static void sideBySide(List<Runnable> lanes) {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.forEach(lane -> running.add(threads.submit(lane)));
    }
    RuntimeException failure = null;
    Set<String> denied = new TreeSet<>();
    for (Future<?> lane : running) {
      try {
        lane.get();
      } catch (ExecutionException failed) {
        if (denied(failed)) {
          denied.add(String.valueOf(cause(failed).getMessage()));
        }
        failure = failure == null || denied(failed) ? cause(failed) : failure;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new RemoteException(
            Kind.UNREACHABLE, "stopped while reading; run again to go on", stopped);
      }
    }
    if (denied.size() > 1) {
      throw new RemoteException(Kind.DENIED, String.join("\n", denied));
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Runs the work for everything that the chunks hold, so many at a time; a chunk is asked for by
   * the id of what came last, at first by a blank. No lane waits for the slowest of the others, and
   * after a failure none begins anything new.
   */
  static <T> void over(
      int lanes, Function<T, String> id, Function<String, List<T>> chunks, Consumer<T> work) {
    Feed<T> feed = new Feed<>(id, chunks);
    sideBySide(
        Collections.nCopies(
            lanes,
            () -> {
              Optional<T> next = feed.next();
              while (next.isPresent()) {
                try {
                  work.accept(next.get());
                } catch (RuntimeException failed) {
                  feed.stop();
                  throw failed;
                }
                next = feed.next();
              }
            }));
  }

  /** Hands out one thing after the other. */
  private static final class Feed<T> {
    private final Function<T, String> id;
    private final Function<String, List<T>> chunks;
    private final Queue<T> waiting = new ArrayDeque<>();
    private String last = "";
    private boolean ended;

    private Feed(Function<T, String> id, Function<String, List<T>> chunks) {
      this.id = id;
      this.chunks = chunks;
    }

    private synchronized Optional<T> next() {
      if (waiting.isEmpty() && !ended) {
        waiting.addAll(chunks.apply(last));
        ended = waiting.isEmpty();
      }
      if (ended) {
        return Optional.empty();
      }
      T next = waiting.remove();
      last = id.apply(next);
      return Optional.of(next);
    }

    private synchronized void stop() {
      ended = true;
    }
  }

  /** Of several failures the one about credentials is the one to mend first. */
  private static boolean denied(ExecutionException failed) {
    return failed.getCause() instanceof RemoteException remote && remote.kind() == Kind.DENIED;
  }

  private static RuntimeException cause(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException known -> known;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("a slice broke off", failed);
    };
  }
}
