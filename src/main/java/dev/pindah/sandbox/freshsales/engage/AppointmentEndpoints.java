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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.7; attendees are sent an invitation. */
public final class AppointmentEndpoints {

  private final Account account;
  private final Access access;
  private final Targets targets;
  private final Outbox outbox;
  private final Table appointments;

  public AppointmentEndpoints(Account account, Access access, Outbox outbox) {
    this.account = account;
    this.access = access;
    this.targets = new Targets(account);
    this.outbox = outbox;
    this.appointments = account.tables().appointments();
  }

  public void addTo(Router router, String api) {
    router
        .post(api + "/appointments", this::create)
        .get(api + "/appointments", this::list)
        .get(api + "/appointments/{id}", exchange -> answer(200, require(exchange), exchange))
        .put(api + "/appointments/{id}", this::update)
        .delete(api + "/appointments/{id}", this::delete);
    for (Kind kind : Kind.RECORDS) {
      router.get(
          api + "/" + kind.path() + "/{id}/appointments", exchange -> listOf(kind, exchange));
    }
  }

  private Reply create(Exchange exchange) {
    ObjectNode given = Body.root(exchange, "appointment");
    ObjectNode row = blank(access.user(exchange));
    write(row, given);
    row.set("targetables", Targets.targetables(targets.of(given)));
    appointments.insert(row);
    invite(row);
    return answer(201, row, exchange);
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = require(exchange);
    ObjectNode given = Body.root(exchange, "appointment");
    write(row, given);
    if (Targets.isNamed(given)) {
      row.set("targetables", Targets.targetables(targets.of(given)));
    }
    row.put("updater_id", access.user(exchange).id());
    appointments.replace(row);
    if (given.has("appointment_attendees_attributes")) {
      invite(row);
    }
    return answer(200, row, exchange);
  }

  private static void write(ObjectNode row, ObjectNode given) {
    Given read = new Given(given, row);
    read.title();
    read.requiredTime("from_date", "From date");
    read.requiredTime("end_date", "End date");
    read.text("time_zone");
    String zone = row.path("time_zone").asString("");
    read.problem(!zone.isEmpty() && !TimeZones.isSupported(zone), "Not a supported time zone");
    read.check();
    for (String name : List.of("location", "description", "latitude", "longitude")) {
      read.text(name);
    }
    read.time("checkedin_at");
    read.flag("is_allday");
    read.number("outcome_id");
    if (given.path("appointment_attendees_attributes") instanceof ArrayNode attendees) {
      row.set("appointment_attendees", attendees.deepCopy());
    }
  }

  private void invite(ObjectNode row) {
    for (JsonNode attendee : row.path("appointment_attendees")) {
      long id = attendee.path("attendee_id").asLong(0);
      Optional<String> address =
          attendee.path("attendee_type").asString("").equals(Kind.CONTACT.type())
              ? account.tables().contacts().find(id).map(c -> c.path("email").asString(""))
              : account.setup().users().find(id).map(User::email);
      address.ifPresent(
          to -> outbox.send(to, "Invitation: " + row.path("title").asString(), "appointment"));
    }
  }

  private Reply delete(Exchange exchange) {
    appointments.bin(require(exchange).path("id").asLong());
    return Reply.json(200, BooleanNode.TRUE);
  }

  private Reply list(Exchange exchange) {
    boolean past = exchange.query("filter").orElse("upcoming").equals("past");
    Instant now = account.now();
    List<ObjectNode> rows =
        appointments
            .all()
            .filter(row -> Instant.parse(row.path("end_date").asString()).isBefore(now) == past)
            .toList();
    return listed(Page.of(exchange).of(rows), rows.size(), exchange);
  }

  private Reply listOf(Kind kind, Exchange exchange) {
    Targets.Target target = targets.ofPath(kind, exchange);
    List<ObjectNode> rows = targets.rows(appointments, target, Page.of(exchange));
    return listed(rows, targets.ids(appointments, target).size(), exchange);
  }

  private Reply listed(List<ObjectNode> rows, int total, Exchange exchange) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("appointments");
    rows.forEach(list::add);
    targets.sideLoad(answer, rows.stream(), exchange.query("include").orElse(""));
    answer.putObject("meta").put("total", total);
    return Reply.json(200, answer);
  }

  private static ObjectNode blank(User creater) {
    ObjectNode row = Json.object();
    for (String name :
        List.of(
            "id",
            "title",
            "description",
            "from_date",
            "end_date",
            "time_zone",
            "location",
            "latitude",
            "longitude",
            "checkedin_at",
            "outcome_id",
            "updater_id")) {
      row.putNull(name);
    }
    row.put("is_allday", false).put("creater_id", creater.id());
    row.putArray("appointment_attendees");
    row.putArray("targetables");
    return row;
  }

  private ObjectNode require(Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .flatMap(appointments::find)
        .orElseThrow(() -> Errors.refusal(404, "The meeting you're looking for is not in the CRM"));
  }

  private Reply answer(int status, ObjectNode row, Exchange exchange) {
    ObjectNode answer = Json.object();
    answer.set("appointment", row);
    targets.sideLoad(answer, List.of(row).stream(), exchange.query("include").orElse(""));
    return Reply.json(status, answer);
  }
}
