package dev.pindah.journey.map;

import dev.pindah.journey.map.match.Matcher;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import dev.pindah.model.schema.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pipelines keep their names. A plan with one pipeline takes all stages into that one: stages of
 * the same name and outcome become one stage, others carry the name of their pipeline.
 */
final class ProposePipelines {
  private ProposePipelines() {}

  static List<PipelineRule> rules(Inventory source, Inventory destination, Plan plan) {
    if (plan.severalPipelines() || destination.pipelines().isEmpty()) {
      return source.pipelines().stream()
          .map(pipeline -> rule(pipeline, destination.pipeline(pipeline.name())))
          .toList();
    }
    Pipeline only = destination.pipelines().getFirst();
    Map<String, Outcome> taken = new HashMap<>();
    only.stages().forEach(stage -> taken.put(fold(stage.name()), stage.outcome()));
    return source.pipelines().stream().map(pipeline -> into(only, pipeline, taken)).toList();
  }

  private static PipelineRule rule(Pipeline pipeline, Optional<Pipeline> target) {
    List<StageRule> stages = new ArrayList<>();
    for (PipelineStage stage : pipeline.stages()) {
      String to =
          target
              .flatMap(existing -> counterpart(stage, existing))
              .map(PipelineStage::name)
              .orElse(stage.name());
      stages.add(new StageRule(stage.id(), stage.name(), to));
    }
    return new PipelineRule(
        pipeline.id(), pipeline.name(), target.map(Pipeline::name).orElse(pipeline.name()), stages);
  }

  /** The stage of the same name or meaning, or for won and lost the one of the same outcome. */
  private static Optional<PipelineStage> counterpart(PipelineStage stage, Pipeline target) {
    return target
        .stage(stage.name())
        .filter(found -> found.outcome() == stage.outcome())
        .or(
            () ->
                stage.outcome() == Outcome.OPEN
                    ? target.stages().stream()
                        .filter(other -> other.outcome() == Outcome.OPEN)
                        .filter(other -> Matcher.sameMeaning(stage.name(), other.name()))
                        .findFirst()
                    : target.stages().stream()
                        .filter(other -> other.outcome() == stage.outcome())
                        .findFirst());
  }

  private static PipelineRule into(Pipeline only, Pipeline pipeline, Map<String, Outcome> taken) {
    List<StageRule> stages = new ArrayList<>();
    for (PipelineStage stage : pipeline.stages()) {
      stages.add(new StageRule(stage.id(), stage.name(), name(stage, pipeline, only, taken)));
    }
    return new PipelineRule(pipeline.id(), pipeline.name(), only.name(), stages);
  }

  private static String name(
      PipelineStage stage, Pipeline pipeline, Pipeline only, Map<String, Outcome> taken) {
    Optional<PipelineStage> same =
        stage.outcome() == Outcome.OPEN ? Optional.empty() : counterpart(stage, only);
    if (same.isPresent()) {
      return same.get().name();
    }
    String name = stage.name();
    if (taken.getOrDefault(fold(name), stage.outcome()) != stage.outcome()) {
      name = pipeline.name() + " - " + stage.name();
    }
    taken.put(fold(name), stage.outcome());
    return name;
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
