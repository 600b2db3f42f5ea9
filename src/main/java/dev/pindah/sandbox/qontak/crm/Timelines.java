package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What happened to a record, as English prose with a date format of its own. */
final class Timelines {

  static final String REFUSED = "qontak.timeline-405";

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);
  private static final List<String> KINDS =
      List.of("task", "note", "call", "email", "meeting", "ticket");

  private final Account account;
  private final CrmReplies replies;
  private final Switches switches;

  Timelines(Account account, CrmReplies replies, Switches switches) {
    this.account = account;
    this.replies = replies;
    this.switches = switches;
  }

  static Switch refusedSwitch() {
    return new Switch(
        REFUSED, "", "objects whose timeline answers 405: any of contacts, companies, deals");
  }

  Reply of(String object, ObjectNode stored) {
    if (switches.list(REFUSED).contains(object)) {
      throw new Refusal(replies.refusal(405, "Method Not Allowed"));
    }
    long id = stored.path("id").asLong();
    Instant created = Times.parse(stored.path("created_at").asString("")).orElse(Times.FROZEN);
    int count = 1 + account.dice().below("timeline-" + object, id, 5);
    List<ObjectNode> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event(object, id, i, created.plus(Duration.ofHours(5L * i + id % 5))));
    }
    return replies.unpaged(events);
  }

  private ObjectNode event(String object, long id, int number, Instant at) {
    Dice dice = account.dice();
    String salt = "event-" + object + number;
    User user = dice.of(salt + "-who", id, account.users().active());
    boolean first = number == 0;
    String kind = first ? "" : dice.of(salt + "-kind", id, KINDS);
    String subject = "'" + kind + " " + (id % 1000) + "'.";
    ObjectNode event = Json.object();
    event.put(
        "who",
        dice.percent(salt + "-gone", id, 8)
            ? "<deleted user>"
            : user.name() + " (" + user.email() + ")");
    event.put("what", first ? "this " + singular(object) : "a " + kind);
    event.put(
        "why",
        first
            ? "Created this " + singular(object) + "."
            : "Added "
                + kind.substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.substring(1)
                + " "
                + subject);
    event.put("when", WHEN.format(at.atOffset(Times.WIB)));
    event.put("how", first ? "created " : "added ").put("content", first ? "" : subject);
    event.put("id", id);
    event.put("task_id", kind.equals("task") ? Long.valueOf(7_000_000 + id % 100) : null);
    event.put("ticket_id", kind.equals("ticket") ? Long.valueOf(15_000 + id % 100) : null);
    event.putNull("auditable_id");
    event.put("email_id", kind.equals("email") ? Long.valueOf(id % 1000) : null);
    event.put("crm_deal_id", object.equals("deals") ? Long.valueOf(id) : null);
    return event;
  }

  private static String singular(String object) {
    return object.equals("companies") ? "company" : object.substring(0, object.length() - 1);
  }
}
