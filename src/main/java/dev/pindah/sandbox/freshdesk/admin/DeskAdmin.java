package dev.pindah.sandbox.freshdesk.admin;

import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.freshdesk.desk.AgentRows;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskField;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /_sandbox/freshdesk/…}: statuses, types, agents, edits by hand; and the state dump. */
public final class DeskAdmin {

  private static final String BASE = "/_sandbox/freshdesk";

  private final Desk desk;

  public DeskAdmin(Desk desk) {
    this.desk = desk;
  }

  public void addTo(Router router) {
    router
        .post(BASE + "/statuses", exchange -> made(exchange, this::status))
        .post(BASE + "/types", exchange -> made(exchange, this::type))
        .post(BASE + "/agents", exchange -> made(exchange, this::agent))
        .add("PATCH", BASE + "/records/{collection}/{id}", this::edit);
  }

  private Reply made(Exchange exchange, Function<JsonNode, ObjectNode> work) {
    JsonNode form = exchange.json().filter(JsonNode::isObject).orElseGet(Json::object);
    return desk.locked(() -> Reply.json(201, work.apply(form)));
  }

  private ObjectNode status(JsonNode form) {
    String label = label(form);
    return Json.object().put("code", desk.fields().addStatus(label)).put("label", label);
  }

  private ObjectNode type(JsonNode form) {
    desk.fields().addType(label(form));
    return Json.object().put("label", label(form));
  }

  private ObjectNode agent(JsonNode form) {
    String email = form.path("email").asString("").toLowerCase(Locale.ROOT);
    Table agents = desk.tables().agents();
    return agents.ids(DeskTables.NAME, email).stream()
        .flatMap(id -> agents.find(id).stream())
        .findFirst()
        .orElseGet(
            () ->
                agents.insert(
                    AgentRows.agent(form.path("name").asString(email), email, false, desk.now())));
  }

  /** Lays members over a row, as a person does in the web page: no rules, no mails. */
  private Reply edit(Exchange exchange) {
    JsonNode form = exchange.json().filter(JsonNode::isObject).orElseGet(Json::object);
    return desk.locked(
        () -> {
          Table table =
              desk.tables().all().stream()
                  .filter(known -> known.name().equals(exchange.param("collection")))
                  .findFirst()
                  .orElse(desk.tables().tickets());
          String id = exchange.param("id");
          return Stream.of(id)
              .filter(text -> text.matches("\\d{1,18}"))
              .flatMap(text -> table.find(Long.parseLong(text)).stream())
              .findFirst()
              .map(
                  row -> {
                    row.setAll((ObjectNode) form);
                    return Reply.json(200, table.replace(row));
                  })
              .orElseGet(() -> Reply.empty(404));
        });
  }

  private static String label(JsonNode form) {
    return form.path("label").asString(form.path("name").asString("")).strip();
  }

  /** Everything the desk holds, by collection. */
  public List<StateCollection> collections() {
    List<StateCollection> collections = new ArrayList<>();
    for (Table table : desk.tables().all()) {
      collections.add(
          new StateCollection(
              table.name(),
              table::count,
              () ->
                  desk.locked(table::ids).stream()
                      .flatMap(id -> desk.locked(() -> table.find(id)).stream())));
    }
    collections.add(
        new StateCollection(
            "fields", () -> fields().size(), () -> desk.locked(this::fields).stream()));
    return collections;
  }

  private List<ObjectNode> fields() {
    return Arrays.stream(DeskFields.Of.values())
        .flatMap(of -> desk.fields().all(of).stream().map(field -> field(of, field)))
        .toList();
  }

  private static ObjectNode field(DeskFields.Of of, DeskField field) {
    return field.shown().put("module", of.name().toLowerCase(Locale.ROOT));
  }
}
