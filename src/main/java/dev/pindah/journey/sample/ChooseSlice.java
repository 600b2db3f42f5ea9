package dev.pindah.journey.sample;

import dev.pindah.journey.sample.Cover.Missed;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SampleRecords.SampleRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.mapping.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the records of a sample: always the one that shows most of what is not shown yet, for the
 * fewest records that must come along, since what a record hangs on comes along.
 */
final class ChooseSlice {
  private static final int CHUNK = 500;

  /** Records that are remembered for each feature. */
  private static final int EXAMPLES = 4;

  /** Features that a reason names. */
  private static final int NAMED = 4;

  /** How the reasons of those begin that were not chosen: they come along. */
  private static final String TELLS = "tells of ";

  private static final String TOLD = "told in ";

  /** They come with what they are told of, or are nobody's record to look at. */
  private static final Set<ObjectName> FOLLOWING =
      EnumSet.of(
          ObjectName.USER, ObjectName.TIMELINE, ObjectName.STAGE_CHANGE, ObjectName.LINE_ITEM);

  private final Ledger ledger;
  private final Features features;
  private final ProgressSink progress;
  private final Map<RecordKey, Set<Feature>> shown = new HashMap<>();
  private final Map<RecordKey, Set<RecordKey>> families = new HashMap<>();

  ChooseSlice(Mapping mapping, Ledger ledger, ProgressSink progress) {
    this.ledger = ledger;
    this.features = new Features(mapping, ledger);
    this.progress = progress;
  }

  /** The records with what each is in for, and what they show together. */
  record Chosen(List<SampleRecord> records, Cover cover) {}

  /** Whether a record was chosen, with what it hangs on; the others only tell of those. */
  static boolean chosen(SampleRecord record) {
    return !record.reason().startsWith(TELLS) && !record.reason().startsWith(TOLD);
  }

  Chosen choose(int size) {
    Map<Feature, List<RecordKey>> examples = examples();
    Set<RecordKey> pool = new LinkedHashSet<>();
    examples.values().forEach(pool::addAll);
    Map<RecordKey, String> slice = new LinkedHashMap<>();
    Set<Feature> covered = new TreeSet<>();
    Set<RecordKey> left = new LinkedHashSet<>(pool);
    while (slice.size() < size && !left.isEmpty()) {
      Optional<RecordKey> best = best(left, slice.keySet(), covered, size - slice.size());
      if (best.isEmpty()) {
        break;
      }
      take(best.get(), slice, covered);
      left.removeAll(slice.keySet());
      progress.at("sample: choose", slice.size(), size);
    }
    fill(pool, slice, covered, size);
    List<SampleRecord> records = new ArrayList<>();
    slice.forEach((key, reason) -> records.add(new SampleRecord(key, reason, "", "")));
    followers(slice.keySet())
        .forEach((key, reason) -> records.add(new SampleRecord(key, reason, "", "")));
    return new Chosen(records, cover(examples, covered, size));
  }

  /** Of every feature some records that show it, those with the fewest relations first. */
  private Map<Feature, List<RecordKey>> examples() {
    Map<Feature, Map<RecordKey, Integer>> found = new TreeMap<>();
    for (ObjectName object : ObjectName.values()) {
      if (object.moves() && !FOLLOWING.contains(object)) {
        ready(
            object,
            Step.RECORD,
            candidate -> {
              for (Feature feature : features.of(candidate)) {
                Map<RecordKey, Integer> known =
                    found.computeIfAbsent(feature, any -> new LinkedHashMap<>());
                known.put(candidate.key(), candidate.links().size());
                if (known.size() > EXAMPLES) {
                  known.entrySet().stream()
                      .max(Map.Entry.comparingByValue())
                      .ifPresent(worst -> known.remove(worst.getKey()));
                }
              }
            });
      }
    }
    Map<Feature, List<RecordKey>> examples = new TreeMap<>();
    found.forEach((feature, keys) -> examples.put(feature, List.copyOf(keys.keySet())));
    return examples;
  }

  private void ready(ObjectName object, Step step, Consumer<Candidate> work) {
    String after = "";
    while (true) {
      String from = after;
      List<Stored> page =
          ledger.read(
              tables -> tables.candidates().page(object, step, RecordState.READY, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(stored -> work.accept(stored.candidate()));
      after = page.getLast().candidate().key().id();
    }
  }

  private Optional<RecordKey> best(
      Set<RecordKey> left, Set<RecordKey> slice, Set<Feature> covered, int room) {
    RecordKey best = null;
    double most = 0;
    for (RecordKey key : left) {
      Set<RecordKey> coming = new HashSet<>(family(key));
      coming.removeAll(slice);
      if (coming.size() > room || coming.isEmpty()) {
        continue;
      }
      long news =
          coming.stream()
              .flatMap(one -> shows(one).stream())
              .filter(feature -> !covered.contains(feature))
              .distinct()
              .count();
      double worth = (double) news / coming.size();
      if (worth > most) {
        most = worth;
        best = key;
      }
    }
    return Optional.ofNullable(best);
  }

  private void take(RecordKey key, Map<RecordKey, String> slice, Set<Feature> covered) {
    Set<Feature> news = new TreeSet<>(shows(key));
    news.removeAll(covered);
    String reason =
        news.stream()
            .limit(NAMED)
            .map(feature -> feature.kind() + " " + feature.name())
            .collect(Collectors.joining(", "));
    if (news.size() > NAMED) {
      reason += " and " + (news.size() - NAMED) + " more";
    }
    slice.putIfAbsent(key, reason.isEmpty() ? "one more of its kind" : "shows " + reason);
    for (RecordKey one : family(key)) {
      slice.putIfAbsent(one, key + " hangs on it");
      covered.addAll(shows(one));
    }
  }

  /** Room that is left goes to records of every object in turn. */
  private void fill(
      Set<RecordKey> pool, Map<RecordKey, String> slice, Set<Feature> covered, int size) {
    Map<ObjectName, Deque<RecordKey>> others = new TreeMap<>();
    pool.stream()
        .filter(key -> !slice.containsKey(key))
        .forEach(key -> others.computeIfAbsent(key.object(), any -> new ArrayDeque<>()).add(key));
    while (slice.size() < size && !others.isEmpty()) {
      for (Deque<RecordKey> queue : List.copyOf(others.values())) {
        RecordKey next = queue.poll();
        if (next != null
            && !slice.containsKey(next)
            && slice.size() + family(next).size() <= size) {
          take(next, slice, covered);
        }
      }
      others.values().removeIf(Deque::isEmpty);
    }
  }

  private Set<Feature> shows(RecordKey key) {
    return shown.computeIfAbsent(
        key,
        unknown ->
            ledger
                .read(tables -> tables.candidates().find(unknown, Step.RECORD))
                .map(stored -> features.of(stored.candidate()))
                .orElse(Set.of()));
  }

  /** A record and all that it hangs on, as far as that can move. */
  private Set<RecordKey> family(RecordKey key) {
    return families.computeIfAbsent(key, this::relations);
  }

  private Set<RecordKey> relations(RecordKey key) {
    Set<RecordKey> family = new LinkedHashSet<>();
    Deque<RecordKey> open = new ArrayDeque<>(List.of(key));
    while (!open.isEmpty()) {
      RecordKey next = open.poll();
      List<Candidate> steps =
          ledger.read(
              tables ->
                  Stream.of(Step.RECORD, Step.REQUESTER)
                      .flatMap(step -> tables.candidates().find(next, step).stream())
                      .filter(stored -> stored.state() == RecordState.READY)
                      .map(Stored::candidate)
                      .toList());
      if (!steps.isEmpty() && family.add(next)) {
        steps.stream().flatMap(step -> step.links().stream()).map(Link::to).forEach(open::add);
      }
    }
    return family;
  }

  /** Notes that tell of chosen records, the history that they tell, and the rest of long ones. */
  private Map<RecordKey, String> followers(Set<RecordKey> slice) {
    Map<RecordKey, String> followers = new LinkedHashMap<>();
    for (ObjectName object : ObjectName.values()) {
      ready(
          object,
          Step.PART,
          note ->
              note.links().stream()
                  .map(Link::to)
                  .filter(slice::contains)
                  .findFirst()
                  .filter(parent -> !slice.contains(note.key()))
                  .ifPresent(parent -> followers.put(note.key(), TELLS + parent)));
    }
    Set<RecordKey> notes = Set.copyOf(followers.keySet());
    for (ObjectName object : FOLLOWING) {
      ready(
          object,
          Step.RECORD,
          told ->
              told.links().stream()
                  .filter(link -> link.role() == Link.Role.FOLDED)
                  .map(Link::to)
                  .filter(notes::contains)
                  .findFirst()
                  .ifPresent(note -> followers.put(told.key(), TOLD + note)));
    }
    return followers;
  }

  private Cover cover(Map<Feature, List<RecordKey>> examples, Set<Feature> covered, int size) {
    Set<Feature> all = new TreeSet<>(features.all());
    all.addAll(examples.keySet());
    List<Missed> missed = new ArrayList<>();
    for (Feature feature : all) {
      if (!covered.contains(feature)) {
        missed.add(
            new Missed(
                feature,
                examples.containsKey(feature)
                    ? "no room: the sample has " + size + " records"
                    : "no record that can move shows it"));
      }
    }
    all.retainAll(covered);
    return new Cover(List.copyOf(all), missed);
  }
}
