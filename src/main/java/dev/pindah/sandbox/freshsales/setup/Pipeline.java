package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A deal pipeline with its stages in order. */
public record Pipeline(long id, String name, int position, boolean isDefault, List<Stage> stages) {

  public Pipeline {
    stages = List.copyOf(stages);
  }

  public Stage first() {
    return stages.getFirst();
  }

  public ObjectNode shown() {
    ObjectNode node = Json.object();
    node.put("id", id).put("name", name).put("position", position).put("is_default", isDefault);
    node.putNull("rotting_days");
    node.putArray("configs");
    node.put("aggregated_field", "amount");
    ArrayNode list = node.putArray("deal_stages");
    stages.forEach(stage -> list.add(stage.shown()));
    return node;
  }
}
