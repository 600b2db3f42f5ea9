package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.setup.Module;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of one module, with an index over what has to be unique. Callers hold the account's lock;
 * rows are handed out as they are and must not leave that lock uncopied.
 */
public final class Table {
  private static final class Entry {
    private final ObjectNode row;
    private Instant written;
    private boolean deleted;
    private List<String> keys = List.of();

    Entry(ObjectNode row, Instant written) {
      this.row = row;
      this.written = written;
    }
  }

  private final Module module;
  private final Function<ObjectNode, Stream<String>> keys;
  private final NavigableMap<Long, Entry> entries = new TreeMap<>();
  private final Map<String, Set<Long>> index = new HashMap<>();

  /** The keys of a row are what {@link #holders} finds it by while it is live. */
  Table(Module module, Function<ObjectNode, Stream<String>> keys) {
    this.module = module;
    this.keys = keys;
  }

  public Module module() {
    return module;
  }

  void insert(ObjectNode row, Instant now) {
    Entry entry = new Entry(row, now);
    entries.put(id(row), entry);
    reindex(entry);
  }

  void touched(long id, Instant now) {
    Entry entry = entries.get(id);
    if (entry != null) {
      entry.written = now;
      reindex(entry);
    }
  }

  private void reindex(Entry entry) {
    long id = id(entry.row);
    entry.keys.forEach(key -> index.getOrDefault(key, new TreeSet<>()).remove(id));
    entry.keys = entry.deleted ? List.of() : keys.apply(entry.row).toList();
    entry.keys.forEach(key -> index.computeIfAbsent(key, _ -> new TreeSet<>()).add(id));
  }

  private static long id(ObjectNode row) {
    return row.path("id").asLong();
  }

  /** Whether a live row other than {@code self} has the key. */
  boolean taken(String key, long self) {
    return holders(key).anyMatch(row -> id(row) != self);
  }

  /** Live rows that have the key. */
  Stream<ObjectNode> holders(String key) {
    return List.copyOf(index.getOrDefault(key, Set.of())).stream().flatMap(id -> live(id).stream());
  }

  /** The row itself, when it is not in the recycle bin. */
  public Optional<ObjectNode> live(long id) {
    return Optional.ofNullable(entries.get(id))
        .filter(entry -> !entry.deleted)
        .map(entry -> entry.row);
  }

  public Stream<ObjectNode> live() {
    return entries.values().stream().filter(entry -> !entry.deleted).map(entry -> entry.row);
  }

  public Stream<ObjectNode> deleted() {
    return entries.values().stream().filter(entry -> entry.deleted).map(entry -> entry.row);
  }

  /** Live rows that were last written before the instant: what an index has caught up with. */
  public Stream<ObjectNode> writtenBefore(Instant instant) {
    return entries.values().stream()
        .filter(entry -> !entry.deleted && entry.written.isBefore(instant))
        .map(entry -> entry.row);
  }

  /** Into the recycle bin, or out of it. */
  boolean delete(long id, boolean deleted, Instant now) {
    Entry entry = entries.get(id);
    if (entry == null || entry.deleted == deleted) {
      return false;
    }
    entry.deleted = deleted;
    entry.written = now;
    entry.row.put("is_deleted", deleted);
    reindex(entry);
    return true;
  }

  /** For good. */
  boolean forget(long id) {
    Entry entry = entries.remove(id);
    if (entry == null) {
      return false;
    }
    entry.deleted = true;
    reindex(entry);
    return true;
  }
}
