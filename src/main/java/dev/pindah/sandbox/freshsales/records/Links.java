package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** The {@code links} of a record: paths relative to the module's root. */
final class Links {

  private Links() {}

  static ObjectNode of(Kind kind, long id) {
    String base = "/" + kind.path() + "/" + id;
    ObjectNode links = Json.object();
    links.put("conversations", base + "/conversations/all?include=email_conversation_recipients");
    if (kind == Kind.CONTACT) {
      links.put("timeline_feeds", base + "/timeline_feeds");
    }
    links.put("document_associations", base + "/document_associations");
    links.put("notes", base + "/notes?include=creater");
    links.put("tasks", base + "/tasks?include=creater,owner,updater,targetable,users,task_type");
    links.put(
        "appointments",
        base + "/appointments?include=creater,owner,updater,targetable,appointment_attendees");
    if (kind == Kind.CONTACT) {
      links.put("duplicates", base + "/duplicates");
      links.put("connections", base + "/connections");
    }
    return links;
  }
}
