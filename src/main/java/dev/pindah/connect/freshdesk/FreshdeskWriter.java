package dev.pindah.connect.freshdesk;

import dev.pindah.connect.Eraser;
import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.http.Call.Upload;
import dev.pindah.model.Link.Role;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Single writes and deletions. Nothing that it calls sends anything to a customer. */
final class FreshdeskWriter implements RecordWriter, Eraser {
  private final FreshdeskApi api;
  private final FreshdeskBodies bodies;
  private final FreshdeskRows rows;
  private final AtomicBoolean bulk = new AtomicBoolean(true);

  FreshdeskWriter(FreshdeskApi api, FreshdeskBodies bodies, FreshdeskRows rows) {
    this.api = api;
    this.bodies = bodies;
    this.rows = rows;
  }

  @Override
  public Reply<Row> create(Payload payload) {
    String body = bodies.create(payload).toString();
    if (payload.module().hanging()) {
      String ticket = ticket(payload);
      return row(
          payload.module(),
          api.send("POST", "/tickets/" + ticket + "/notes", "/tickets/:id/notes", body));
    }
    String path = "/" + FreshdeskPaths.of(payload.module());
    Reply<Row> reply = row(payload.module(), api.send("POST", path, path, body));
    return payload.module() == TargetModule.DESK_CONTACTS
            && reply instanceof Reply.Refused<Row>(String code, String reason)
            && code.endsWith("-taken")
        ? restored(payload, reply)
        : reply;
  }

  @Override
  public Reply<Row> upload(Payload payload, Path content, String contentType) {
    Map<String, String> fields =
        Map.of("body", FreshdeskBodies.html(FreshdeskBodies.told(payload)), "private", "true");
    return row(
        payload.module(),
        api.upload(
            "/tickets/" + ticket(payload) + "/notes",
            "/tickets/:id/notes",
            new Upload(
                fields,
                "attachments[]",
                content,
                contentType,
                payload.attributes().path("file_name").asString(""))));
  }

  private static String ticket(Payload payload) {
    return payload.links().stream()
        .filter(link -> link.role() == Role.TICKET)
        .map(ResolvedLink::targetId)
        .findFirst()
        .orElseThrow();
  }

  /** A contact of ours that a rollback put into the trash still holds its address. */
  private Reply<Row> restored(Payload payload, Reply<Row> refused) {
    JsonNode trash = api.list("/contacts?state=deleted&per_page=100" + own(payload), "/contacts");
    return trash
        .valueStream()
        .map(record -> rows.row(payload.module(), record))
        .filter(row -> row.carries(payload.key()))
        .findFirst()
        .<Reply<Row>>map(
            row ->
                switch (api.send(
                    "PUT", "/contacts/" + row.id() + "/restore", "/contacts/:id/restore", "{}")) {
                  case Reply.Ok<JsonNode> done -> update(row, payload);
                  default -> refused;
                })
        .orElse(refused);
  }

  private static String own(Payload payload) {
    String email = payload.attributes().path("email").asString("");
    return email.isEmpty() ? "" : "&email=" + FreshdeskApi.encoded(email);
  }

  @Override
  public Reply<Row> update(Row current, Payload payload) {
    String path = FreshdeskPaths.of(payload.module());
    return row(
        payload.module(),
        api.send(
            "PUT",
            "/" + path + "/" + current.id(),
            "/" + path + "/:id",
            bodies.update(current, payload).toString()));
  }

  @Override
  public Reply<Boolean> join(String listId, List<String> contactIds) {
    return noLists();
  }

  @Override
  public Reply<Boolean> leave(String listId, List<String> contactIds) {
    return noLists();
  }

  private static Reply<Boolean> noLists() {
    return new Reply.Refused<>("no-lists", "the helpdesk has no lists of contacts");
  }

  @Override
  public Reply<Boolean> delete(TargetModule module, String id) {
    String path = FreshdeskPaths.of(module);
    Reply<JsonNode> answer = api.delete("/" + path + "/" + id, "/" + path + "/:id");
    // 405: it lies in the trash already.
    return answer instanceof Reply.Refused<JsonNode>(String status, String body)
            && (status.equals("404") || status.equals("405"))
        ? new Reply.Ok<>(false)
        : mapped(answer, body -> true);
  }

  @Override
  public Reply<Boolean> deleteAll(TargetModule module, List<String> ids) {
    if (module != TargetModule.TICKETS || !bulk.get()) {
      return new Reply.Ok<>(false);
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ArrayNode selected = body.putObject("bulk_action").putArray("ids");
    ids.stream()
        .filter(id -> id.matches("\\d{1,18}"))
        .forEach(id -> selected.add(Long.parseLong(id)));
    Reply<JsonNode> answer =
        api.send("POST", "/tickets/bulk_delete", "/tickets/bulk_delete", body.toString());
    if (answer instanceof Reply.Refused<JsonNode>(String status, String words)
        && (status.equals("404") || status.equals("405"))) {
      bulk.set(false);
      return new Reply.Ok<>(false);
    }
    return mapped(answer, accepted -> true);
  }

  @Override
  public Reply<Boolean> restore(Row now, String before, Set<String> attributes) {
    String path = FreshdeskPaths.of(now.module());
    return mapped(
        api.send(
            "PUT",
            "/" + path + "/" + now.id(),
            "/" + path + "/:id",
            bodies.restore(now, before, attributes).toString()),
        body -> true);
  }

  private Reply<Row> row(TargetModule module, Reply<JsonNode> answer) {
    return answer instanceof Reply.Ok<JsonNode>(JsonNode body) && !body.hasNonNull("id")
        ? new Reply.Broken<>(true, "the answer to a write carries no record")
        : mapped(answer, body -> rows.row(module, body));
  }

  private static <T> Reply<T> mapped(Reply<JsonNode> answer, Function<JsonNode, T> value) {
    return switch (answer) {
      case Reply.Ok<JsonNode>(JsonNode body) -> new Reply.Ok<>(value.apply(body));
      case Reply.Refused<JsonNode>(String status, String body) ->
          FreshdeskRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }
}
