package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.Fingerprint;
import dev.pindah.model.RecordKey;
import dev.pindah.model.proof.Sample;
import dev.pindah.model.proof.Sample.Drawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Draws records for people to look at: from every stratum (object and what became of the record) at
 * least one, the rest in proportion. The order of the draw follows from the seed alone.
 */
public final class Draw {
  private static final int FEWEST = 25;
  private static final int MOST = 50;
  private static final double CONFIDENCE = 0.95;
  private static final double GOAL = 0.01;

  private record Ticket(String order, RecordKey key) {}

  private static final class Stratum {
    private long size;
    private final PriorityQueue<Ticket> first =
        new PriorityQueue<>(Comparator.comparing(Ticket::order).reversed());
  }

  private final String seed;
  private final Map<String, Stratum> strata = new TreeMap<>();

  public Draw(String seed) {
    this.seed = seed;
  }

  public void add(Compared record) {
    if (record.found().isEmpty()) {
      return;
    }
    RecordKey key = record.candidate().key();
    Stratum stratum =
        strata.computeIfAbsent(
            key.object().wire() + " " + record.candidate().state().wire(), any -> new Stratum());
    stratum.size++;
    stratum.first.add(new Ticket(Fingerprint.of(seed + "\n" + key), key));
    if (stratum.first.size() > MOST) {
      stratum.first.poll();
    }
  }

  public Sample result() {
    long population = strata.values().stream().mapToLong(stratum -> stratum.size).sum();
    if (population == 0) {
      return Sample.NONE;
    }
    int wanted =
        (int) Math.min(population, Math.clamp(FEWEST + 2L * (strata.size() - 1), FEWEST, MOST));
    List<Drawn> drawn = new ArrayList<>();
    shares(population, wanted)
        .forEach(
            (name, count) ->
                strata.getOrDefault(name, new Stratum()).first.stream()
                    .sorted(Comparator.comparing(Ticket::order))
                    .limit(count)
                    .forEach(
                        ticket ->
                            drawn.add(
                                new Drawn(ticket.key().object().wire(), ticket.key().id(), name))));
    return new Sample(seed, drawn, population, bound(population, drawn.size()), needed(population));
  }

  /** One for each stratum, then always for the one that is served worst for its size. */
  private Map<String, Integer> shares(long population, int wanted) {
    Map<String, Integer> shares = new TreeMap<>();
    strata.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -entry.getValue().size))
        .limit(wanted)
        .forEach(entry -> shares.put(entry.getKey(), 1));
    for (int given = shares.size(); given < wanted; given++) {
      strata.entrySet().stream()
          .filter(entry -> shares.getOrDefault(entry.getKey(), 0) < entry.getValue().size)
          .max(
              Comparator.comparingDouble(
                  entry ->
                      entry.getValue().size / (double) population * wanted
                          - shares.getOrDefault(entry.getKey(), 0)))
          .ifPresent(worst -> shares.merge(worst.getKey(), 1, Integer::sum));
    }
    return shares;
  }

  /** The smallest share of wrong records that would have shown with 95 % probability. */
  static double bound(long population, int drawn) {
    long low = 1;
    long high = population;
    while (low < high) {
      long wrong = (low + high) / 2;
      if (unseen(population, wrong, drawn) <= 1 - CONFIDENCE) {
        high = wrong;
      } else {
        low = wrong + 1;
      }
    }
    return low / (double) population;
  }

  /** How many without a wrong one bound the share at 1 % with 95 % confidence. */
  static long needed(long population) {
    long wrong = Math.max(1, (long) Math.ceil(population * GOAL));
    long low = 1;
    long high = population;
    while (low < high) {
      long drawn = (low + high) / 2;
      if (unseen(population, wrong, drawn) <= 1 - CONFIDENCE) {
        high = drawn;
      } else {
        low = drawn + 1;
      }
    }
    return low;
  }

  /** Probability that none of so many wrong records is among the drawn (without replacement). */
  private static double unseen(long population, long wrong, long drawn) {
    double probability = 1;
    for (long step = 0; step < drawn && probability > 0; step++) {
      probability *= Math.max(0, population - wrong - step) / (double) (population - step);
    }
    return probability;
  }
}
