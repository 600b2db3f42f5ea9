package dev.pindah.cli;

import dev.pindah.model.ProgressSink;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Progress as a bar that redraws itself on a terminal, and as few plain lines in a pipe. Several
 * units of work may go on side by side.
 */
final class ProgressLines implements ProgressSink {
  private static final int WIDTH = 24;
  private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private boolean drawn;
  private Consumer<String> stages = stage -> {};
  private volatile ProgressSink other = ProgressSink.SILENT;

  /** One unit of work. */
  private static final class Track {
    private final long begun;
    private long printed;
    private String pending = "";

    private Track(long now) {
      this.begun = now;
      this.printed = now;
    }
  }

  ProgressLines(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Tells somebody else as well. */
  void also(ProgressSink listener) {
    other = listener;
  }

  @Override
  public void at(String what, long done, long total) {
    at(what, done, total, Duration.ZERO);
  }

  @Override
  public void at(String what, long done, long total, Duration least) {
    draw(what, done, total, least);
    // Outside the lock: whoever listens may hold the work for as long as a person wants.
    other.at(what, done, total, least);
  }

  private synchronized void draw(String what, long done, long total, Duration least) {
    long now = System.nanoTime();
    Track track = tracks.computeIfAbsent(what, first -> new Track(now));
    boolean complete = total >= 0 && done >= total;
    String line = line(what, done, total, now - track.begun, least);
    if (terminal) {
      out.print("\r\u001b[K" + line + (complete ? "\n" : ""));
      track.pending = line;
      drawn = !complete;
    } else if (complete || now - track.printed > PLAIN_EVERY_NANOS) {
      out.println(line);
      track.printed = now;
      track.pending = "";
    } else {
      track.pending = line;
    }
    if (complete) {
      tracks.remove(what);
    }
    out.flush();
  }

  /** Who is told of the stages. */
  void onStage(Consumer<String> listener) {
    stages = listener;
  }

  @Override
  public void stage(String stage) {
    stages.accept(stage);
  }

  @Override
  public void say(String line) {
    print(line);
    other.say(line);
  }

  private synchronized void print(String line) {
    out.println((drawn ? "\r\u001b[K" : "") + line);
    drawn = false;
    out.flush();
  }

  /** Ends the line that stands, and says the last of each unit that was not said yet. */
  synchronized void finish() {
    if (drawn) {
      out.print("\r\u001b[K");
      drawn = false;
    }
    tracks.values().stream()
        .map(track -> track.pending)
        .filter(line -> !line.isEmpty())
        .forEach(out::println);
    tracks.clear();
    out.flush();
  }

  private String line(String what, long done, long total, long nanos, Duration least) {
    if (total < 0) {
      return String.format(Locale.ROOT, "%-42s %,d", what, done);
    }
    String counts = String.format(Locale.ROOT, "%-42s %,d of %,d", what, done, total);
    if (!terminal) {
      return counts + remaining(done, total, nanos, least);
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
        remaining(done, total, nanos, least));
  }

  /** By the pace so far, or by what the limits allow where that is slower. */
  private static String remaining(long done, long total, long nanos, Duration least) {
    if (done <= 0 || done >= total) {
      return "";
    }
    Duration left = Duration.ofNanos((long) ((double) nanos / done * (total - done)));
    left = left.compareTo(least) < 0 ? least : left;
    return left.toSeconds() < 2
        ? ""
        : String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart());
  }
}
