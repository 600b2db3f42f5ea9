package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lifecycle stages of contacts, each with its statuses. */
public final class Lifecycle {

  private static final long FIRST_STAGE = 402_000_007_101L;
  private static final long FIRST_STATUS = 402_000_007_201L;

  /** A lifecycle stage. */
  public record LifeStage(long id, String name, int position) {}

  /** A status within a lifecycle stage; its position counts within the stage. */
  public record Status(long id, String name, int position, long stageId) {

    /** As side-loads show it. */
    public ObjectNode brief() {
      return Json.object()
          .put("partial", true)
          .put("id", id)
          .put("name", name)
          .put("position", position);
    }

    /** As the selector shows it. */
    public ObjectNode shown() {
      return Json.object()
          .put("id", id)
          .put("name", name)
          .put("position", position)
          .put("forecast_type", "Open")
          .put("lifecycle_stage_id", stageId);
    }
  }

  private final List<LifeStage> stages = new ArrayList<>();
  private final List<Status> statuses = new ArrayList<>();

  Lifecycle() {
    seed("Lead", "New", "Contacted", "Interested", "Unqualified");
    seed("Sales Qualified Lead", "Qualified", "Lost");
    seed("Customer", "Won", "Churned");
  }

  public List<LifeStage> stages() {
    return List.copyOf(stages);
  }

  public List<Status> statuses() {
    return List.copyOf(statuses);
  }

  public Optional<LifeStage> stage(long id) {
    return stages.stream().filter(stage -> stage.id() == id).findFirst();
  }

  public Optional<LifeStage> stageNamed(String name) {
    return stages.stream().filter(stage -> stage.name().equalsIgnoreCase(name)).findFirst();
  }

  public Optional<Status> status(long id) {
    return statuses.stream().filter(status -> status.id() == id).findFirst();
  }

  /** The first status of a stage: where records land when only the stage is known. */
  public Optional<Status> firstOf(LifeStage stage) {
    return statuses.stream().filter(status -> status.stageId() == stage.id()).findFirst();
  }

  public LifeStage addStage(String name) {
    if (name.isBlank() || stageNamed(name).isPresent()) {
      throw new Unacceptable("a lifecycle stage needs a new name, not '" + name + "'");
    }
    LifeStage stage = new LifeStage(FIRST_STAGE + stages.size(), name, stages.size() + 1);
    stages.add(stage);
    return stage;
  }

  public Status addStatus(LifeStage stage, String name) {
    List<Status> siblings = statuses.stream().filter(s -> s.stageId() == stage.id()).toList();
    if (name.isBlank() || siblings.stream().anyMatch(s -> s.name().equalsIgnoreCase(name))) {
      throw new Unacceptable("a status of " + stage.name() + " needs a new name");
    }
    Status status =
        new Status(FIRST_STATUS + statuses.size(), name, siblings.size() + 1, stage.id());
    statuses.add(status);
    return status;
  }

  public ObjectNode shown(LifeStage stage) {
    ObjectNode node = Json.object();
    node.put("id", stage.id()).put("name", stage.name()).put("position", stage.position());
    node.put("disabled", false).put("default", stage.position() <= 3).put("type", "LifecycleStage");
    ArrayNode ids = node.putArray("contact_status_ids");
    statuses.stream().filter(s -> s.stageId() == stage.id()).forEach(s -> ids.add(s.id()));
    return node;
  }

  private void seed(String name, String... names) {
    LifeStage stage = addStage(name);
    for (String status : names) {
      addStatus(stage, status);
    }
  }
}
