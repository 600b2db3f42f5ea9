package dev.pindah.journey.rollback;

import dev.pindah.model.Fingerprint;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The target before the first write beside the target now, module by module. */
public record Fingerprints(List<Part> modules) {
  public Fingerprints {
    modules = List.copyOf(modules);
  }

  /** Why a record is not what it was. */
  public enum Why {
    /** Somebody changed what we made or wrote: it was kept. */
    KEPT,
    /** Ours, and the API cannot take it back. */
    RESIDUE,
    /** Never written by us: people, workflows or the server changed it meanwhile. */
    OTHERS,
    /** Ours, and there is no good reason. */
    UNEXPLAINED
  }

  /** One record that is not what it was. */
  public record Difference(String targetId, Why why, Set<String> cells) {
    public Difference {
      cells = new TreeSet<>(cells);
    }
  }

  /**
   * One module.
   *
   * @param before hash over all records, as they were read before our first write
   * @param after hash over all records as they stand now
   */
  public record Part(
      TargetModule module,
      long rowsBefore,
      long rowsAfter,
      String before,
      String after,
      List<Difference> differences) {
    public Part {
      differences = List.copyOf(differences);
    }

    public boolean equal() {
      return before.equals(after);
    }

    public long count(Why why) {
      return differences.stream().filter(difference -> difference.why() == why).count();
    }
  }

  public String before() {
    return Fingerprint.of(
        modules.stream()
            .map(module -> module.module().wire() + " " + module.before())
            .collect(Collectors.joining("\n")));
  }

  public String after() {
    return Fingerprint.of(
        modules.stream()
            .map(module -> module.module().wire() + " " + module.after())
            .collect(Collectors.joining("\n")));
  }

  public boolean equal() {
    return modules.stream().allMatch(Part::equal);
  }

  /** Equal, or different only in what was kept, what cannot be undone, and what others did. */
  public boolean explained() {
    return count(Why.UNEXPLAINED) == 0;
  }

  public long count(Why why) {
    return modules.stream().mapToLong(module -> module.count(why)).sum();
  }
}
