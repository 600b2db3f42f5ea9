package dev.pindah.sandbox.qontak.files;

import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The little that is known of the chatbot's own API: names of paths, with the six members that were
 * seen. Nothing gives a tree: v1 and v2 answer 404 for it, and the form of v3 is not known.
 */
public final class ChatbotPaths {

  public void addTo(Router router) {
    router
        .get("/api/v1/channel_integrations", _ -> data(Json.array()))
        .get("/api/v1/content_types", _ -> data(Json.array()))
        .get("/api/v1/ai_agents", _ -> data(Json.array()))
        .get("/api/v2/paths", _ -> data(paths()))
        .get("/api/v2/paths/{id}", this::show);
  }

  private Reply show(Exchange exchange) {
    for (JsonNode path : paths()) {
      if (path.path("id").asString("").equals(exchange.param("id"))) {
        return data(path);
      }
    }
    throw new Refusal(Reply.json(404, Json.object().put("message", "Not Found")));
  }

  private static ArrayNode paths() {
    ArrayNode paths = Json.array();
    for (JsonNode flow : ChatbotFlows.document().path("flows")) {
      ObjectNode path = paths.addObject();
      path.set("id", flow.path("id"));
      path.set("name", flow.path("name"));
      path.put("bot_type", "flow").set("keywords", flow.path("triggers").path("keywords"));
      path.set("operational_time_type", flow.path("operational_hours").path("type"));
      path.set("channels", flow.path("channels"));
      path.put("nlp", false);
    }
    return paths;
  }

  private static Reply data(JsonNode data) {
    return Reply.json(200, Json.object().set("data", data));
  }
}
