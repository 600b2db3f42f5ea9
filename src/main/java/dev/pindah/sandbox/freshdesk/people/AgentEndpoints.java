package dev.pindah.sandbox.freshdesk.people;

import dev.pindah.sandbox.freshdesk.answers.Ids;
import dev.pindah.sandbox.freshdesk.answers.Pages;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.auth.DeskAccess;
import dev.pindah.sandbox.freshdesk.desk.AgentRows;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 5: agents, roles, groups. A new agent takes a seat and is sent an invitation. */
public final class AgentEndpoints {

  private static final Map<String, Shape> AGENT =
      Map.ofEntries(
          Map.entry("email", Shape.STRING),
          Map.entry("name", Shape.STRING),
          Map.entry("ticket_scope", Shape.NUMBER),
          Map.entry("role_ids", Shape.ARRAY),
          Map.entry("group_ids", Shape.ARRAY),
          Map.entry("skill_ids", Shape.ARRAY),
          Map.entry("occasional", Shape.BOOLEAN),
          Map.entry("agent_type", Shape.NUMBER),
          Map.entry("signature", Shape.STRING),
          Map.entry("language", Shape.STRING),
          Map.entry("time_zone", Shape.STRING),
          Map.entry("focus_mode", Shape.BOOLEAN));
  private static final Map<String, Shape> GROUP =
      Map.of(
          "name", Shape.STRING,
          "description", Shape.STRING,
          "agent_ids", Shape.ARRAY,
          "escalate_to", Shape.NUMBER,
          "unassigned_for", Shape.STRING);

  private final Desk desk;
  private final DeskAccess access;
  private final Table agents;
  private final Table groups;

  public AgentEndpoints(Desk desk, DeskAccess access) {
    this.desk = desk;
    this.access = access;
    this.agents = desk.tables().agents();
    this.groups = desk.tables().groups();
  }

  public void addTo(Router router, String api) {
    router
        .get(api + "/agents", this::list)
        .post(api + "/agents", this::create)
        .get(api + "/agents/me", _ -> me())
        .get(api + "/agents/{id}", e -> Reply.json(200, Ids.require(agents, e)))
        .put(api + "/agents/{id}", this::update)
        .delete(api + "/agents/{id}", this::delete)
        .get(api + "/roles", _ -> roles());
    for (String base : List.of(api + "/groups", api + "/admin/groups")) {
      router
          .get(base, e -> Pages.of(groups.all().toList(), e, row -> row))
          .post(base, this::createGroup)
          .get(base + "/{id}", e -> Reply.json(200, Ids.require(groups, e)))
          .put(base + "/{id}", this::updateGroup)
          .delete(base + "/{id}", this::deleteGroup);
    }
  }

  private Reply me() {
    return Reply.json(200, agents.find(access.agent()).orElseThrow(Problems::missing));
  }

  private Reply list(Exchange exchange) {
    String email = exchange.query("email").orElse("").toLowerCase(Locale.ROOT);
    List<ObjectNode> rows =
        agents
            .all()
            .filter(
                row ->
                    email.isEmpty() || row.path("contact").path("email").asString().equals(email))
            .toList();
    return Pages.of(rows, exchange, row -> row);
  }

  private Reply create(Exchange exchange) {
    Intake intake = Intake.of(exchange, AGENT);
    String email = intake.text("email").toLowerCase(Locale.ROOT);
    if (email.isEmpty()) {
      intake.problems().missing("email", Shape.STRING.shown());
    }
    if (!List.of(1L, 2L, 3L).contains(intake.values().path("ticket_scope").asLong(0))) {
      intake.problems().notOneOf("ticket_scope", List.of(1, 2, 3));
    }
    agents.ids(DeskTables.NAME, email).stream()
        .findFirst()
        .ifPresent(id -> intake.problems().duplicate("email", id, true));
    intake.problems().check();
    if (agents.count() >= desk.behaviours().number("seats")) {
      throw new Refusal(
          Problems.coded(403, "max_agents_reached", "You have reached the maximum of agents"));
    }
    String name = intake.gives("name") ? intake.text("name") : email;
    ObjectNode row = AgentRows.agent(name, email, false, desk.now());
    row.setAll(rights(intake));
    agents.insert(row);
    desk.mail(email, "Activate your account", "agent created");
    return Reply.json(201, row)
        .withHeader("Location", exchange.base() + exchange.path() + "/" + row.path("id").asLong());
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = Ids.require(agents, exchange);
    Intake intake = Intake.of(exchange, AGENT);
    intake.problems().check();
    row.setAll(rights(intake));
    return Reply.json(200, agents.replace(row));
  }

  /** Name and address cannot be changed here. */
  private static ObjectNode rights(Intake intake) {
    ObjectNode rights = intake.values().deepCopy();
    rights.remove(List.of("name", "email", "language", "time_zone", "agent_type"));
    return rights;
  }

  private Reply delete(Exchange exchange) {
    agents.erase(Ids.require(agents, exchange).path("id").asLong());
    return Reply.empty(204);
  }

  private static Reply roles() {
    ArrayNode list = Json.array();
    list.addObject().put("id", 103_000_000_301L).put("name", "Account Administrator");
    list.addObject().put("id", 103_000_000_303L).put("name", "Agent");
    return Reply.json(200, list);
  }

  private Reply createGroup(Exchange exchange) {
    ObjectNode row = Json.object();
    row.putNull("id").putNull("name").putNull("description").putNull("escalate_to");
    row.putNull("unassigned_for").putArray("agent_ids");
    writeGroup(row, Intake.of(exchange, GROUP));
    groups.insert(row);
    return Reply.json(201, row)
        .withHeader("Location", exchange.base() + exchange.path() + "/" + row.path("id").asLong());
  }

  private Reply updateGroup(Exchange exchange) {
    ObjectNode row = Ids.require(groups, exchange);
    writeGroup(row, Intake.of(exchange, GROUP));
    return Reply.json(200, groups.replace(row));
  }

  private void writeGroup(ObjectNode row, Intake intake) {
    row.setAll(intake.values());
    String name = row.path("name").asString("");
    if (name.isBlank()) {
      intake.problems().missing("name", Shape.STRING.shown());
    }
    boolean taken =
        groups.ids(DeskTables.NAME, name.toLowerCase(Locale.ROOT)).stream()
            .anyMatch(id -> id != row.path("id").asLong(0));
    if (taken) {
      intake.problems().duplicate("name", 0, true);
    }
    intake.problems().check();
  }

  private Reply deleteGroup(Exchange exchange) {
    groups.erase(Ids.require(groups, exchange).path("id").asLong());
    return Reply.empty(204);
  }
}
