package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stage of a deal pipeline.
 *
 * @param probability in percent; a deal takes it over when it moves here
 */
public record Stage(
    long id,
    String name,
    int position,
    Forecast forecast,
    int probability,
    long pipelineId,
    Instant updatedAt) {

  /** What a stage means for the forecast. */
  public enum Forecast {
    OPEN("Open"),
    WON("Closed Won"),
    LOST("Closed Lost");

    private final String shown;

    Forecast(String shown) {
      this.shown = shown;
    }
  }

  public boolean isClosed() {
    return forecast != Forecast.OPEN;
  }

  public ObjectNode shown() {
    return Json.object()
        .put("id", id)
        .put("name", name)
        .put("position", position)
        .put("forecast_type", forecast.shown)
        .put("updated_at", updatedAt.toString())
        .put("deal_pipeline_id", pipelineId)
        .put("choice_type", isClosed() ? 1 : 0)
        .put("probability", probability);
  }
}
