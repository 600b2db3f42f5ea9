package dev.pindah.cli;

import dev.pindah.connect.Halt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C or SIGTERM: lets running calls finish, so that every answer is on the disk. */
final class StopSignal {
  private static final long LONGEST_SECONDS = 90;

  private final Halt halt = new Halt();
  private final CountDownLatch finished = new CountDownLatch(1);

  Halt halt() {
    return halt;
  }

  /** From now on a signal is a wish; without a workspace there is nothing to finish. */
  void arm() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** The command is over and has said what it had to say. */
  void finished() {
    finished.countDown();
  }

  private void stop() {
    if (finished.getCount() == 0) {
      return;
    }
    halt.wish();
    System.err.println("\nstopping: calls that are under way are finished first");
    try {
      if (!finished.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("stopped in the middle; run the same command again to go on");
      }
    } catch (InterruptedException atOnce) {
      Thread.currentThread().interrupt();
    }
  }
}
