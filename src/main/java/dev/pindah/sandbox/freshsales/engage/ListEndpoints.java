package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.engage.ContactLists.ContactList;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.views.Envelope;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.12. Lists can be made and renamed; nothing deletes one through the API. */
public final class ListEndpoints {

  private static final int MOST = 100;

  private final Account account;
  private final ContactLists lists;
  private final Envelope envelope;

  public ListEndpoints(Account account, ContactLists lists, Envelope envelope) {
    this.account = account;
    this.lists = lists;
    this.envelope = envelope;
  }

  public void addTo(Router router, String api) {
    String one = api + "/lists/{id}";
    router
        .get(api + "/lists", this::all)
        .post(api + "/lists", this::create)
        .put(one, this::rename)
        .put(one + "/add_contacts", this::add)
        .put(one + "/remove_contacts", this::remove)
        .put(one + "/move_contacts", this::move)
        .get(api + "/contacts/lists/{id}", this::members);
  }

  private Reply all(Exchange exchange) {
    Page page = Page.of(exchange);
    ObjectNode answer = Json.object();
    ArrayNode shown = answer.putArray("lists");
    page.of(List.copyOf(lists.all())).forEach(list -> shown.add(list.shown()));
    page.describe(answer, lists.all().size());
    return Reply.json(200, answer);
  }

  private Reply create(Exchange exchange) {
    String name = name(exchange);
    if (lists.named(name).isPresent()) {
      throw Errors.refusal(400, "Name has already been taken");
    }
    return answer(lists.add(name));
  }

  private Reply rename(Exchange exchange) {
    ContactList list = require(exchange.param("id"));
    list.rename(name(exchange));
    return answer(list);
  }

  private Reply add(Exchange exchange) {
    ContactList list = require(exchange.param("id"));
    Set<Long> ids = ids(Body.whole(exchange));
    ids.removeIf(id -> !account.tables().contacts().exists(id));
    list.members().addAll(ids);
    return message("Contacts added");
  }

  private Reply remove(Exchange exchange) {
    ContactList list = require(exchange.param("id"));
    ObjectNode body = Body.whole(exchange);
    if (body.path("all").asBoolean(false)) {
      list.members().clear();
    } else {
      list.members().removeAll(ids(body));
    }
    return message("Contacts removed");
  }

  private Reply move(Exchange exchange) {
    ContactList to = require(exchange.param("id"));
    ObjectNode body = Body.whole(exchange);
    ContactList from = require(body.path("from_list_id").asString(""));
    Set<Long> ids = ids(body);
    ids.retainAll(from.members());
    from.members().removeAll(ids);
    to.members().addAll(ids);
    return message("Contacts moved");
  }

  private Reply members(Exchange exchange) {
    ContactList list = require(exchange.param("id"));
    List<Long> live = list.members().stream().filter(account.tables().contacts()::exists).toList();
    Page page = Page.of(exchange);
    List<ObjectNode> rows =
        page.of(live).stream()
            .flatMap(id -> account.tables().contacts().find(id).stream())
            .toList();
    ObjectNode answer = envelope.list(Kind.CONTACT, rows, false, exchange);
    page.describe(answer, live.size());
    return Reply.json(200, answer);
  }

  private ContactList require(String id) {
    return Optional.of(id)
        .flatMap(Ids::of)
        .flatMap(lists::find)
        .orElseThrow(() -> Errors.refusal(404, "The list you're looking for is not in the CRM"));
  }

  private static String name(Exchange exchange) {
    ObjectNode body = Body.whole(exchange);
    JsonNode name = body.path("list").path("name");
    String text = (name.isMissingNode() ? body.path("name") : name).asString("").strip();
    if (text.isEmpty()) {
      throw Errors.refusal(400, "Name can't be blank");
    }
    return text;
  }

  private static Set<Long> ids(ObjectNode body) {
    Set<Long> ids = new LinkedHashSet<>();
    for (JsonNode id : body.path("ids")) {
      Ids.of(id).ifPresent(ids::add);
    }
    if (ids.isEmpty() || ids.size() > MOST) {
      throw Errors.refusal(400, "Between 1 and " + MOST + " ids are needed");
    }
    return ids;
  }

  private static Reply answer(ContactList list) {
    return Reply.json(200, Json.object().set("list", list.shown()));
  }

  private static Reply message(String text) {
    return Reply.json(200, Json.object().put("message", text));
  }
}
