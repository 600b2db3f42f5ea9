package dev.pindah.model;

import dev.pindah.model.KeptCell.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of candidates what is not written from the source any more. */
public final class Kept {
  private record Place(RecordKey key, Step step) {}

  private final Map<Place, List<KeptCell>> cells = new HashMap<>();

  public Kept(List<KeptCell> cells) {
    cells.forEach(
        cell ->
            this.cells
                .computeIfAbsent(new Place(cell.key(), cell.step()), any -> new ArrayList<>())
                .add(cell));
  }

  /** What is kept of one step of a record. */
  public List<KeptCell> of(RecordKey key, Step step) {
    return cells.getOrDefault(new Place(key, step), List.of());
  }

  /** Attributes of a record that belong to people. */
  public Set<String> attributes(RecordKey key) {
    Set<String> attributes = new HashSet<>();
    if (!cells.isEmpty()) {
      for (Step step : Step.values()) {
        of(key, step).stream()
            .filter(cell -> cell.state().ofPeople())
            .forEach(cell -> attributes.add(cell.attribute()));
      }
    }
    return attributes;
  }

  public List<Candidate> over(List<Candidate> candidates) {
    return cells.isEmpty() ? candidates : candidates.stream().map(this::over).toList();
  }

  private Candidate over(Candidate candidate) {
    List<KeptCell> kept = of(candidate.key(), candidate.step());
    if (kept.isEmpty()) {
      return candidate;
    }
    ObjectNode attributes = candidate.attributes().deepCopy();
    List<Cell> verdicts = new ArrayList<>(candidate.cells());
    for (KeptCell cell : kept) {
      if (cell.state().ofPeople()) {
        attributes.remove(cell.attribute());
        verdicts.replaceAll(verdict -> belongsToPeople(verdict, cell));
      } else if (cell.state() == State.EMPTIED && !attributes.has(cell.attribute())) {
        attributes.putNull(cell.attribute());
      }
    }
    return new Candidate(
        candidate.key(),
        candidate.step(),
        candidate.module(),
        attributes,
        candidate.links(),
        candidate.state(),
        candidate.reason(),
        verdicts);
  }

  private static Cell belongsToPeople(Cell verdict, KeptCell cell) {
    return cell.attribute().equals(verdict.target())
        ? new Cell(
            verdict.field(),
            verdict.target(),
            new Verdict.Documented("kept: changed on the target since it was written"))
        : verdict;
  }
}
