package dev.pindah.journey.prepare;

import dev.pindah.journey.prepare.ToDo.StageToDo;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what the mapping needs with what the target has: what is left to make by hand. */
final class PlanSchema {
  /** Fields that carry our own marks; kept on every module that holds migrated records. */
  private static final List<String> OWN_LABELS =
      List.of("qontak_id__c", "qontak_role__c", "qontak_owner__c");

  private final Mapping mapping;
  private final Inventory source;
  private final Inventory target;
  private final Plan plan;
  private final Set<ToDo> toDo = new LinkedHashSet<>();

  private PlanSchema(Mapping mapping, Inventory source, Inventory target, Plan plan) {
    this.mapping = mapping;
    this.source = source;
    this.target = target;
    this.plan = plan;
  }

  static List<ToDo> missing(Mapping mapping, Inventory source, Inventory target, Plan plan) {
    PlanSchema schema = new PlanSchema(mapping, source, target, plan);
    for (ObjectMapping object : mapping.objects()) {
      if (object.target() != TargetModule.TASKS) {
        schema.ownFields(object.target());
      }
      object.fields().stream().filter(FieldRule::moves).forEach(rule -> schema.field(object, rule));
    }
    schema.pipelines();
    schema.owners();
    return List.copyOf(schema.toDo);
  }

  private void ownFields(TargetModule module) {
    if (plan.customFields() > 0) {
      OWN_LABELS.stream()
          .filter(label -> labelled(module, label).isEmpty())
          .forEach(label -> toDo.add(ToDo.field(module, label, FieldType.TEXT, List.of())));
    }
  }

  private Optional<FieldSchema> labelled(TargetModule module, String label) {
    return target.object(module.wire()).flatMap(object -> object.labelled(label));
  }

  private void field(ObjectMapping object, FieldRule rule) {
    TargetModule module = object.target();
    Optional<PickList> list = PickList.of(rule.target());
    if (list.isPresent()) {
      entries(module, rule, list.get());
      return;
    }
    Optional<FieldSchema> field;
    if (rule.decision() == dev.pindah.model.mapping.Decision.CREATE) {
      NewField wanted = rule.create().orElseThrow();
      field = labelled(module, wanted.label());
      if (field.isEmpty()) {
        toDo.add(ToDo.field(module, wanted.label(), wanted.type(), wanted.choices()));
        return;
      }
    } else {
      field =
          target.object(module.wire()).stream()
              .flatMap(known -> known.fields().stream())
              .filter(known -> known.name().equals(rule.target()))
              .findFirst();
    }
    field.filter(PlanSchema::hasOptions).ifPresent(known -> options(module, rule, known));
  }

  private static boolean hasOptions(FieldSchema field) {
    return field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
  }

  private void options(TargetModule module, FieldRule rule, FieldSchema field) {
    Set<String> present = new LinkedHashSet<>();
    field.choices().stream().map(Choice::label).map(PlanSchema::fold).forEach(present::add);
    List<String> missing =
        wanted(rule).stream().filter(label -> !present.contains(fold(label))).toList();
    if (!missing.isEmpty()) {
      toDo.add(ToDo.choices(module, field.label(), missing));
    }
  }

  private static List<String> wanted(FieldRule rule) {
    return rule.values().stream()
        .map(ValueRule::to)
        .filter(label -> !label.isBlank())
        .distinct()
        .toList();
  }

  private void entries(TargetModule module, FieldRule rule, PickList list) {
    if (list == PickList.CURRENCY) {
      return;
    }
    Optional<Vocabulary> vocabulary = target.vocabulary(list.vocabulary());
    for (String label : wanted(rule)) {
      boolean there = vocabulary.flatMap(known -> known.labelled(label)).isPresent();
      boolean asked =
          toDo.stream()
              .anyMatch(
                  item ->
                      item.kind().equals(list.kind()) && fold(item.label()).equals(fold(label)));
      if (!there && !asked) {
        toDo.add(ToDo.entry(module, list.kind(), label));
      }
    }
  }

  private void pipelines() {
    Map<String, List<StageToDo>> missing = new LinkedHashMap<>();
    for (PipelineRule rule : mapping.pipelines()) {
      Optional<Pipeline> pipeline = target.pipeline(rule.to());
      List<StageToDo> stages = missing.computeIfAbsent(rule.to(), name -> new ArrayList<>());
      for (StageRule stage : rule.stages()) {
        boolean there = pipeline.flatMap(known -> known.stage(stage.to())).isPresent();
        boolean asked =
            stages.stream().anyMatch(known -> fold(known.name()).equals(fold(stage.to())));
        if (!there && !asked) {
          stages.add(stage(rule, stage));
        }
      }
    }
    missing.forEach(
        (name, stages) -> {
          if (target.pipeline(name).isEmpty()) {
            toDo.add(ToDo.stages("pipeline", name, stages));
          } else if (!stages.isEmpty()) {
            toDo.add(ToDo.stages("stage", name, stages));
          }
        });
  }

  private StageToDo stage(PipelineRule rule, StageRule stage) {
    Optional<PipelineStage> known =
        source.pipelines().stream()
            .filter(pipeline -> pipeline.id().equals(rule.id()))
            .flatMap(pipeline -> pipeline.stages().stream())
            .filter(candidate -> candidate.id().equals(stage.id()))
            .findFirst();
    Outcome outcome = known.map(PipelineStage::outcome).orElse(Outcome.OPEN);
    int probability = known.map(PipelineStage::probability).map(BigDecimal::intValue).orElse(0);
    return new StageToDo(
        stage.to(), outcome.name().toLowerCase(Locale.ROOT), Math.clamp(probability, 0, 100));
  }

  private void owners() {
    mapping.owners().stream()
        .filter(owner -> !owner.placeholder())
        .map(OwnerRule::to)
        .distinct()
        .filter(
            email ->
                target.people().stream()
                    .noneMatch(person -> person.email().equalsIgnoreCase(email)))
        .forEach(email -> toDo.add(ToDo.user(email)));
  }

  private static String fold(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
