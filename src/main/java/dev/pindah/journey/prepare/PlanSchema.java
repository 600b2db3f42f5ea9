package dev.pindah.journey.prepare;

import dev.pindah.journey.prepare.ToDo.StageToDo;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import dev.pindah.model.schema.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares what the mapping needs with what the target has, thing by thing. */
final class PlanSchema {
  /** Users of the plan that costs nothing. */
  private static final int FREE_SEATS = 3;

  private final Mapping mapping;
  private final Inventory source;
  private final Inventory target;
  private final Plan plan;
  private final List<Planned> rows = new ArrayList<>();

  /**
   * The plan as a whole.
   *
   * @param rows what exists, what is made by API or by hand, what this plan cannot hold
   * @param limits what the plan counts
   */
  record Schema(List<Planned> rows, List<Limit> limits) {
    Schema {
      rows = List.copyOf(rows);
      limits = List.copyOf(limits);
    }
  }

  private PlanSchema(Mapping mapping, Inventory source, Inventory target, Plan plan) {
    this.mapping = mapping;
    this.source = source;
    this.target = target;
    this.plan = plan;
  }

  /**
   * The plan.
   *
   * @param lists names of the source's static lists, as far as they are known
   */
  static Schema of(
      Mapping mapping, Inventory source, Inventory target, Plan plan, List<String> lists) {
    PlanSchema schema = new PlanSchema(mapping, source, target, plan);
    PlanFields fields = new PlanFields(mapping, target, plan);
    for (ObjectMapping object : mapping.objects()) {
      fields.object(object);
    }
    schema.rows.addAll(fields.rows());
    List<Limit> limits = new ArrayList<>(fields.limits());
    schema.pipelines(limits);
    schema.owners();
    schema.madeWithRecords(lists);
    return new Schema(schema.rows, limits);
  }

  private void pipelines(List<Limit> limits) {
    Map<String, List<StageToDo>> wanted = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (PipelineRule rule : mapping.pipelines()) {
      String key = fold(rule.to());
      names.putIfAbsent(key, rule.to());
      List<StageToDo> stages = wanted.computeIfAbsent(key, name -> new ArrayList<>());
      for (StageRule stage : rule.stages()) {
        if (stages.stream().noneMatch(known -> fold(known.name()).equals(fold(stage.to())))) {
          stages.add(stage(rule, stage));
        }
      }
    }
    int room = plan.severalPipelines() ? Integer.MAX_VALUE : 1;
    int have = target.pipelines().size();
    int added = 0;
    for (Map.Entry<String, List<StageToDo>> entry : wanted.entrySet()) {
      String name = names.getOrDefault(entry.getKey(), entry.getKey());
      Optional<Pipeline> there = target.pipeline(name);
      if (there.isPresent()) {
        stages(there.get(), name, entry.getValue());
      } else {
        ToDo item = ToDo.stages("pipeline", name, entry.getValue());
        rows.add(
            have + added < room
                ? Planned.missing(item)
                : Planned.impossible(item, "this plan has one pipeline only", Plan.PRO.wire()));
        added++;
      }
    }
    limits.add(new Limit("account", "pipelines", have, added, plan.severalPipelines() ? -1 : room));
  }

  private void stages(Pipeline pipeline, String name, List<StageToDo> wanted) {
    List<StageToDo> missing =
        wanted.stream().filter(stage -> pipeline.stage(stage.name()).isEmpty()).toList();
    rows.add(
        Planned.exists(
            ToDo.stages("pipeline", name, List.of()),
            wanted.size() - missing.size() + " of " + wanted.size() + " stages are there"));
    if (!missing.isEmpty()) {
      rows.add(Planned.missing(ToDo.stages("stage", name, missing)));
    }
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
    long active = target.people().stream().filter(Person::active).count();
    List<String> emails =
        mapping.owners().stream()
            .filter(owner -> !owner.placeholder())
            .map(OwnerRule::to)
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    for (String email : emails) {
      Optional<Person> person =
          target.people().stream()
              .filter(known -> known.email().strip().equalsIgnoreCase(email))
              .findFirst();
      if (person.isPresent()) {
        rows.add(
            Planned.exists(
                ToDo.user(email),
                person.get().active() ? "" : "not active: owns nothing until it is"));
      } else if (plan == Plan.FREE && ++active > FREE_SEATS) {
        rows.add(
            Planned.impossible(ToDo.user(email), "this plan has three users", Plan.GROWTH.wire()));
      } else {
        rows.add(Planned.missing(ToDo.user(email)));
      }
    }
  }

  private void madeWithRecords(List<String> lists) {
    rows.add(
        Planned.withRecords(
            ToDo.entry(TargetModule.CONTACTS, "tag", "qontak-import"),
            "comes with the first record that carries it"));
    lists.forEach(
        name ->
            rows.add(
                Planned.withRecords(
                    ToDo.entry(TargetModule.LISTS, "list", name),
                    "load makes it and its members")));
  }

  static String fold(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** The field on the target that a rule of the mapping writes to. */
  static Optional<FieldSchema> named(Inventory target, TargetModule module, String name) {
    return target.object(module.wire()).stream()
        .flatMap(known -> known.fields().stream())
        .filter(known -> known.name().equals(name))
        .findFirst();
  }
}
