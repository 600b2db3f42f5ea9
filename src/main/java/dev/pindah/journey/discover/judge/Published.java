package dev.pindah.journey.discover.judge;

import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Trap;
import java.util.List;
import java.util.Optional;

/** What is known of the pair without any account. */
public final class Published {
  private Published() {}

  /** The eight objects of the published comparison. */
  public static List<Compatibility> compatibility() {
    return Compatibilities.published(Optional.empty());
  }

  public static List<Compatibility> ours() {
    return Compatibilities.ours(Optional.empty());
  }

  /** Without a finding. */
  public static List<Trap> traps() {
    return TrapChecks.ALL;
  }

  public static Grade grade() {
    return GradeFormula.published();
  }
}
