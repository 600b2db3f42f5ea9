package dev.pindah.journey.rollback;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.Destination;
import dev.pindah.connect.Eraser;
import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.TargetReader;
import dev.pindah.model.TargetModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target in memory. Answers get lost, lists lag behind deletions and leave custom values out,
 * bulk calls pass over records in silence, and any call may be the last one before the process
 * dies.
 */
final class HostileTarget implements Destination, TargetReader, Eraser {
  private static final int PAGE = 5;

  /** The process died. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Random random;
  private final boolean bulk;
  private final boolean thin;
  private final Map<TargetModule, Map<String, ObjectNode>> rows = new EnumMap<>(TargetModule.class);

  /** Deleted rows that lists still show, and how often. */
  private final Map<String, Integer> ghosts = new TreeMap<>();

  private final Map<String, ObjectNode> dead = new LinkedHashMap<>();
  private final Map<String, String> parents = new TreeMap<>();
  private int callsToLive = Integer.MAX_VALUE;
  private long clock = 1;
  private boolean calm;

  HostileTarget(Random random) {
    this.random = random;
    this.bulk = random.nextBoolean();
    this.thin = random.nextBoolean();
  }

  void put(TargetModule module, ObjectNode row) {
    row.put("updated_at", Instant.ofEpochSecond(clock++).toString());
    rows.computeIfAbsent(module, any -> new TreeMap<>()).put(row.path("id").asString(), row);
  }

  void hang(String note, String parent) {
    parents.put(note, parent);
  }

  void remove(TargetModule module, String id) {
    of(module).remove(id);
  }

  Map<String, ObjectNode> of(TargetModule module) {
    return rows.computeIfAbsent(module, any -> new TreeMap<>());
  }

  void dieAfter(int calls) {
    callsToLive = calls;
  }

  void calm() {
    calm = true;
    callsToLive = Integer.MAX_VALUE;
  }

  private synchronized void call() {
    if (--callsToLive < 0) {
      throw new Killed();
    }
  }

  /** Spoils one answer in six, after the work was done or before. */
  private Reply<Boolean> answer(Runnable work) {
    call();
    int luck = calm ? 5 : random.nextInt(12);
    if (luck == 0) {
      return new Reply.Broken<>(false, "not sent");
    }
    work.run();
    call();
    return luck == 1 ? new Reply.Broken<>(true, "the answer is lost") : new Reply.Ok<>(true);
  }

  private void delete(TargetModule module, String id, int ghost) {
    ObjectNode row = of(module).remove(id);
    if (row != null && ghost > 0) {
      ghosts.put(id, ghost);
      dead.put(id, row);
    }
  }

  @Override
  public synchronized Reply<Boolean> delete(TargetModule module, String id) {
    return answer(() -> delete(module, id, 0));
  }

  @Override
  public synchronized Reply<Boolean> deleteAll(TargetModule module, List<String> ids) {
    if (!bulk) {
      return new Reply.Ok<>(false);
    }
    return answer(
        () ->
            ids.stream()
                .filter(id -> calm || random.nextInt(10) > 0)
                .forEach(id -> delete(module, id, random.nextInt(4))));
  }

  @Override
  public Reply<Boolean> leave(String listId, List<String> contactIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Reply<Boolean> restore(Row now, String before, Set<String> attributes) {
    return answer(
        () -> {
          JsonNode old = JsonMapper.shared().readTree(before);
          ObjectNode row = Objects.requireNonNull(of(now.module()).get(now.id()));
          for (String name : attributes) {
            if (name.startsWith("cf_")) {
              ((ObjectNode) row.path("custom_field"))
                  .set(name, old.path("custom_field").path(name));
            } else {
              row.set(name, old.path(name));
            }
          }
          row.set("tags", old.path("tags"));
          put(now.module(), row);
        });
  }

  private Row row(TargetModule module, ObjectNode row, boolean listed) {
    ObjectNode shown = row.deepCopy();
    if (listed && thin && module != TargetModule.NOTES) {
      shown.remove("custom_field");
    }
    return new Row(module, row.path("id").asString(), shown.toString(), Map.of());
  }

  @Override
  public synchronized Page changedSince(TargetModule module, Instant since, int number) {
    call();
    List<ObjectNode> all = new ArrayList<>(of(module).values());
    for (String id : List.copyOf(ghosts.keySet())) {
      int left = ghosts.getOrDefault(id, 0) - 1;
      ghosts.put(id, left);
      ObjectNode ghost = dead.get(id);
      if (left >= 0 && ghost != null) {
        all.add(ghost);
      } else {
        ghosts.remove(id);
      }
    }
    all.sort(
        Comparator.comparing((ObjectNode row) -> row.path("updated_at").asString()).reversed());
    List<Row> page =
        all.stream()
            .skip((long) (number - 1) * PAGE)
            .limit(PAGE)
            .map(row -> row(module, row, true))
            .toList();
    return new Page(page, number * PAGE >= all.size());
  }

  @Override
  public synchronized Page page(TargetModule module, int number) {
    call();
    List<Row> all = of(module).values().stream().map(row -> row(module, row, false)).toList();
    return new Page(all, true);
  }

  @Override
  public synchronized List<Row> under(TargetModule module, TargetModule parent, String parentId) {
    call();
    return of(module).values().stream()
        .filter(row -> parentId.equals(parents.get(row.path("id").asString())))
        .map(row -> row(module, row, false))
        .toList();
  }

  @Override
  public Set<String> members(String listId) {
    return Set.of();
  }

  @Override
  public synchronized Optional<Row> one(TargetModule module, String id) {
    call();
    return Optional.ofNullable(of(module).get(id)).map(row -> row(module, row, false));
  }

  @Override
  public List<Row> find(TargetModule module, String kind, String value) {
    return List.of();
  }

  @Override
  public SchemaReader schema() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TargetReader reader() {
    return this;
  }

  @Override
  public RecordWriter writer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Eraser eraser() {
    return this;
  }

  @Override
  public Optional<BulkWriter> bulk() {
    return Optional.empty();
  }

  @Override
  public Duration indexLag() {
    return Duration.ofSeconds(20);
  }
}
