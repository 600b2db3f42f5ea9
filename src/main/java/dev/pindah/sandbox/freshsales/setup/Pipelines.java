package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.freshsales.setup.Stage.Forecast;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The deal pipelines: the default one of a new account, and what an admin adds. */
public final class Pipelines {

  private static final long FIRST_PIPELINE = 402_000_000_810L;
  private static final long FIRST_STAGE = 402_000_008_101L;

  private final List<Pipeline> pipelines = new ArrayList<>();
  private final InstantSource clock;
  private final Plan plan;
  private long nextStage = FIRST_STAGE;

  /** A stage as an admin types it. */
  public record Wanted(String name, Forecast forecast, int probability) {}

  Pipelines(Plan plan, InstantSource clock) {
    this.plan = plan;
    this.clock = clock;
    put(
        "Sales Pipeline",
        List.of(
            new Wanted("New", Forecast.OPEN, 10),
            new Wanted("Qualification", Forecast.OPEN, 20),
            new Wanted("Discovery", Forecast.OPEN, 40),
            new Wanted("Demo", Forecast.OPEN, 60),
            new Wanted("Negotiation", Forecast.OPEN, 80),
            new Wanted("Won", Forecast.WON, 100),
            new Wanted("Lost", Forecast.LOST, 0)));
  }

  public List<Pipeline> all() {
    return List.copyOf(pipelines);
  }

  public Pipeline standard() {
    return pipelines.stream().filter(Pipeline::isDefault).findFirst().orElseThrow();
  }

  public Optional<Pipeline> find(long id) {
    return pipelines.stream().filter(pipeline -> pipeline.id() == id).findFirst();
  }

  public Optional<Pipeline> named(String name) {
    return pipelines.stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
  }

  public List<Stage> stages() {
    return pipelines.stream().flatMap(pipeline -> pipeline.stages().stream()).toList();
  }

  public Optional<Stage> stage(long id) {
    return stages().stream().filter(stage -> stage.id() == id).findFirst();
  }

  /**
   * Adds a pipeline; one without a won or a lost stage is given them.
   *
   * @param unlimited whether the plan's limit is set aside
   * @throws Unacceptable when the plan has but one, or the name is taken
   */
  public Pipeline add(String name, List<Wanted> stages, boolean unlimited) {
    if (!unlimited && (plan == Plan.FREE || plan == Plan.GROWTH)) {
      throw new Unacceptable("several pipelines need the pro plan");
    }
    if (name.isBlank() || named(name).isPresent()) {
      throw new Unacceptable("a pipeline needs a new name, not '" + name + "'");
    }
    List<Wanted> whole = new ArrayList<>(stages);
    if (stages.stream().noneMatch(stage -> stage.forecast() == Forecast.OPEN)) {
      whole.addFirst(new Wanted("New", Forecast.OPEN, 10));
    }
    if (stages.stream().noneMatch(stage -> stage.forecast() == Forecast.WON)) {
      whole.add(new Wanted("Won", Forecast.WON, 100));
    }
    if (stages.stream().noneMatch(stage -> stage.forecast() == Forecast.LOST)) {
      whole.add(new Wanted("Lost", Forecast.LOST, 0));
    }
    return put(name, whole);
  }

  /**
   * Adds a stage to a pipeline: an open one before its first closed stage, another at the end.
   *
   * @throws Unacceptable when the pipeline has a stage of that name
   */
  public Stage addStage(Pipeline pipeline, Wanted wanted) {
    if (pipeline.stages().stream().anyMatch(s -> s.name().equalsIgnoreCase(wanted.name()))) {
      throw new Unacceptable(pipeline.name() + " has a stage " + wanted.name());
    }
    List<Stage> open = pipeline.stages().stream().filter(stage -> !stage.isClosed()).toList();
    List<Stage> closed = pipeline.stages().stream().filter(Stage::isClosed).toList();
    List<Stage> order = new ArrayList<>(open);
    Stage added = stage(wanted, 0, pipeline.id());
    if (added.isClosed()) {
      order.addAll(closed);
      order.add(added);
    } else {
      order.add(added);
      order.addAll(closed);
    }
    pipelines.set(
        pipelines.indexOf(pipeline),
        new Pipeline(
            pipeline.id(),
            pipeline.name(),
            pipeline.position(),
            pipeline.isDefault(),
            numbered(order)));
    return stage(added.id()).orElseThrow();
  }

  private Pipeline put(String name, List<Wanted> stages) {
    long id = FIRST_PIPELINE + pipelines.size();
    List<Stage> made = new ArrayList<>();
    stages.forEach(wanted -> made.add(stage(wanted, 0, id)));
    Pipeline pipeline =
        new Pipeline(id, name, pipelines.size() + 1, pipelines.isEmpty(), numbered(made));
    pipelines.add(pipeline);
    return pipeline;
  }

  private Stage stage(Wanted wanted, int position, long pipelineId) {
    return new Stage(
        nextStage++,
        wanted.name(),
        position,
        wanted.forecast(),
        wanted.probability(),
        pipelineId,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private static List<Stage> numbered(List<Stage> stages) {
    List<Stage> numbered = new ArrayList<>();
    for (Stage s : stages) {
      numbered.add(
          new Stage(
              s.id(),
              s.name(),
              numbered.size() + 1,
              s.forecast(),
              s.probability(),
              s.pipelineId(),
              s.updatedAt()));
    }
    return numbered;
  }
}
