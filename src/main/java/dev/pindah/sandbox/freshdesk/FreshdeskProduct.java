package dev.pindah.sandbox.freshdesk;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.freshdesk.admin.DeskAdmin;
import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.auth.DeskAccess;
import dev.pindah.sandbox.freshdesk.desk.Behaviours;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.fields.FieldEndpoints;
import dev.pindah.sandbox.freshdesk.people.AgentEndpoints;
import dev.pindah.sandbox.freshdesk.people.CompanyEndpoints;
import dev.pindah.sandbox.freshdesk.people.ContactEndpoints;
import dev.pindah.sandbox.freshdesk.people.Contacts;
import dev.pindah.sandbox.freshdesk.search.DeskSearch;
import dev.pindah.sandbox.freshdesk.tickets.ConversationEndpoints;
import dev.pindah.sandbox.freshdesk.tickets.DeskJobs;
import dev.pindah.sandbox.freshdesk.tickets.TicketEndpoints;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Freshdesk account. */
public final class FreshdeskProduct implements Product {

  private static final String API = "/api/v2";

  private final Simulation simulation;
  private final Desk desk;
  private final DeskAccess access;
  private final DeskAdmin admin;

  public FreshdeskProduct(Simulation simulation) {
    this.simulation = simulation;
    desk = new Desk(simulation);
    access = new DeskAccess(desk);
    admin = new DeskAdmin(desk);
  }

  @Override
  public String name() {
    return "freshdesk";
  }

  @Override
  public List<Switch> switches() {
    return Behaviours.switches();
  }

  @Override
  public void routes(Router router) {
    desk.seat(simulation);
    Contacts contacts = new Contacts(desk);
    DeskJobs jobs = new DeskJobs(desk, API);
    new ContactEndpoints(desk, contacts).addTo(router, API);
    new CompanyEndpoints(desk).addTo(router, API);
    new AgentEndpoints(desk, access).addTo(router, API);
    new FieldEndpoints(desk).addTo(router, API);
    new TicketEndpoints(desk, contacts, jobs).addTo(router, API);
    new ConversationEndpoints(desk, access).addTo(router, API);
    new DeskSearch(desk).addTo(router, API);
    jobs.addTo(router);
    router.get("/data/attachments/{id}", this::download);
  }

  private Reply download(Exchange exchange) {
    return desk.files()
        .download(exchange.param("id"), exchange.query("signature").orElse(""))
        .orElseGet(() -> Reply.empty(403));
  }

  @Override
  public void adminRoutes(Router router) {
    admin.addTo(router);
  }

  @Override
  public Reply around(Exchange exchange, Endpoint next) {
    return desk.locked(() -> access.through(exchange, next));
  }

  @Override
  public Reply refusal(Exchange exchange, int status, String message) {
    return switch (status) {
      case 401 ->
          Problems.coded(
              401, "invalid_credentials", "You have to be logged in to perform this action.");
      case 403 ->
          Problems.coded(403, "access_denied", "You are not authorized to perform this action.");
      case 404 -> Reply.empty(404);
      case 405 -> Problems.coded(405, "method_not_allowed", message);
      default -> Reply.json(status, Json.object().put("message", message));
    };
  }

  @Override
  public List<StateCollection> collections() {
    return admin.collections();
  }

  @Override
  public ObjectNode account() {
    return access.describe();
  }

  /** People answer tickets: so many change their priority, so many are deleted; none is added. */
  @Override
  public ObjectNode evolve(Evolution evolution) {
    return desk.locked(
        () -> {
          ObjectNode done = Json.object();
          ArrayNode changed = done.putObject("tickets").putArray("changed");
          ArrayNode deleted = ((ObjectNode) done.path("tickets")).putArray("deleted");
          Table tickets = desk.tables().tickets();
          List<Long> ids = tickets.ids();
          ids.stream()
              .limit(evolution.changed())
              .flatMap(id -> tickets.find(id).stream())
              .forEach(
                  row -> changed.add(tickets.replace(row.put("priority", 4)).path("id").asLong()));
          ids.reversed().stream()
              .limit(evolution.deleted())
              .flatMap(id -> tickets.find(id).stream())
              .forEach(
                  row ->
                      deleted.add(tickets.replace(row.put("deleted", true)).path("id").asLong()));
          return done;
        });
  }

  @Override
  public void automations(boolean on) {
    simulation.switches().set(Map.of("freshdesk.notifications", on ? "on" : "off"));
  }

  @Override
  public void close() {
    desk.close();
  }
}
