package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks as they are stored. */
public final class TaskRows {

  private TaskRows() {}

  static ObjectNode blank(User creater) {
    ObjectNode row = Json.object();
    row.putNull("id").putNull("title").putNull("description").put("status", 0);
    row.putNull("due_date").put("owner_id", creater.id()).putNull("completed_date");
    row.put("creater_id", creater.id()).putNull("updater_id").putNull("outcome_id");
    row.putNull("task_type_id").put("has_multiple_emails", false).put("is_linkedin_type", false);
    row.putArray("targetables");
    return row;
  }

  /** Adds an open task to a record, as a workflow does. */
  public static void add(
      Account account, String title, Instant due, Kind kind, long id, User owner) {
    ObjectNode row = blank(owner).put("title", title).put("due_date", due.toString());
    row.set("targetables", Targets.targetables(Optional.of(new Targets.Target(kind, id))));
    account.tables().tasks().insert(row);
  }

  static ObjectNode withEmails(Account account, ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    ArrayNode list = shown.putArray("targetables_with_email");
    for (JsonNode target : row.path("targetables")) {
      if (target.path("type").asString().equals(Kind.CONTACT.type())) {
        account
            .tables()
            .contacts()
            .find(target.path("id").asLong())
            .ifPresent(
                contact ->
                    list.addObject()
                        .put("id", target.path("id").asLong())
                        .put("name", RecordJson.displayName(contact))
                        .put("type", Kind.CONTACT.type()));
      }
    }
    return shown;
  }
}
