package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.5: a note is never read by itself, its author and time are the caller's. */
public final class NoteEndpoints {

  private final Account account;
  private final Access access;
  private final Targets targets;
  private final Table notes;

  public NoteEndpoints(Account account, Access access) {
    this.account = account;
    this.access = access;
    this.targets = new Targets(account);
    this.notes = account.tables().notes();
  }

  public void addTo(Router router, String api) {
    router
        .post(api + "/notes", this::create)
        .put(api + "/notes/{id}", this::update)
        .delete(api + "/notes/{id}", this::delete);
    for (Kind kind : Kind.RECORDS) {
      router.get(api + "/" + kind.path() + "/{id}/notes", exchange -> list(kind, exchange));
    }
  }

  private Reply create(Exchange exchange) {
    ObjectNode given = Body.root(exchange, "note");
    Optional<Targets.Target> target = targets.of(given);
    if (target.isEmpty()) {
      throw Errors.refusal(400, "Targetable can't be empty");
    }
    ObjectNode row = write(blank(access.user(exchange)), given);
    row.set("targetables", Targets.targetables(target));
    return answer(notes.insert(row));
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = require(exchange);
    return answer(notes.replace(write(row, Body.root(exchange, "note"))));
  }

  private Reply delete(Exchange exchange) {
    notes.bin(require(exchange).path("id").asLong());
    return Reply.json(200, BooleanNode.TRUE);
  }

  private Reply list(Kind kind, Exchange exchange) {
    Targets.Target target = targets.ofPath(kind, exchange);
    List<ObjectNode> rows = targets.rows(notes, target, Page.of(exchange));
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("notes");
    rows.forEach(list::add);
    targets.sideLoad(answer, rows.stream(), exchange.query("include").orElse(""));
    answer.putObject("meta").put("total", targets.ids(notes, target).size());
    return Reply.json(200, answer);
  }

  /** A note that another endpoint makes along the way. */
  long add(String description, Targets.Target target, User author) {
    ObjectNode row = blank(author).put("description", description);
    row.set("targetables", Targets.targetables(Optional.of(target)));
    return notes.insert(row).path("id").asLong();
  }

  private ObjectNode write(ObjectNode row, ObjectNode given) {
    Given read = new Given(given, row);
    read.text("description");
    String text = row.path("description").asString("");
    read.problem(text.isBlank(), "Description can't be empty");
    read.problem(
        text.length() > account.behaviours().number("note-length-max"),
        "Description is not in required length");
    read.check();
    return row;
  }

  private static ObjectNode blank(User author) {
    ObjectNode row = Json.object();
    row.putNull("id").putNull("description").putNull("html_content");
    row.put("creater_id", author.id());
    row.putArray("targetables");
    row.put("has_access", true).put("has_mentions", false);
    return row.putNull("url").putNull("duration");
  }

  private ObjectNode require(Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .flatMap(notes::find)
        .orElseThrow(() -> Errors.refusal(404, "The note you're looking for is not in the CRM"));
  }

  private static Reply answer(ObjectNode row) {
    return Reply.json(200, Json.object().set("note", row));
  }
}
