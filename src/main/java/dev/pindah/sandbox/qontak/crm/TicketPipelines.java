package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pipelines of tickets with their stages inside; the pipeline's id inside a stage need not be the
 * outer one.
 */
final class TicketPipelines {

  static final String PLAIN = "qontak.text-plain";

  private final CrmReplies replies;
  private final Switches switches;

  TicketPipelines(CrmReplies replies, Switches switches) {
    this.replies = replies;
    this.switches = switches;
  }

  static Switch plainSwitch() {
    return new Switch(PLAIN, "on", "ticket_pipelines sends its JSON as text/plain");
  }

  void addTo(Router router, String prefix) {
    router.get(prefix + "/tickets/ticket_pipelines", _ -> list());
  }

  private Reply list() {
    List<ObjectNode> pipelines = new ArrayList<>();
    for (Pipeline pipeline : Pipeline.TICKETS) {
      ObjectNode row = Json.object().put("id", pipeline.id()).put("name", pipeline.name());
      row.put("slug", "pipeline-" + pipeline.id());
      ArrayNode stages = row.putArray("ticket_stages");
      for (Stage stage : pipeline.stages()) {
        stages
            .addObject()
            .put("id", stage.id())
            .put("name", stage.name())
            .put("slug", "stage-" + stage.id())
            .put("ticket_pipeline_id", pipeline.id() == 2 ? 12 : pipeline.id())
            .put("order", stage.order())
            .put("win_probability", stage.probability());
      }
      pipelines.add(row);
    }
    Reply reply = replies.unpaged(pipelines);
    return switches.on(PLAIN) ? reply.withContentType("text/plain; charset=utf-8") : reply;
  }
}
