package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.setup.Pipeline;
import dev.pindah.sandbox.freshsales.setup.Pipelines;
import dev.pindah.sandbox.freshsales.setup.Stage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a deal stands. A move sets the probability and stamps the closing date with today, whatever
 * was given beside it; a later write that does not move the deal may correct both.
 */
final class DealStages {

  private static final String NO_STAGE = "Deal stage doesn't exist";

  private final Account account;

  DealStages(Account account) {
    this.account = account;
  }

  void take(Draft draft) {
    long before = draft.row().path("deal_stage_id").asLong(0);
    Optional<Stage> wanted = wanted(draft);
    if (wanted.isPresent() && wanted.get().id() != before) {
      move(draft.row(), wanted.get());
    } else {
      correct(draft);
    }
  }

  private Optional<Stage> wanted(Draft draft) {
    Pipelines pipelines = account.setup().pipelines();
    JsonNode stageGiven = draft.given("deal_stage_id");
    JsonNode pipelineGiven = draft.given("deal_pipeline_id");
    Optional<Pipeline> pipeline = References.id(pipelineGiven).flatMap(pipelines::find);
    if (isGiven(pipelineGiven) && pipeline.isEmpty()) {
      draft.problem("Deal pipeline doesn't exist");
      return Optional.empty();
    }
    if (isGiven(stageGiven)) {
      Optional<Stage> stage =
          References.id(stageGiven)
              .flatMap(pipelines::stage)
              .filter(s -> pipeline.isEmpty() || pipeline.get().id() == s.pipelineId());
      if (stage.isEmpty()) {
        draft.problem(NO_STAGE);
      }
      return stage;
    }
    if (pipeline.isPresent()) {
      boolean same = draft.row().path("deal_pipeline_id").asLong(0) == pipeline.get().id();
      return same ? Optional.empty() : Optional.of(pipeline.get().first());
    }
    return draft.creating() ? Optional.of(pipelines.standard().first()) : Optional.empty();
  }

  private void move(ObjectNode row, Stage stage) {
    row.put("deal_stage_id", stage.id());
    row.put("deal_pipeline_id", stage.pipelineId());
    row.put("probability", stage.probability());
    row.put("stage_updated_time", account.now().toString());
    if (stage.isClosed()) {
      row.put("closed_date", account.today().toString());
    } else {
      row.putNull("closed_date");
    }
  }

  private void correct(Draft draft) {
    boolean closed =
        account
            .setup()
            .pipelines()
            .stage(draft.row().path("deal_stage_id").asLong(0))
            .filter(Stage::isClosed)
            .isPresent();
    if (closed) {
      Scalars.parsedDate(draft.given("closed_date"))
          .ifPresent(date -> draft.row().put("closed_date", date.toString()));
    }
    Scalars.decimal(draft.given("probability"))
        .map(Number::intValue)
        .filter(percent -> percent >= 0 && percent <= 100)
        .ifPresent(percent -> draft.row().put("probability", percent));
  }

  private static boolean isGiven(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
