package dev.pindah.journey.transform;

import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import java.util.List;
import java.util.Optional;

/** From the source's pipeline and stage to the target's. */
final class Stages {
  private final Target target;
  private final List<PipelineRule> rules;

  Stages(Target target, List<PipelineRule> rules) {
    this.target = target;
    this.rules = rules;
  }

  /** Where a deal stands on the target. */
  record Place(Pipeline pipeline, PipelineStage stage) {}

  Optional<Place> place(String pipelineId, String stageId) {
    Optional<PipelineRule> rule =
        rules.stream().filter(known -> known.id().equals(pipelineId)).findFirst();
    Optional<StageRule> stage =
        rule.stream()
            .flatMap(known -> known.stages().stream())
            .filter(known -> known.id().equals(stageId))
            .findFirst();
    return rule.flatMap(known -> target.inventory().pipeline(known.to()))
        .flatMap(
            pipeline ->
                stage
                    .flatMap(known -> pipeline.stage(known.to()))
                    .map(found -> new Place(pipeline, found)));
  }
}
