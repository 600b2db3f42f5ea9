package dev.pindah.cli;

import dev.pindah.model.ProgressSink;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress as a bar that redraws itself on a terminal, and as few plain lines in a pipe. */
final class ProgressLines implements ProgressSink {
  private static final int WIDTH = 24;
  private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private String current = "";
  private String pending = "";
  private long begun;
  private long printed;

  ProgressLines(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void at(String what, long done, long total) {
    long now = System.nanoTime();
    boolean next = !what.equals(current);
    if (next) {
      finish();
      current = what;
      begun = now;
      printed = now;
    }
    boolean complete = total >= 0 && done >= total;
    if (terminal) {
      out.print("\r\u001b[K" + line(what, done, total, now));
      if (complete) {
        finish();
      }
    } else if (complete || now - printed > PLAIN_EVERY_NANOS) {
      out.println(line(what, done, total, now));
      printed = now;
      pending = "";
    } else {
      pending = line(what, done, total, now);
    }
    out.flush();
  }

  /** Ends the line that stands; in a pipe, says the last that was not said yet. */
  synchronized void finish() {
    if (!pending.isEmpty()) {
      out.println(pending);
      pending = "";
    }
    if (terminal && !current.isEmpty()) {
      out.println();
      current = "";
    }
  }

  private String line(String what, long done, long total, long now) {
    if (total < 0) {
      return String.format(Locale.ROOT, "%-42s %,d", what, done);
    }
    String counts = String.format(Locale.ROOT, "%-42s %,d of %,d", what, done, total);
    if (!terminal) {
      return counts;
    }
    int filled = (int) (total == 0 ? WIDTH : Math.min(WIDTH, done * WIDTH / total));
    return String.format(
        Locale.ROOT,
        "%-42s [%s%s] %,d of %,d%s",
        what,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        total,
        remaining(done, total, now));
  }

  private String remaining(long done, long total, long now) {
    if (done <= 0 || done >= total) {
      return "";
    }
    Duration left = Duration.ofNanos((long) ((double) (now - begun) / done * (total - done)));
    return left.toSeconds() < 2
        ? ""
        : String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart());
  }
}
