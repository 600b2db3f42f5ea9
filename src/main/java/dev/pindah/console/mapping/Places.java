package dev.pindah.console.mapping;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.journey.map.AccountView;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Pipeline;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where pipelines, their stages and owners go: value maps of the whole account. */
final class Places {
  private static final int LONGEST = 200;

  private final Frame frame;
  private final Desk desk;

  Places(Frame frame, Desk desk) {
    this.frame = frame;
    this.desk = desk;
  }

  /**
   * What can be chosen.
   *
   * @param stages of the target, by pipeline
   * @param users active ones of the target
   */
  record Model(
      List<PipelineRule> pipelines,
      List<OwnerRule> owners,
      List<Pipeline> stages,
      List<Person> users) {
    /** Stages that a pipeline's deals can land in; all, where the pipeline is not there yet. */
    List<String> stages(String pipeline) {
      Optional<Pipeline> there =
          stages.stream().filter(known -> known.name().equalsIgnoreCase(pipeline)).findFirst();
      return there.map(List::of).orElse(stages).stream()
          .flatMap(known -> known.stages().stream())
          .map(Pipeline.PipelineStage::name)
          .distinct()
          .toList();
    }

    /** Whether the target has it already; else prepare asks for it. */
    boolean there(String pipeline, String stage) {
      return stages.stream()
          .filter(known -> known.name().equalsIgnoreCase(pipeline))
          .anyMatch(known -> known.stage(stage).isPresent());
    }

    long placeholders() {
      return owners.stream().filter(OwnerRule::placeholder).count();
    }
  }

  static Model of(Mapping mapping, AccountView view) {
    return new Model(
        mapping.pipelines(),
        mapping.owners(),
        view.destination().pipelines(),
        view.destination().people().stream()
            .filter(person -> person.active() && !person.email().isBlank())
            .toList());
  }

  void routes(JavalinConfig config) {
    config.routes.post("/mapping/pipeline", this::pipeline);
    config.routes.post("/mapping/owners", this::owners);
  }

  private void pipeline(Context ctx) {
    String id = Frame.field(ctx, "id");
    PipelineRule old =
        desk.read().mapping().pipelines().stream()
            .filter(rule -> rule.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "the mapping has no such pipeline"));
    Map<String, String> given = pairs(ctx, "stage");
    List<StageRule> stages = new ArrayList<>();
    for (StageRule stage : old.stages()) {
      stages.add(
          new StageRule(stage.id(), stage.from(), given.getOrDefault(stage.id(), stage.to())));
    }
    desk.change(
        desk.read().mapping().with(old.routed(checked(Frame.field(ctx, "pipeline")), stages)));
    ctx.redirect("/mapping#pipelines", HttpStatus.SEE_OTHER);
  }

  private void owners(Context ctx) {
    Mapping mapping = desk.read().mapping();
    List<Person> users =
        desk.known().map(known -> of(mapping, known.view()).users()).orElse(List.of());
    Map<String, String> given = pairs(ctx, "owner");
    List<OwnerRule> owners = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    for (OwnerRule owner : mapping.owners()) {
      String to = given.getOrDefault(owner.id(), owner.to());
      boolean known =
          to.equals(owner.to())
              || to.equals(OwnerRule.PLACEHOLDER)
              || users.stream().anyMatch(user -> user.email().equalsIgnoreCase(to));
      if (!known) {
        strangers.add(owner.name().isBlank() ? owner.id() : owner.name());
      }
      owners.add(owner.handedTo(to));
    }
    if (!strangers.isEmpty()) {
      throw new Refused(
          422,
          frame
              .words(frame.visitor(ctx))
              .say("mapping.owners.unknown", String.join(", ", strangers)));
    }
    desk.change(mapping.withOwners(owners));
    ctx.redirect("/mapping#owners", HttpStatus.SEE_OTHER);
  }

  /** What was written beside each id. */
  private static Map<String, String> pairs(Context ctx, String name) {
    List<String> ids = ctx.formParams(name);
    List<String> to = ctx.formParams("to");
    if (ids.size() != to.size()) {
      throw new Refused(422, "values do not come in pairs");
    }
    Map<String, String> pairs = new HashMap<>();
    for (int number = 0; number < ids.size(); number++) {
      pairs.put(ids.get(number), checked(to.get(number)));
    }
    return pairs;
  }

  private static String checked(String text) {
    String given = text.strip();
    if (given.isEmpty() || given.length() > LONGEST) {
      throw new Refused(422, "a place to go to is missing");
    }
    return given;
  }
}
