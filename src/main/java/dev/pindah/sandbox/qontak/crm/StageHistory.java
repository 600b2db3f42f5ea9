package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a deal moved through its stages, oldest first; names only, and none for the first mover. */
final class StageHistory implements Resource.Moves {

  private static final String HIDDEN = "_history";

  private final Account account;
  private final SandboxClock clock;

  StageHistory(Account account, SandboxClock clock) {
    this.account = account;
    this.clock = clock;
  }

  List<ObjectNode> of(ObjectNode stored) {
    List<ObjectNode> entries = new ArrayList<>();
    var index = account.deals().seeded().index(stored.path("id").asLong());
    if (index.isPresent()) {
      entries.addAll(seeded(account.deals().seeded().row(index.getAsLong())));
    }
    for (JsonNode written : stored.path(HIDDEN)) {
      entries.add((ObjectNode) written);
    }
    return entries;
  }

  @Override
  public void created(ObjectNode row, User actor) {
    Stage stage = stage(row).orElseThrow();
    row.putArray(HIDDEN).add(entry(row, null, stage, clock.instant(), null));
  }

  @Override
  public void changed(ObjectNode before, ObjectNode after, User actor) {
    Optional<Stage> from = stage(before);
    Optional<Stage> to = stage(after);
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      ArrayNode hidden =
          after.path(HIDDEN) instanceof ArrayNode array ? array : after.putArray(HIDDEN);
      hidden.add(entry(after, from.get(), to.get(), clock.instant(), actor.name()));
    }
  }

  boolean knowsStage(ObjectNode row) {
    return stage(row).isPresent();
  }

  /** Through the stages before the present one, evenly between start and last change. */
  private List<ObjectNode> seeded(ObjectNode row) {
    Stage now = stage(row).orElseThrow();
    List<Stage> path = new ArrayList<>();
    for (Stage stage : pipeline(now).stages()) {
      if (stage.order() < now.order() && stage.active() && !stage.won() && !stage.lost()) {
        path.add(stage);
      }
    }
    path.add(now);
    Instant start = Times.parse(row.path("created_at").asString("")).orElse(Times.FROZEN);
    Instant end = Times.parse(row.path("updated_at").asString("")).orElse(Times.FROZEN);
    Duration step = Duration.between(start, end).dividedBy(path.size() + 1);
    List<ObjectNode> entries = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      Stage before = i == 0 ? null : path.get(i - 1);
      String mover =
          i == 0
              ? null
              : account
                  .dice()
                  .of("mover" + i, row.path("id").asLong(), account.users().active())
                  .name();
      entries.add(entry(row, before, path.get(i), start.plus(step.multipliedBy(i)), mover));
    }
    return entries;
  }

  private ObjectNode entry(
      ObjectNode deal, @Nullable Stage from, Stage to, Instant at, @Nullable String mover) {
    ObjectNode entry = Json.object();
    entry.put(
        "current_owner",
        account.users().find(deal.path("creator_id").asLong(0)).map(User::name).orElse(null));
    ObjectNode before = entry.putObject("prev_stage");
    if (from == null) {
      before.putNull("id").putNull("name");
    } else {
      before.put("id", from.id()).put("name", from.name());
    }
    entry.putObject("current_stage").put("id", to.id()).put("name", to.name());
    return entry.put("moved_date", Times.crm(at)).put("moved_by", mover);
  }

  private static Optional<Stage> stage(ObjectNode row) {
    long wanted = row.path("crm_stage_id").asLong(0);
    return Pipeline.DEALS.stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .filter(stage -> stage.id() == wanted)
        .findFirst();
  }

  private static Pipeline pipeline(Stage stage) {
    return Pipeline.DEALS.stream()
        .filter(pipeline -> pipeline.stages().contains(stage))
        .findFirst()
        .orElseThrow();
  }
}
