package dev.pindah.model.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reconciliation.
 *
 * @param provedAt ISO instant
 * @param ladder the rungs in their order
 * @param roots one per object that was compared
 */
public record Proof(
    String provedAt,
    List<Rung> ladder,
    List<Root> roots,
    List<Share> shares,
    List<FanOut> fanOuts,
    List<Aggregate> aggregates,
    Business business,
    Sample sample) {
  public Proof {
    ladder = List.copyOf(ladder);
    roots = List.copyOf(roots);
    shares = List.copyOf(shares);
    fanOuts = List.copyOf(fanOuts);
    aggregates = List.copyOf(aggregates);
  }

  /** Whether no rung failed; one that waits for people has not. */
  public boolean holds() {
    return ladder.stream().noneMatch(rung -> rung.state() == Rung.State.FAILED);
  }

  public Optional<Rung> rung(String id) {
    return ladder.stream().filter(rung -> rung.id().equals(id)).findFirst();
  }

  /** The same with one more rung, or with another in the place of the one of its id. */
  public Proof with(Rung rung) {
    List<Rung> rungs = new ArrayList<>(ladder);
    rungs.replaceAll(known -> known.id().equals(rung.id()) ? rung : known);
    if (!rungs.contains(rung)) {
      rungs.add(rung);
    }
    return new Proof(provedAt, rungs, roots, shares, fanOuts, aggregates, business, sample);
  }
}
