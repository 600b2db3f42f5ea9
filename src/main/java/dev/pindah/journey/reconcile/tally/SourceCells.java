package dev.pindah.journey.reconcile.tally;

import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The equation of the cell books: every filled member of a raw row is spoken for by exactly one
 * cell. It is counted from the raw rows, not from what transform says that it read.
 */
public final class SourceCells {
  /** Identity and containers, which hold no content of their own. */
  private static final Set<String> TECHNICAL = Set.of("id", "slug", "additional_fields");

  private static final int EXAMPLES = 5;

  private record Place(ObjectName object, String field, String code) {}

  private static final class Count {
    private long cells;
    private final List<String> examples = new ArrayList<>();
  }

  private final Map<Place, Count> wrong =
      new TreeMap<>(
          Comparator.comparing(Place::object)
              .thenComparing(Place::field)
              .thenComparing(Place::code));
  private long filled;

  public void add(Candidate candidate, Optional<SourceRecord> raw) {
    Set<String> spokenFor = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (Cell cell : candidate.cells()) {
      if (!fields.add(cell.field())) {
        count(candidate, cell.field(), "cell-twice");
      }
      SourceRow.members(cell.field()).forEach(spokenFor::add);
      spokenFor.add(cell.field());
    }
    raw.map(record -> new SourceRow(record.json()).filled()).orElse(Set.of()).stream()
        .filter(member -> !TECHNICAL.contains(member))
        .forEach(
            member -> {
              filled++;
              int hash = member.indexOf('#');
              boolean known =
                  spokenFor.contains(member)
                      || (hash > 0 && spokenFor.contains(member.substring(0, hash)));
              if (!known) {
                count(candidate, member, "cell-unaccounted");
              }
            });
  }

  private void count(Candidate candidate, String field, String code) {
    ObjectName object = candidate.key().object();
    Count count = wrong.computeIfAbsent(new Place(object, field, code), any -> new Count());
    count.cells++;
    if (count.examples.size() < EXAMPLES) {
      count.examples.add(candidate.key().id());
    }
  }

  /** Filled members of raw rows, labels of ids included. */
  public long filled() {
    return filled;
  }

  /** Whether the books of cells balance. */
  public boolean balanced() {
    return wrong.isEmpty();
  }

  public List<Finding> result() {
    List<Finding> findings = new ArrayList<>();
    wrong.forEach(
        (at, count) ->
            findings.add(
                new Finding(
                    at.code(),
                    Severity.ERROR,
                    at.object().wire(),
                    count.examples.getFirst(),
                    at.field(),
                    count.cells
                        + (at.code().equals("cell-twice")
                            ? " records have two cells of this field, for instance "
                            : " filled source cells are in no bucket, for instance of ")
                        + String.join(", ", count.examples))));
    return findings;
  }
}
