package dev.pindah.journey.extract;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    for (Future<?> lane : running) {
      try {
        lane.get();
      } catch (ExecutionException failed) {
        failure = failure == null || denied(failed) ? cause(failed) : failure;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new RemoteException(
            Kind.UNREACHABLE, "stopped while reading; run again to go on", stopped);
      }
    }
    if (failure != null) {
      throw failure;
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
