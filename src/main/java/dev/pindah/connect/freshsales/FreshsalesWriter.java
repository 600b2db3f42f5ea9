package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.Eraser;
import dev.pindah.connect.Halt.Stopped;
import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.http.Call.Upload;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Single writes and deletions. */
final class FreshsalesWriter implements RecordWriter, Eraser {
  private final FreshsalesApi api;
  private final FreshsalesRows rows;
  private final FreshsalesReader reader;
  private final FreshsalesForms forms;
  private final FreshsalesForms.Access access = new Single();
  private final FreshsalesBin bin;

  /** Modules for which the account turned out to have no call that deletes many. */
  private final Set<TargetModule> withoutBulk = ConcurrentHashMap.newKeySet();

  FreshsalesWriter(
      FreshsalesApi api, FreshsalesForms forms, FreshsalesRows rows, FreshsalesReader reader) {
    this.api = api;
    this.rows = rows;
    this.reader = reader;
    this.forms = forms;
    this.bin = new FreshsalesBin(api, reader);
  }

  @Override
  public Reply<Row> create(Payload payload) {
    if (payload.module() == TargetModule.FILES) {
      return file(
          payload,
          api.send(
              "POST",
              "/document_links",
              "/document_links",
              FreshsalesBodies.documentLink(payload).toString()));
    }
    ObjectNode body = forms.bodies().create(payload);
    Reply<Row> reply = post(payload.module(), body);
    if (reply instanceof Reply.Refused<Row>(String code, String reason)
        && code.endsWith("-taken")
        && bin.erase(payload.module(), payload.key())) {
      reply = post(payload.module(), body);
    }
    Reply<Row> made =
        forms.instead(payload, reply, form -> post(payload.module(), form.create(payload)));
    try {
      return forms.verified(payload, made, access);
    } catch (Stopped | RemoteException brokenOff) {
      // The record stands, whatever keeps us from looking at its choices; the next call tells.
      return made;
    }
  }

  /** One record, while the form of its choices is looked for. */
  private final class Single implements FreshsalesForms.Access {
    @Override
    public Row read(Row row) {
      return reader.one(row.module(), row.id()).orElse(row);
    }

    @Override
    public Reply<Row> put(FreshsalesBodies form, Payload part, Row row) {
      return FreshsalesWriter.this.put(row.module(), row.id(), form.update(row, part));
    }
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
  public Reply<Row> upload(Payload payload, Path content, String contentType) {
    return file(
        payload,
        api.upload(
            "/documents",
            new Upload(
                FreshsalesBodies.document(payload),
                "file",
                content,
                contentType,
                payload.attributes().path("file_name").asString(""))));
  }

  /** The answer to a file is its id alone. */
  private static Reply<Row> file(Payload payload, Reply<JsonNode> answer) {
    return switch (answer) {
      case Reply.Ok<JsonNode>(JsonNode body) -> {
        JsonNode id = body.has("id") ? body.path("id") : body.path("document").path("id");
        yield text(id).isEmpty()
            ? new Reply.Broken<>(true, "the answer to a file carries no id")
            : new Reply.Ok<>(
                new Row(TargetModule.FILES, text(id), payload.attributes().toString(), Map.of()));
      }
      case Reply.Refused<JsonNode>(String status, String body) ->
          FreshsalesRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
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
    Reply<Row> reply = put(payload.module(), current.id(), forms.bodies().update(full, payload));
    return forms.verified(payload, reply, access);
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
  public Reply<Boolean> deleteAll(TargetModule module, List<String> ids) {
    String path = "/" + module.wire() + "/bulk_destroy";
    boolean known =
        switch (module) {
          case CONTACTS, LEADS, SALES_ACCOUNTS, DEALS -> !withoutBulk.contains(module);
          default -> false;
        };
    if (!known) {
      return new Reply.Ok<>(false);
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ArrayNode selected = body.putArray("selected_ids");
    ids.forEach(id -> selected.add(FreshsalesBodies.id(id)));
    Reply<JsonNode> answer;
    try {
      answer = api.send("POST", path, path, body.toString());
    } catch (RemoteException denied) {
      if (denied.kind() != RemoteException.Kind.DENIED) {
        throw denied;
      }
      // A role may delete one and not many; whether it may delete at all, the next call shows.
      withoutBulk.add(module);
      return new Reply.Ok<>(false);
    }
    if (answer instanceof Reply.Refused<JsonNode>(String status, String words)
        && (status.equals("404") || status.equals("405"))) {
      // Not every account serves it for every module.
      withoutBulk.add(module);
      return new Reply.Ok<>(false);
    }
    return done(answer);
  }

  @Override
  public Reply<Boolean> restore(Row now, String before, Set<String> attributes) {
    String path = "/" + now.module().wire();
    Reply<JsonNode> answer =
        api.send(
            "PUT",
            path + "/" + now.id(),
            path + "/:id",
            forms.bodies().restore(now, before, attributes).toString());
    return done(answer);
  }
}
