package dev.pindah.journey.reconcile.tally;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.row.TargetRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One source record beside its target record.
 *
 * @param meant the attributes of all steps, later ones over earlier ones
 * @param links target ids that should hang on it, by role; only of records that are loaded
 * @param lost attributes that do not stand as meant
 * @param standing the found record, parsed
 */
public record Compared(
    Candidate candidate,
    ObjectNode meant,
    Map<Link.Role, List<String>> links,
    Optional<Pair> pair,
    Optional<TargetRecord> found,
    Set<String> lost,
    Standing standing) {
  public Compared(
      Candidate candidate,
      ObjectNode meant,
      Map<Link.Role, List<String>> links,
      Optional<Pair> pair,
      Optional<TargetRecord> found,
      Set<String> lost) {
    this(
        candidate,
        meant,
        links,
        pair,
        found,
        lost,
        // Parsed once for all who ask.
        new Standing(found.map(record -> new TargetRow(record.json()))));
  }

  public Compared {
    links = Map.copyOf(links);
    lost = Set.copyOf(lost);
  }

  /** A record that has no place on the target, by whatever decision. */
  public static Compared notLoaded(Candidate candidate) {
    return new Compared(
        candidate, candidate.attributes(), Map.of(), Optional.empty(), Optional.empty(), Set.of());
  }

  /** Whether it was read back, or should have been there to be read. */
  public boolean onTarget() {
    return candidate.state().onTarget() && pair.isPresent();
  }

  /** Attributes of the found record. */
  public record Standing(Optional<TargetRow> row) {
    public JsonNode attribute(String name) {
      return row.map(found -> found.attribute(name)).orElseGet(MissingNode::getInstance);
    }

    /** Names of attributes that hold something. */
    public Set<String> filled() {
      return row.map(TargetRow::filled).orElse(Set.of());
    }
  }
}
