package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.9: manual call logs; their time is now, they cannot be listed. */
public final class CallEndpoints {

  private final Access access;
  private final Targets targets;
  private final NoteEndpoints notes;
  private final Table calls;
  private final Table noteRows;

  public CallEndpoints(Account account, Access access, NoteEndpoints notes) {
    this.access = access;
    this.targets = new Targets(account);
    this.notes = notes;
    this.calls = account.tables().calls();
    this.noteRows = account.tables().notes();
  }

  public void addTo(Router router, String api) {
    router
        .post(api + "/phone_calls", this::create)
        .get(
            api + "/phone_calls/{id}",
            exchange -> Reply.json(200, Json.object().set("call", require(exchange))))
        .delete(api + "/phone_calls/{id}", this::delete);
  }

  private Reply create(Exchange exchange) {
    ObjectNode given = Body.root(exchange, "phone_call");
    Optional<Targets.Target> target = targets.of(given);
    if (target.isEmpty()) {
      throw Errors.refusal(400, "Targetable can't be blank");
    }
    User user = access.user(exchange);
    String text = given.path("note").path("description").asString("");
    Optional<Long> note =
        text.isBlank() ? Optional.empty() : Optional.of(notes.add(text, target.get(), user));
    ObjectNode row = Json.object();
    row.putNull("id").put("call_direction", given.path("call_direction").asBoolean(false));
    row.putNull("conversation_time").putNull("cost").put("is_manual", true);
    note.ifPresentOrElse(id -> row.put("note_id", id), () -> row.putNull("note_id"));
    row.putNull("root_phone_call_id").put("status", "completed").put("user_id", user.id());
    row.set("targetable", target.get().shown());
    row.set("targetables", Targets.targetables(target));
    calls.insert(row);
    row.set("conversation_time", row.path("created_at"));
    calls.replace(row);
    return Reply.json(201, sideLoaded(row, user));
  }

  private ObjectNode sideLoaded(ObjectNode row, User user) {
    ObjectNode answer = Json.object();
    answer.putArray("phone_calls").add(row);
    var list = answer.putArray("notes");
    noteRows.find(row.path("note_id").asLong(0)).ifPresent(list::add);
    targets.sideLoad(answer, List.of(row).stream(), "targetable");
    answer.putArray("users").add(user.shown());
    return answer;
  }

  private Reply delete(Exchange exchange) {
    calls.bin(require(exchange).path("id").asLong());
    return Reply.json(200, BooleanNode.TRUE);
  }

  private ObjectNode require(Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .flatMap(calls::find)
        .orElseThrow(() -> Errors.refusal(404, "The call you're looking for is not in the CRM"));
  }
}
