package dev.pindah.ledger;

import dev.pindah.model.Finding;
import java.util.List;

/** What reconcile and validation found: table {@code finding}. */
public interface Findings {
  /** Replaces all findings of a stage. */
  void replace(String stage, List<Finding> findings);

  List<Finding> all(String stage);
}
