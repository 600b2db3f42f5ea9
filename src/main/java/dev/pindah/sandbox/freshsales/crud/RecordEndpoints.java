package dev.pindah.sandbox.freshsales.crud;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.freshsales.views.Envelope;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Create, read, change, clone, delete, forget and restore. */
public final class RecordEndpoints {

  private final Account account;
  private final Access access;
  private final Records records;
  private final Envelope envelope;

  public RecordEndpoints(Account account, Access access, Records records, Envelope envelope) {
    this.account = account;
    this.access = access;
    this.records = records;
    this.envelope = envelope;
  }

  public void addTo(Router router, String api) {
    for (Kind kind : Kind.RECORDS) {
      String base = api + "/" + kind.path();
      String one = base + "/{id}";
      router
          .post(base, exchange -> create(kind, exchange))
          .get(one, exchange -> read(kind, exchange))
          .put(one, exchange -> update(kind, exchange))
          .delete(one, exchange -> delete(kind, exchange))
          .delete(one + "/forget", exchange -> forget(kind, exchange))
          .post(one + "/clone", exchange -> copy(kind, exchange))
          .put(one + "/restore", exchange -> restore(kind, exchange));
    }
    router.get(api + "/sales_accounts/{id}/contacts", this::contactsOfAccount);
  }

  private Reply create(Kind kind, Exchange exchange) {
    ObjectNode given = given(kind, exchange);
    ObjectNode row = records.create(kind, given, Via.CREATE, user(exchange));
    return answer(kind, row, exchange);
  }

  private Reply read(Kind kind, Exchange exchange) {
    return answer(kind, records.require(kind, id(kind, exchange)), exchange);
  }

  private Reply update(Kind kind, Exchange exchange) {
    long id = id(kind, exchange);
    records.require(kind, id);
    ObjectNode given = given(kind, exchange);
    return answer(kind, records.update(kind, id, given, Via.UPDATE, user(exchange)), exchange);
  }

  private Reply delete(Kind kind, Exchange exchange) {
    records.delete(kind, id(kind, exchange));
    return account.behaviours().is("delete-status", "204")
        ? Reply.empty(204)
        : Reply.json(200, BooleanNode.TRUE);
  }

  private Reply forget(Kind kind, Exchange exchange) {
    records.forget(kind, id(kind, exchange));
    return Reply.json(200, BooleanNode.TRUE);
  }

  private Reply copy(Kind kind, Exchange exchange) {
    long id = id(kind, exchange);
    ObjectNode given = given(kind, exchange);
    return answer(kind, records.clone(kind, id, given, user(exchange)), exchange);
  }

  private Reply restore(Kind kind, Exchange exchange) {
    if (!account.behaviours().on("restore-route")) {
      throw Errors.refusal(404, "Not Found");
    }
    return answer(kind, records.restore(kind, id(kind, exchange)), exchange);
  }

  private Reply contactsOfAccount(Exchange exchange) {
    long id = id(Kind.ACCOUNT, exchange);
    records.require(Kind.ACCOUNT, id);
    List<Long> ids = account.tables().contacts().ids(Tables.ACCOUNT, String.valueOf(id));
    Page page = Page.of(exchange);
    List<ObjectNode> rows =
        page.of(ids).stream()
            .flatMap(contact -> account.tables().contacts().find(contact).stream())
            .toList();
    ObjectNode answer = envelope.list(Kind.CONTACT, rows, false, exchange);
    for (int i = 0; i < rows.size(); i++) {
      ObjectNode shown = (ObjectNode) answer.path("contacts").get(i);
      shown.set("owner_id", rows.get(i).path("owner_id"));
      shown.set("lifecycle_stage_id", rows.get(i).path("lifecycle_stage_id"));
    }
    page.describe(answer, ids.size());
    return Reply.json(200, answer);
  }

  private Reply answer(Kind kind, ObjectNode row, Exchange exchange) {
    return Reply.json(200, envelope.one(kind, row, false, exchange));
  }

  /** Contacts refuse a body that is no JSON; accounts and deals break over it. */
  private static ObjectNode given(Kind kind, Exchange exchange) {
    boolean json = exchange.header("Content-Type").toLowerCase(Locale.ROOT).contains("json");
    if (!json && kind != Kind.CONTACT && exchange.json().isEmpty()) {
      throw new Refusal(Errors.broken(500));
    }
    return Body.root(exchange, kind.root());
  }

  private User user(Exchange exchange) {
    return access.user(exchange);
  }

  /** The id of the path; what is no number is no record either. */
  private long id(Kind kind, Exchange exchange) {
    String text = exchange.param("id");
    if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    records.require(kind, 0);
    throw new IllegalStateException("no record has the id 0");
  }
}
