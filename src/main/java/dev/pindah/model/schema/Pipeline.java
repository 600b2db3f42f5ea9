package dev.pindah.model.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A sales pipeline.
 *
 * @param active false for one that old deals may still point to
 */
public record Pipeline(String id, String name, boolean active, List<PipelineStage> stages) {
  public Pipeline {
    stages = List.copyOf(stages);
  }

  public Optional<PipelineStage> stage(String stageName) {
    return stages.stream()
        .filter(stage -> stage.name().strip().equalsIgnoreCase(stageName.strip()))
        .findFirst();
  }

  /**
   * A stage of a pipeline.
   *
   * @param probability of winning, 0 to 100
   */
  public record PipelineStage(String id, String name, Outcome outcome, BigDecimal probability) {}

  /** What it means for a deal to stand in a stage. */
  public enum Outcome {
    OPEN,
    WON,
    LOST
  }
}
