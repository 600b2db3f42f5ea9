package dev.pindah.console.web;

import dev.pindah.model.ProgressSink;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How far the work is that is going on now. A pause holds the work where it reports progress, which
 * is between two pieces of it, so that nothing is left half done.
 */
public final class Live implements ProgressSink {
  private static final int LINES = 40;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition resumed = lock.newCondition();
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private final LongSupplier nanos;
  private final BooleanSupplier stopping;
  private String wish = "";
  private boolean paused;
  private long version;
  private long ended;

  /**
   * Nothing goes on yet.
   *
   * @param stopping whether the program shall end, which no pause may hold up
   */
  public Live(LongSupplier nanos, BooleanSupplier stopping) {
    this.nanos = nanos;
    this.stopping = stopping;
  }

  private record Track(String what, long done, long total, long begun, long last) {}

  /**
   * One unit of work.
   *
   * @param total -1 when it is not known
   * @param perSecond since it began
   * @param left until it ends at this rate; negative when nobody knows
   */
  public record Unit(String what, long done, long total, double perSecond, Duration left) {
    public int percent() {
      return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }

    public boolean complete() {
      return total >= 0 && done >= total;
    }
  }

  /**
   * A look at it.
   *
   * @param wish what is being carried out; blank for nothing
   * @param ended how many wishes have ended since the start
   */
  public record Now(
      String wish, boolean paused, List<Unit> units, List<String> lines, long version, long ended) {
    public boolean busy() {
      return !wish.isEmpty();
    }

    /** The units that go on, or the last one. */
    public List<Unit> going() {
      List<Unit> going = units.stream().filter(unit -> !unit.complete()).toList();
      return going.isEmpty() && !units.isEmpty() ? List.of(units.getLast()) : going;
    }
  }

  @Override
  public void at(String what, long done, long total) {
    lock.lock();
    try {
      long now = nanos.getAsLong();
      Track before = tracks.get(what);
      tracks.put(what, new Track(what, done, total, before == null ? now : before.begun, now));
      touch();
      while (paused && !stopping.getAsBoolean()) {
        resumed.awaitNanos(LOOK.toNanos());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void say(String line) {
    lock.lock();
    try {
      lines.addLast(line);
      if (lines.size() > LINES) {
        lines.removeFirst();
      }
      touch();
    } finally {
      lock.unlock();
    }
  }

  /** A wish begins; what was said of the one before is forgotten. */
  public void begin(String what) {
    lock.lock();
    try {
      tracks.clear();
      lines.clear();
      wish = what;
      touch();
    } finally {
      lock.unlock();
    }
  }

  public void end() {
    lock.lock();
    try {
      wish = "";
      paused = false;
      ended++;
      resumed.signalAll();
      touch();
    } finally {
      lock.unlock();
    }
  }

  public void pause(boolean pause) {
    lock.lock();
    try {
      paused = pause && !wish.isEmpty();
      resumed.signalAll();
      touch();
    } finally {
      lock.unlock();
    }
  }

  /** Those who wait look again. */
  void wake() {
    lock.lock();
    try {
      touch();
    } finally {
      lock.unlock();
    }
  }

  private void touch() {
    version++;
    changed.signalAll();
  }

  public Now now() {
    lock.lock();
    try {
      List<Unit> units = new ArrayList<>();
      tracks.values().forEach(track -> units.add(unit(track)));
      return new Now(wish, paused, List.copyOf(units), List.copyOf(lines), version, ended);
    } finally {
      lock.unlock();
    }
  }

  private static Unit unit(Track track) {
    double seconds = Math.max(0.001, (track.last - track.begun) / 1e9);
    double rate = track.last == track.begun ? 0 : track.done / seconds;
    boolean known = rate > 0 && track.total > track.done;
    Duration left =
        known
            ? Duration.ofMillis((long) ((track.total - track.done) / rate * 1000))
            : Duration.ofSeconds(-1);
    return new Unit(track.what, track.done, track.total, rate, left);
  }

  /** Waits for a change since a version, but not longer than said. */
  public Now after(long seen, Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (version == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return now();
  }

  /** Lets others go on before the next look, so that fast work does not flood a browser. */
  void breathe(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
