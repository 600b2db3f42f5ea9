package dev.pindah.model.mapping;

import java.util.List;

/**
 * One source pipeline and where its deals go.
 *
 * @param id the source's id of the pipeline
 * @param from name in the source
 * @param to name of the target pipeline, which prepare asks for when it is missing
 */
public record PipelineRule(String id, String from, String to, List<StageRule> stages) {
  public PipelineRule {
    stages = List.copyOf(stages);
  }

  /** To another pipeline, stage by stage. */
  public PipelineRule routed(String pipeline, List<StageRule> changed) {
    return new PipelineRule(id, from, pipeline, changed);
  }

  /** One stage; {@code to} is a stage name in the target pipeline. */
  public record StageRule(String id, String from, String to) {}
}
