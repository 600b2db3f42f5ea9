package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Pipelines and stages of deals: never paged, whatever page is asked for. */
final class PipelineEndpoints {

  private final CrmReplies replies;

  PipelineEndpoints(CrmReplies replies) {
    this.replies = replies;
  }

  void addTo(Router router, String prefix) {
    router
        .get(
            prefix + "/pipelines",
            _ -> replies.unpaged(Pipeline.DEALS.stream().map(PipelineEndpoints::pipeline).toList()))
        .get(prefix + "/pipelines/{id}", exchange -> replies.one(pipeline(wanted(exchange))))
        .get(
            prefix + "/pipelines/{id}/stages",
            exchange -> replies.unpaged(stages(wanted(exchange))));
  }

  private Pipeline wanted(Exchange exchange) {
    return Pipeline.DEALS.stream()
        .filter(pipeline -> String.valueOf(pipeline.id()).equals(exchange.param("id")))
        .findFirst()
        .orElseThrow(replies::notFound);
  }

  private static ObjectNode pipeline(Pipeline pipeline) {
    return Json.object()
        .put("id", pipeline.id())
        .put("name", pipeline.name())
        .putNull("alias_name")
        .put("slug", pipeline.name().toLowerCase(Locale.ROOT).replace(' ', '-'))
        .put("active", pipeline.active())
        .put("team_id", 1)
        .put("organization_id", 1)
        .put("created_at", "2020-03-09T10:00:00.000+07:00")
        .put("updated_at", "2020-03-09T10:00:00.000+07:00");
  }

  private static List<ObjectNode> stages(Pipeline pipeline) {
    return pipeline.stages().stream().map(stage -> stage(pipeline, stage)).toList();
  }

  private static ObjectNode stage(Pipeline pipeline, Stage stage) {
    return Json.object()
        .put("id", stage.id())
        .put("name", stage.name())
        .put("active", stage.active())
        .put("order", stage.order())
        .putNull("crm_status_id")
        .putNull("crm_type_id")
        .put("crm_pipeline_id", pipeline.id())
        .put("win_probability", stage.probability())
        .putNull("crm_stage_additional_field_id")
        .put("created_at", "2021-06-12T15:00:00.000+07:00")
        .put("updated_at", "2021-06-12T15:00:00.000+07:00");
  }
}
