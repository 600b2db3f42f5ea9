package dev.pindah.sandbox.freshsales.settings;

import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.setup.TagBook;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 5.6. */
public final class TagEndpoints {

  private final TagBook tags;

  public TagEndpoints(TagBook tags) {
    this.tags = tags;
  }

  public void addTo(Router router, String api) {
    router
        .get(api + "/settings/tags", _ -> list())
        .post(api + "/settings/tags", this::create)
        .delete(api + "/settings/tags/{id}", this::delete);
  }

  private Reply list() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("tags");
    tags.all().forEach(list::add);
    answer.putObject("meta").put("total", list.size());
    return Reply.json(200, answer);
  }

  private Reply create(Exchange exchange) {
    JsonNode given = Body.whole(exchange).path("tag");
    if (given.isMissingNode()) {
      throw new Refusal(Errors.broken(500));
    }
    String name = given.path("name").asString("").strip();
    if (name.isEmpty()) {
      throw Errors.refusal(400, "Name can't be blank");
    }
    ObjectNode tag = tags.tag(name);
    tag.put("is_public", given.path("is_public").asBoolean(true));
    tag.set("color_code", given.path("color_code"));
    return Reply.json(200, Json.object().set("tag", tag));
  }

  private Reply delete(Exchange exchange) {
    boolean removed =
        Optional.of(exchange.param("id"))
            .filter(text -> text.matches("\\d{1,18}"))
            .filter(text -> tags.remove(Long.parseLong(text)))
            .isPresent();
    if (!removed) {
      throw Errors.refusal(404, "Not Found");
    }
    return Reply.json(200, BooleanNode.TRUE);
  }
}
