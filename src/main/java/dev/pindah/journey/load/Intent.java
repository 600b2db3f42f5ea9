package dev.pindah.journey.load;

import dev.pindah.model.RecordState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What load would do with the records of one object. */
public final class Intent {
  /** Records that are named for each thing that would be done. */
  private static final int SAMPLES = 3;

  long create;
  long update;
  long match;
  long skip;
  long refuse;
  long hold;
  long ambiguous;
  long done;
  long open;
  long calls;
  private final Map<String, Long> cells = new TreeMap<>();
  private final Map<String, Integer> named = new TreeMap<>();
  private final List<Sample> samples = new ArrayList<>();

  Intent() {}

  /**
   * One record.
   *
   * @param would create, update, match, skip, refuse or hold
   * @param why the cells that would change, or the reason
   */
  public record Sample(String id, String would, String why) {}

  public long create() {
    return create;
  }

  public long update() {
    return update;
  }

  public long match() {
    return match;
  }

  public long skip() {
    return skip;
  }

  /** Refused in an earlier load and not corrected since. */
  public long refuse() {
    return refuse;
  }

  /** All that would wait for a person. */
  public long hold() {
    return hold;
  }

  /** Those of the held that several records fit. */
  public long ambiguous() {
    return ambiguous;
  }

  /** On the target from an earlier load, with nothing left to write. */
  public long done() {
    return done;
  }

  /** Writes of an earlier load whose answer never came: looked up first. */
  public long open() {
    return open;
  }

  /** Calls that it would take, when nothing goes wrong. */
  public long calls() {
    return calls;
  }

  /** By attribute, how many records would be updated in it. */
  public Map<String, Long> cells() {
    return Map.copyOf(cells);
  }

  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  void cell(String name) {
    cells.merge(name, 1L, Long::sum);
  }

  /** Records that stand and would be read and written for their links alone. */
  void link(int records) {
    update += records;
    done -= records;
    calls += 2L * records;
    cells.merge("links", (long) records, Long::sum);
  }

  void stop(String id, RecordState state, String reason) {
    switch (state) {
      case SKIPPED -> skip++;
      case REFUSED -> refuse++;
      default -> {
        hold++;
        boolean several = reason.startsWith("ambiguous") || reason.startsWith("duplicate");
        ambiguous += several ? 1 : 0;
      }
    }
    String would =
        state == RecordState.SKIPPED ? "skip" : state == RecordState.REFUSED ? "refuse" : "hold";
    sample(id, would, reason);
  }

  void sample(String id, String would, String why) {
    if (named.merge(would, 1, Integer::sum) <= SAMPLES) {
      samples.add(new Sample(id, would, why));
    }
  }
}
