package dev.pindah.sandbox.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index behind search, lookup and filtered search: it sees each write a while after it was
 * made, and until then the version before it.
 */
public final class SearchIndex {

  private record Seen(Version version, long sinceMillis) {}

  private record Pending(long id, @Nullable Version version, long atMillis) {}

  private final InstantSource clock;
  private final Supplier<Duration> lag;
  private final Function<Version, ObjectNode> reader;
  private final TreeMap<Long, Seen> seen = new TreeMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Map<String, KeyIndex> byAttribute = new HashMap<>();

  SearchIndex(InstantSource clock, Supplier<Duration> lag, Function<Version, ObjectNode> reader) {
    this.clock = clock;
    this.lag = lag;
    this.reader = reader;
  }

  /** Notes a written version, or a deletion when there is none. */
  void changed(long id, @Nullable Version version) {
    pending.addLast(new Pending(id, version, clock.millis()));
    settle();
  }

  /**
   * What is visible now, oldest first.
   *
   * @param extra how much longer than usual this search lags
   */
  public Stream<ObjectNode> all(Duration extra) {
    settle();
    long latest = latest(extra);
    return seen.values().stream()
        .filter(row -> row.sinceMillis() <= latest)
        .map(row -> reader.apply(row.version()));
  }

  /**
   * Visible rows by the exact value of an attribute; an index is kept from the first question on.
   *
   * @param keysOf the row's values of that attribute, as they are compared
   */
  public List<ObjectNode> where(
      String attribute,
      String value,
      Function<JsonNode, ? extends Collection<String>> keysOf,
      Duration extra) {
    settle();
    KeyIndex index = byAttribute.computeIfAbsent(attribute, _ -> indexed(keysOf));
    long latest = latest(extra);
    List<ObjectNode> rows = new ArrayList<>();
    for (long id : index.ids(value)) {
      Seen row = seen.get(id);
      if (row != null && row.sinceMillis() <= latest) {
        rows.add(reader.apply(row.version()));
      }
    }
    return rows;
  }

  private long latest(Duration extra) {
    return extra.isZero() ? Long.MAX_VALUE : clock.millis() - extra.toMillis();
  }

  private KeyIndex indexed(Function<JsonNode, ? extends Collection<String>> keysOf) {
    KeyIndex index = new KeyIndex(keysOf);
    seen.forEach((id, row) -> index.add(id, reader.apply(row.version())));
    return index;
  }

  private void settle() {
    long due = clock.millis() - lag.get().toMillis();
    while (Optional.ofNullable(pending.peekFirst()).filter(p -> p.atMillis() <= due).isPresent()) {
      apply(pending.removeFirst());
    }
  }

  private void apply(Pending change) {
    Version version = change.version();
    Seen before =
        version == null
            ? seen.remove(change.id())
            : seen.put(change.id(), new Seen(version, change.atMillis()));
    if (byAttribute.isEmpty()) {
      return;
    }
    ObjectNode old = before == null ? null : reader.apply(before.version());
    ObjectNode now = version == null ? null : reader.apply(version);
    for (KeyIndex index : byAttribute.values()) {
      if (old != null) {
        index.remove(change.id(), old);
      }
      if (now != null) {
        index.add(change.id(), now);
      }
    }
  }
}
