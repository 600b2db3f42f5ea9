package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.Eraser;
import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Single writes and deletions. */
final class FreshsalesWriter implements RecordWriter, Eraser {
  private final FreshsalesApi api;
  private final FreshsalesRows rows;
  private final FreshsalesReader reader;
  private final FreshsalesBodies bodies;

  FreshsalesWriter(
      FreshsalesApi api, FreshsalesBodies bodies, FreshsalesRows rows, FreshsalesReader reader) {
    this.api = api;
    this.rows = rows;
    this.reader = reader;
    this.bodies = bodies;
  }

  @Override
  public Reply<Row> create(Payload payload) {
    return post(payload.module(), bodies.create(payload));
  }

  Reply<Row> post(TargetModule module, ObjectNode body) {
    String path = "/" + module.wire();
    return reply(module, api.send("POST", path, path, body.toString()));
  }

  Reply<Row> put(TargetModule module, String id, ObjectNode body) {
    String path = "/" + module.wire();
    return reply(module, api.send("PUT", path + "/" + id, path + "/:id", body.toString()));
  }

  @Override
  public Reply<Row> update(Row current, Payload payload) {
    Row full = current;
    if (current.json().length() <= 2) {
      // Nothing is known of the record: what it holds must be read before it can be kept.
      var read = reader.one(payload.module(), current.id());
      if (read.isEmpty()) {
        return new Reply.Refused<>("not-found", "the record is not on the target any more");
      }
      full = read.get();
    }
    return put(payload.module(), current.id(), bodies.update(full, payload));
  }

  @Override
  public Reply<Boolean> join(String listId, List<String> contactIds) {
    return members(listId, "add_contacts", contactIds);
  }

  @Override
  public Reply<Boolean> leave(String listId, List<String> contactIds) {
    return members(listId, "remove_contacts", contactIds);
  }

  private Reply<Boolean> members(String listId, String verb, List<String> contactIds) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ArrayNode ids = body.putArray("ids");
    contactIds.forEach(id -> ids.add(FreshsalesBodies.id(id)));
    return done(
        api.send("PUT", "/lists/" + listId + "/" + verb, "/lists/:id/" + verb, body.toString()));
  }

  private static Reply<Boolean> done(Reply<JsonNode> answer) {
    return switch (answer) {
      case Reply.Ok<JsonNode> done -> new Reply.Ok<>(true);
      case Reply.Refused<JsonNode>(String status, String body) ->
          FreshsalesRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  private Reply<Row> reply(TargetModule module, Reply<JsonNode> answer) {
    return switch (answer) {
      case Reply.Ok<JsonNode>(JsonNode body) -> {
        JsonNode record = FreshsalesReader.record(module, body);
        yield text(record.path("id")).isEmpty()
            ? new Reply.Broken<>(true, "the answer to a write carries no record")
            : new Reply.Ok<>(rows.row(module, record, body));
      }
      case Reply.Refused<JsonNode>(String status, String body) ->
          FreshsalesRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  @Override
  public Reply<Boolean> delete(TargetModule module, String id) {
    return switch (api.delete("/" + module.wire() + "/" + id, "/" + module.wire() + "/:id")) {
      case Reply.Ok<JsonNode> done -> new Reply.Ok<>(true);
      case Reply.Refused<JsonNode>(String status, String body) ->
          status.equals("404") ? new Reply.Ok<>(false) : FreshsalesRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  @Override
  public Reply<Boolean> restore(Row now, String before, Set<String> attributes) {
    String path = "/" + now.module().wire();
    Reply<JsonNode> answer =
        api.send(
            "PUT",
            path + "/" + now.id(),
            path + "/:id",
            bodies.restore(now, before, attributes).toString());
    return done(answer);
  }
}
