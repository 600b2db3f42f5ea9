package dev.pindah.ledger;

import dev.pindah.model.Finding;
import java.util.List;
import java.util.Map;

/** What reconcile and validation found: table {@code finding}. */
public interface Findings {
  /** Replaces all findings of a stage. */
  void replace(String stage, List<Finding> findings);

  void add(String stage, Finding finding);

  List<Finding> all(String stage);

  /** Of all stages whose name begins so. */
  default List<Finding> startingWith(String prefix) {
    return byStage().entrySet().stream()
        .filter(stage -> stage.getKey().startsWith(prefix))
        .flatMap(stage -> stage.getValue().stream())
        .toList();
  }

  /** Of all stages, by stage. */
  Map<String, List<Finding>> byStage();
}
