package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.core.SandboxClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object's rows: the seeded ones made on demand, and laid over them those that were written,
 * with the seeded ones that are gone left out. Listed by {@code updated_at}, latest first.
 */
public final class Table {

  private record Position(long updatedMillis, long id) {}

  private static final Comparator<Position> LATEST_FIRST =
      Comparator.comparingLong(Position::updatedMillis).thenComparingLong(Position::id).reversed();

  private final Seeded seeded;
  private final SandboxClock clock;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final TreeMap<Position, ObjectNode> written = new TreeMap<>(LATEST_FIRST);
  private final Map<Long, Position> positions = new HashMap<>();
  private final TreeSet<Long> gone = new TreeSet<>();
  private long[] goneSorted = new long[0];
  private long nextId;

  public Table(Seeded seeded, SandboxClock clock, long nextId) {
    this.seeded = seeded;
    this.clock = clock;
    this.nextId = nextId;
  }

  public String name() {
    return seeded.name();
  }

  public Seeded seeded() {
    return seeded;
  }

  public long count() {
    return read(() -> seeded.count() - gone.size() + written.size());
  }

  /** The row as stored; the caller may change the tree it gets. */
  public Optional<ObjectNode> find(long id) {
    return read(
        () -> {
          Position position = positions.get(id);
          if (position != null) {
            return Optional.ofNullable(written.get(position)).map(ObjectNode::deepCopy);
          }
          OptionalLong index = seededIndex(id);
          return index.isPresent() ? Optional.of(seeded.row(index.getAsLong())) : Optional.empty();
        });
  }

  /** The index of a row that is still as it was seeded. */
  public OptionalLong untouched(long id) {
    return read(() -> positions.containsKey(id) ? OptionalLong.empty() : seededIndex(id));
  }

  public boolean exists(long id) {
    return read(() -> positions.containsKey(id) || seededIndex(id).isPresent());
  }

  /** Rows {@code offset} to {@code offset + limit}, latest first; short or empty at the end. */
  public List<ObjectNode> page(long offset, int limit) {
    return read(
        () -> {
          List<ObjectNode> rows = new ArrayList<>(Math.min(limit, 1000));
          if (offset < written.size()) {
            written.values().stream()
                .skip(offset)
                .limit(limit)
                .forEach(row -> rows.add(row.deepCopy()));
          }
          long from = Math.max(0, offset - written.size());
          long live = seeded.count() - gone.size();
          for (long nth = from; nth < live && rows.size() < limit; nth++) {
            rows.add(seeded.row(nthLive(nth)));
          }
          return rows;
        });
  }

  /** Written rows only, latest first. */
  public List<ObjectNode> written() {
    return read(() -> written.values().stream().map(ObjectNode::deepCopy).toList());
  }

  /** Ids of the written rows that a test holds for; it must not change them. */
  public List<Long> writtenWhere(Predicate<ObjectNode> test) {
    return read(
        () ->
            written.entrySet().stream()
                .filter(entry -> test.test(entry.getValue()))
                .map(entry -> entry.getKey().id())
                .toList());
  }

  /** Every live row, latest first; seeded rows are made one at a time while the stream is read. */
  public Stream<ObjectNode> all() {
    List<ObjectNode> first = written();
    long[] without = read(() -> goneSorted);
    return Stream.concat(
        first.stream(),
        LongStream.range(0, seeded.count())
            .filter(index -> Arrays.binarySearch(without, index) < 0)
            .mapToObj(seeded::row));
  }

  /** Adds a row under a new id, with both dates now. */
  public ObjectNode insert(ObjectNode row) {
    return write(
        () -> {
          long id = nextId++;
          row.put("id", id);
          if (row.has("created_at")) {
            row.put("created_at", Times.crm(clock.instant()));
          }
          return put(id, row);
        });
  }

  /** Puts a changed row in the place of the one with its id; {@code updated_at} becomes now. */
  public ObjectNode replace(long id, ObjectNode row) {
    return write(
        () -> {
          take(id);
          return put(id, row);
        });
  }

  /** Whether there was such a row to delete. */
  public boolean delete(long id) {
    return write(() -> take(id));
  }

  private ObjectNode put(long id, ObjectNode row) {
    Instant now = clock.instant();
    if (row.has("updated_at")) {
      row.put("updated_at", Times.crm(now));
    }
    Position position = new Position(now.toEpochMilli(), id);
    positions.put(id, position);
    written.put(position, row.deepCopy());
    return row;
  }

  private boolean take(long id) {
    Position position = positions.remove(id);
    if (position != null) {
      written.remove(position);
      return true;
    }
    OptionalLong index = seededIndex(id);
    if (index.isEmpty()) {
      return false;
    }
    gone.add(index.getAsLong());
    goneSorted = gone.stream().mapToLong(Long::longValue).toArray();
    return true;
  }

  private OptionalLong seededIndex(long id) {
    OptionalLong index = seeded.index(id);
    return index.isPresent() && gone.contains(index.getAsLong()) ? OptionalLong.empty() : index;
  }

  /** The index of the nth seeded row that is not gone. */
  private long nthLive(long nth) {
    long index = nth;
    for (long without : goneSorted) {
      if (without > index) {
        break;
      }
      index++;
    }
    return index;
  }

  private <T> T read(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T write(Supplier<T> work) {
    lock.writeLock().lock();
    try {
      return work.get();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
