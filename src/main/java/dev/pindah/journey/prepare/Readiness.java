package dev.pindah.journey.prepare;

import dev.pindah.journey.prepare.Planned.State;
import dev.pindah.model.Finding.Severity;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param rows the plan, thing by thing
 * @param limits what the target's plan counts
 * @param waivers who waived a check, by its id
 */
public record Readiness(
    List<Planned> rows, List<Limit> limits, List<Check> checks, Map<String, String> waivers) {
  public Readiness {
    rows = List.copyOf(rows);
    limits = List.copyOf(limits);
    checks = List.copyOf(checks);
    waivers = Map.copyOf(waivers);
  }

  /** What must be made before records move, by whichever hand. */
  public List<ToDo> toDo() {
    return rows.stream()
        .filter(row -> row.state() == State.HAND || (row.state() == State.API && needed(row)))
        .map(Planned::item)
        .toList();
  }

  /** Tags and lists come with their records. */
  private static boolean needed(Planned row) {
    return row.item().madeByApi();
  }

  /** What this plan cannot hold. */
  public List<Planned> impossible() {
    return rows.stream().filter(row -> row.state() == State.IMPOSSIBLE).toList();
  }

  public boolean schemaReady() {
    return toDo().isEmpty();
  }

  public boolean waived(Check check) {
    return waivers.containsKey(check.id());
  }

  /** Failed checks of severity error that nobody waived. */
  public List<Check> blocking() {
    return checks.stream()
        .filter(check -> check.severity() == Severity.ERROR && !check.ok() && !waived(check))
        .toList();
  }
}
