package dev.pindah.ledger;

import dev.pindah.model.Finding;
import java.util.List;
import java.util.Map;

/** What reconcile and validation found: table {@code finding}. */
public interface Findings {
  /** Replaces all findings of a stage. */
  void replace(String stage, List<Finding> findings);

  List<Finding> all(String stage);

  /** Of all stages, by stage. */
  Map<String, List<Finding>> byStage();
}
