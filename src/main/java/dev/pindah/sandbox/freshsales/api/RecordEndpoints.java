package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Contacts, accounts and deals: views, and one record at a time. */
final class RecordEndpoints {
  private static final int BULK_MAX = 100;

  private final Account account;
  private final Module module;
  private final Views views;

  RecordEndpoints(Account account, Module module, Views views) {
    this.account = account;
    this.module = module;
    this.views = views;
  }

  void addTo(Router router, String base) {
    String path = base + "/" + module.plural();
    router
        .get(path + "/filters", _ -> filters())
        .get(path + "/filters/{id}", this::filter)
        .get(path + "/view/{view}", exchange -> view(exchange, number(exchange, "view")))
        .get(path, exchange -> view(exchange, -1))
        .get(path + "/{id}", this::read)
        .post(path, this::create)
        .post(path + "/upsert", this::upsert)
        .post(path + "/bulk_destroy", this::bulkDestroy)
        .put(path + "/{id}", this::update)
        .delete(path + "/{id}", this::delete)
        .delete(path + "/{id}/forget", this::forget);
    if (module == Module.SALES_ACCOUNTS) {
      router.get(path + "/{id}/contacts", this::contactsOf);
    }
    if (module == Module.CONTACTS) {
      router.post(path + "/bulk_assign_owner", this::bulkAssignOwner);
    }
  }

  private Reply filters() {
    ObjectNode json = Json.object();
    json.set("filters", views.filters(module));
    return Reply.json(200, json);
  }

  private Reply filter(Exchange exchange) {
    for (JsonNode filter : views.filters(module)) {
      if (filter.path("id").asLong() == number(exchange, "id")) {
        ObjectNode json = Json.object();
        json.set("filter", filter);
        return Reply.json(200, json);
      }
    }
    throw FreshsalesErrors.notFound("The filter you're looking for is not in the CRM.");
  }

  private Reply view(Exchange exchange, long id) {
    long wanted = exchange.query("segment_id").map(RecordEndpoints::number).orElse(id);
    return account.locked(
        () -> {
          Stream<ObjectNode> rows =
              views.rows(module, wanted).orElseThrow(FreshsalesErrors::notAuthorized);
          return Reply.json(200, envelope(Listing.of(rows, exchange), exchange));
        });
  }

  private ObjectNode envelope(Listing listing, Exchange exchange) {
    Include include = new Include(account, module, exchange);
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray(module.plural());
    listing.rows().forEach(row -> list.add(include.row(row, true)));
    include.beside(json, listing.rows());
    json.set("meta", listing.meta());
    return json;
  }

  private Reply read(Exchange exchange) {
    return account.locked(
        () -> Reply.json(200, whole(account.require(module, number(exchange, "id")), exchange)));
  }

  private ObjectNode whole(ObjectNode stored, Exchange exchange) {
    Include include = new Include(account, module, exchange);
    ObjectNode json = Json.object();
    json.set(module.root(), include.row(stored, false));
    include.beside(json, List.of(stored));
    return json;
  }

  private Reply create(Exchange exchange) {
    JsonNode body = root(exchange);
    return account.locked(() -> Reply.json(200, whole(account.create(module, body), exchange)));
  }

  private Reply update(Exchange exchange) {
    JsonNode body = root(exchange);
    return account.locked(
        () -> {
          ObjectNode row = account.require(module, number(exchange, "id"));
          return Reply.json(
              200, whole(account.update(module, row, body, account.putReplacesCustom()), exchange));
        });
  }

  private Reply upsert(Exchange exchange) {
    JsonNode body = root(exchange);
    JsonNode identifier = exchange.json().orElseThrow().path("unique_identifier");
    return account.locked(
        () -> {
          Optional<ObjectNode> found =
              account
                  .table(module)
                  .live()
                  .filter(row -> Identifiers.match(row, identifier))
                  .findFirst();
          ObjectNode row =
              found.isPresent()
                  ? account.update(module, found.get(), body, false)
                  : account.create(module, Identifiers.with(body, identifier));
          return Reply.json(found.isPresent() ? 200 : 201, reduced(row));
        });
  }

  private ObjectNode reduced(ObjectNode row) {
    ObjectNode json = Json.object();
    ObjectNode inner = json.putObject(module.root());
    for (String member :
        List.of(
            "id",
            "first_name",
            "last_name",
            "display_name",
            "name",
            "email",
            "mcr_id",
            "updated_at")) {
      if (row.has(member)) {
        inner.set(member, row.path(member));
      }
    }
    return json;
  }

  private Reply delete(Exchange exchange) {
    return account.locked(
        () -> {
          account.delete(module, number(exchange, "id"));
          return yes();
        });
  }

  private Reply forget(Exchange exchange) {
    return account.locked(
        () -> {
          account.forget(module, number(exchange, "id"));
          return yes();
        });
  }

  private static Reply yes() {
    return Reply.json(200, JsonNodeFactory.instance.booleanNode(true));
  }

  private Reply bulkDestroy(Exchange exchange) {
    List<Long> ids = selected(exchange);
    return account.locked(
        () -> {
          ids.stream()
              .filter(id -> account.table(module).live(id).isPresent())
              .forEach(id -> account.delete(module, id));
          return Reply.json(200, Json.object().put("message", "Records are being deleted"));
        });
  }

  private Reply bulkAssignOwner(Exchange exchange) {
    List<Long> ids = selected(exchange);
    ObjectNode body = Json.object();
    body.set("owner_id", exchange.json().orElseThrow().path("owner_id"));
    return account.locked(
        () -> {
          ids.stream()
              .flatMap(id -> account.table(module).live(id).stream())
              .toList()
              .forEach(row -> account.update(module, row, body, false));
          return Reply.json(200, Json.object().put("message", "Owner is being assigned"));
        });
  }

  private static List<Long> selected(Exchange exchange) {
    List<Long> ids =
        exchange.json().map(body -> body.path("selected_ids")).stream()
            .flatMap(JsonNode::valueStream)
            .map(JsonNode::asLong)
            .toList();
    if (ids.isEmpty() || ids.size() > BULK_MAX) {
      throw FreshsalesErrors.invalid("selected_ids must hold 1 to " + BULK_MAX + " ids");
    }
    return ids;
  }

  private Reply contactsOf(Exchange exchange) {
    long id = number(exchange, "id");
    return account.locked(
        () -> {
          account.require(module, id);
          ObjectNode json = Json.object();
          ArrayNode list = json.putArray("contacts");
          account
              .table(Module.CONTACTS)
              .live()
              .filter(
                  contact ->
                      contact
                          .path("sales_accounts")
                          .valueStream()
                          .anyMatch(link -> link.path("id").asLong() == id))
              .forEach(contact -> list.add(contact.deepCopy()));
          return Reply.json(200, json);
        });
  }

  private JsonNode root(Exchange exchange) {
    JsonNode body =
        exchange
            .json()
            .orElseThrow(
                () -> FreshsalesErrors.invalid("Error occurred while parsing JSON payload"));
    if (!body.path(module.root()).isObject()) {
      throw FreshsalesErrors.invalid("Invalid or missing attributes");
    }
    return body.path(module.root());
  }

  private static long number(Exchange exchange, String name) {
    return number(exchange.param(name));
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }
}
