package dev.pindah.sandbox.store;

import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One collection: rows on disk, their places in memory. Deleted rows stay in the recycle bin until
 * they are erased. Not thread-safe: the account's lock is held by whoever comes here.
 */
public final class Table {

  /** How a list may be walked without reading rows. */
  public enum Order {
    ID,
    UPDATED
  }

  private record Stamp(long updatedMillis, long id) implements Comparable<Stamp> {
    @Override
    public int compareTo(Stamp other) {
      int byTime = Long.compare(updatedMillis, other.updatedMillis);
      return byTime == 0 ? Long.compare(id, other.id) : byTime;
    }
  }

  private final String name;
  private final RowFile file;
  private final InstantSource clock;
  private final SearchIndex search;
  private final NavigableMap<Long, Version> live = new TreeMap<>();
  private final NavigableMap<Long, Version> bin = new TreeMap<>();
  private final NavigableSet<Stamp> byUpdate = new TreeSet<>();
  private final Map<String, KeyIndex> keys = new HashMap<>();
  private long nextId;

  /**
   * An empty table.
   *
   * @param firstId of the first row; ids only rise
   * @param lag after which searches see a write
   */
  public Table(
      String name, RowFile file, InstantSource clock, long firstId, Supplier<Duration> lag) {
    this.name = name;
    this.file = file;
    this.clock = clock;
    this.nextId = firstId;
    this.search = new SearchIndex(clock, lag, this::read);
  }

  public String name() {
    return name;
  }

  public SearchIndex search() {
    return search;
  }

  /** Keeps an index of live rows; declared while the table is empty. */
  public Table keyed(String index, Function<JsonNode, ? extends Collection<String>> keysOf) {
    keys.put(index, new KeyIndex(keysOf));
    return this;
  }

  /** Ids of live rows with that key, lowest first. */
  public List<Long> ids(String index, String key) {
    KeyIndex held = keys.get(index);
    if (held == null) {
      throw new IllegalArgumentException(name + " has no index " + index);
    }
    return held.ids(key);
  }

  public int count() {
    return live.size();
  }

  public int binned() {
    return bin.size();
  }

  public boolean exists(long id) {
    return live.containsKey(id);
  }

  /** The live row; the caller may change the tree it gets. */
  public Optional<ObjectNode> find(long id) {
    return Optional.ofNullable(live.get(id)).map(this::read);
  }

  public Optional<ObjectNode> findBinned(long id) {
    return Optional.ofNullable(bin.get(id)).map(this::read);
  }

  /** Live rows {@code offset} to {@code offset + limit} in that order. */
  public List<ObjectNode> page(Order order, boolean descending, long offset, int limit) {
    Stream<Version> versions =
        switch (order) {
          case ID -> (descending ? live.descendingMap() : live).values().stream();
          case UPDATED ->
              (descending ? byUpdate.descendingSet() : byUpdate)
                  .stream().map(stamp -> version(stamp.id()));
        };
    return versions.skip(offset).limit(limit).map(this::read).toList();
  }

  /** Every live row, oldest id first, each read when the stream comes to it. */
  public Stream<ObjectNode> all() {
    return List.copyOf(live.keySet()).stream().flatMap(id -> find(id).stream());
  }

  /** Ids of live rows, lowest first. */
  public List<Long> ids() {
    return List.copyOf(live.keySet());
  }

  /** Live rows with higher ids, lowest first. */
  public Stream<ObjectNode> after(long id) {
    return live.tailMap(id, false).values().stream().map(this::read);
  }

  /** Every row in the recycle bin. */
  public Stream<ObjectNode> allBinned() {
    return List.copyOf(bin.keySet()).stream().flatMap(id -> findBinned(id).stream());
  }

  /** Adds a row under a new id, with both dates now. */
  public ObjectNode insert(ObjectNode row) {
    long id = nextId++;
    row.put("id", id);
    row.put("created_at", now().toString());
    return put(id, row);
  }

  /** Puts a changed row in the place of the one with its id; {@code updated_at} becomes now. */
  public ObjectNode replace(ObjectNode row) {
    long id = row.path("id").asLong();
    take(id);
    return put(id, row);
  }

  /** Moves a row to the recycle bin; false when there is no such live row. */
  public boolean bin(long id) {
    Version version = live.get(id);
    if (version == null) {
      return false;
    }
    take(id);
    bin.put(id, version);
    search.changed(id, null);
    return true;
  }

  /** Brings a row back out of the recycle bin. */
  public Optional<ObjectNode> restore(long id) {
    Version version = bin.remove(id);
    return version == null ? Optional.empty() : Optional.of(put(id, read(version)));
  }

  /** Erases a row, live or in the bin, for good; false when there is none. */
  public boolean erase(long id) {
    if (bin.remove(id) != null) {
      return true;
    }
    if (!live.containsKey(id)) {
      return false;
    }
    take(id);
    search.changed(id, null);
    return true;
  }

  private ObjectNode put(long id, ObjectNode row) {
    Instant now = now();
    row.put("updated_at", now.toString());
    byte[] bytes = Json.bytes(row);
    Version version = new Version(file.append(bytes), bytes.length, now.toEpochMilli());
    live.put(id, version);
    byUpdate.add(new Stamp(version.updatedMillis(), id));
    for (KeyIndex index : keys.values()) {
      index.add(id, row);
    }
    search.changed(id, version);
    return row;
  }

  private void take(long id) {
    Version version = live.remove(id);
    if (version == null) {
      throw new IllegalStateException(name + " has no live row " + id);
    }
    byUpdate.remove(new Stamp(version.updatedMillis(), id));
    ObjectNode row = read(version);
    for (KeyIndex index : keys.values()) {
      index.remove(id, row);
    }
  }

  private Version version(long id) {
    Version version = live.get(id);
    if (version == null) {
      throw new IllegalStateException(name + " lists a row " + id + " that it does not have");
    }
    return version;
  }

  private ObjectNode read(Version version) {
    JsonNode row = Json.parse(file.read(version.start(), version.length()));
    return (ObjectNode) row;
  }

  /** Dates carry whole seconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
