package dev.pindah.journey.map;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which extracted records a change of the mapping would touch. */
public final class TouchedRecords {
  private static final int PAGE = 500;
  private static final int NAMED = 5;

  private final Ledger ledger;

  public TouchedRecords(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records that a change touches.
   *
   * @param ids the first few of them
   * @param extracted whether there are any records to look at yet
   */
  public record Touched(ObjectName object, long count, List<String> ids, boolean extracted) {
    public Touched {
      ids = List.copyOf(ids);
    }
  }

  private static final class Tally {
    private long count;
    private final List<String> ids = new ArrayList<>();

    void add(String id) {
      count++;
      if (ids.size() < NAMED) {
        ids.add(id);
      }
    }
  }

  /** For every change the records it is about; each object is read once. */
  public Map<MappingDiff.Change, List<Touched>> of(List<MappingDiff.Change> changes) {
    Map<ObjectName, List<MappingDiff.Change>> byObject = new LinkedHashMap<>();
    for (MappingDiff.Change change : changes) {
      change
          .tests()
          .keySet()
          .forEach(
              object -> byObject.computeIfAbsent(object, any -> new ArrayList<>()).add(change));
    }
    Map<MappingDiff.Change, List<Touched>> touched = new LinkedHashMap<>();
    changes.forEach(change -> touched.put(change, new ArrayList<>()));
    byObject.forEach((object, about) -> scan(object, about, touched));
    return touched;
  }

  private void scan(
      ObjectName object,
      Collection<MappingDiff.Change> about,
      Map<MappingDiff.Change, List<Touched>> touched) {
    Map<MappingDiff.Change, Tally> tallies =
        about.stream().distinct().collect(Collectors.toMap(change -> change, any -> new Tally()));
    String after = "";
    boolean any = false;
    List<SourceRecord> page = page(object, after);
    while (!page.isEmpty()) {
      any = true;
      for (SourceRecord record : page) {
        SourceRow row = new SourceRow(record.json());
        tallies.forEach(
            (change, tally) -> {
              Predicate<SourceRow> test = change.tests().getOrDefault(object, none -> false);
              if (test.test(row)) {
                tally.add(record.key().id());
              }
            });
        after = record.key().id();
      }
      page = page(object, after);
    }
    boolean extracted = any;
    tallies.forEach(
        (change, tally) ->
            touched
                .computeIfAbsent(change, added -> new ArrayList<>())
                .add(new Touched(object, tally.count, tally.ids, extracted)));
  }

  private List<SourceRecord> page(ObjectName object, String after) {
    return ledger.read(tables -> tables.sourceRecords().page(object, after, PAGE));
  }
}
