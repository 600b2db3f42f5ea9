package dev.pindah.sandbox.wire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts of requests by product, method, route template and status, and the latest ones without
 * bodies.
 */
public final class RequestLog {

  private static final int KEPT = 1000;

  /** What is counted together; a status of 0 means that the connection was dropped unanswered. */
  public record Key(String product, String method, String template, int status)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::product)
          .thenComparing(Key::template)
          .thenComparing(Key::method)
          .thenComparingInt(Key::status)
          .compare(this, other);
    }
  }

  /** One request; the target without its query, because queries may carry personal data. */
  public record Entry(Instant at, Key key, String path, long millis) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
  private final Deque<Entry> latest = new ArrayDeque<>();

  public void add(Entry entry) {
    counts.computeIfAbsent(entry.key(), _ -> new LongAdder()).increment();
    synchronized (latest) {
      if (latest.size() == KEPT) {
        latest.removeFirst();
      }
      latest.addLast(entry);
    }
  }

  public Map<Key, Long> counts() {
    Map<Key, Long> sums = new TreeMap<>();
    counts.forEach((key, count) -> sums.put(key, count.sum()));
    return sums;
  }

  public List<Entry> latest() {
    synchronized (latest) {
      return new ArrayList<>(latest);
    }
  }

  public void reset() {
    counts.clear();
    synchronized (latest) {
      latest.clear();
    }
  }
}
