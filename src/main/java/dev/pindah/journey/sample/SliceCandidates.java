package dev.pindah.journey.sample;

import dev.pindah.ledger.Candidates;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The candidates of a slice; what is looked up by its key is found whether it is in or not. */
record SliceCandidates(Tables whole, SliceKeys keys) implements Candidates {
  @Override
  public void save(List<Candidate> candidates) {
    whole.candidates().save(candidates);
  }

  @Override
  public Optional<Stored> find(RecordKey key, Step step) {
    return whole.candidates().find(key, step);
  }

  @Override
  public List<Stored> later(RecordKey key) {
    return whole.candidates().later(key);
  }

  @Override
  public List<Stored> page(
      ObjectName object, Step step, RecordState state, String afterId, int limit) {
    return of(object, step, afterId)
        .filter(stored -> stored.state() == state)
        .limit(limit)
        .toList();
  }

  private Stream<Stored> of(ObjectName object, Step step, String afterId) {
    return keys.of(object).tailSet(afterId, false).stream()
        .flatMap(id -> find(new RecordKey(object, id), step).stream());
  }

  @Override
  public long count(ObjectName object, Step step, RecordState state) {
    return of(object, step, "").filter(stored -> stored.state() == state).count();
  }

  @Override
  public long count(RecordState state) {
    return Arrays.stream(ObjectName.values())
        .flatMap(object -> Arrays.stream(Step.values()).map(step -> count(object, step, state)))
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public void move(
      List<RecordKey> records, Step step, RecordState from, RecordState to, String reason) {
    whole.candidates().move(records, step, from, to, reason);
  }

  @Override
  public long reopen(String reason) {
    return whole.candidates().reopen(reason);
  }

  @Override
  public void remove(List<RecordKey> records, Step step) {
    whole.candidates().remove(records, step);
  }

  @Override
  public void remove(RecordKey key) {
    whole.candidates().remove(key);
  }

  @Override
  public long linkedWith(RecordKey key) {
    return whole.candidates().linkedWith(key);
  }

  @Override
  public List<Books> books() {
    List<Books> books = new ArrayList<>();
    for (ObjectName object : ObjectName.values()) {
      Map<RecordState, Long> states = new EnumMap<>(RecordState.class);
      of(object, Step.RECORD, "").forEach(stored -> states.merge(stored.state(), 1L, Long::sum));
      long read = states.values().stream().mapToLong(Long::longValue).sum();
      if (read > 0 && object.moves()) {
        books.add(books(object, read, states));
      }
    }
    return books;
  }

  private static Books books(ObjectName object, long read, Map<RecordState, Long> states) {
    long created = states.getOrDefault(RecordState.CREATED, 0L);
    long updated = states.getOrDefault(RecordState.UPDATED, 0L);
    long matched = states.getOrDefault(RecordState.MATCHED, 0L);
    long skipped = states.getOrDefault(RecordState.SKIPPED, 0L);
    long refused = states.getOrDefault(RecordState.REFUSED, 0L);
    long held = states.getOrDefault(RecordState.HELD, 0L);
    long pending = read - created - updated - matched - skipped - refused - held;
    return new Books(object, read, created, updated, matched, skipped, refused, held, pending);
  }

  @Override
  public Map<String, Long> reasons(ObjectName object, RecordState state) {
    Map<String, Long> reasons = new TreeMap<>();
    of(object, Step.RECORD, "")
        .filter(stored -> stored.state() == state)
        .forEach(
            stored ->
                reasons.merge(stored.candidate().reason().replaceFirst(":.*", ""), 1L, Long::sum));
    return reasons;
  }
}
