package dev.pindah.sandbox.freshsales;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Behaviours;
import dev.pindah.sandbox.freshsales.admin.AdminEndpoints;
import dev.pindah.sandbox.freshsales.admin.State;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.bulk.BulkEndpoints;
import dev.pindah.sandbox.freshsales.bulk.Jobs;
import dev.pindah.sandbox.freshsales.bulk.UpsertEndpoints;
import dev.pindah.sandbox.freshsales.crud.LeadConversion;
import dev.pindah.sandbox.freshsales.crud.RecordEndpoints;
import dev.pindah.sandbox.freshsales.engage.ActivityEndpoints;
import dev.pindah.sandbox.freshsales.engage.AppointmentEndpoints;
import dev.pindah.sandbox.freshsales.engage.CallEndpoints;
import dev.pindah.sandbox.freshsales.engage.ContactLists;
import dev.pindah.sandbox.freshsales.engage.DocumentEndpoints;
import dev.pindah.sandbox.freshsales.engage.HistoryEndpoints;
import dev.pindah.sandbox.freshsales.engage.ListEndpoints;
import dev.pindah.sandbox.freshsales.engage.NoteEndpoints;
import dev.pindah.sandbox.freshsales.engage.Outbox;
import dev.pindah.sandbox.freshsales.engage.TaskEndpoints;
import dev.pindah.sandbox.freshsales.life.People;
import dev.pindah.sandbox.freshsales.life.Workflows;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.search.SearchEndpoints;
import dev.pindah.sandbox.freshsales.settings.SelectorEndpoints;
import dev.pindah.sandbox.freshsales.settings.SettingsEndpoints;
import dev.pindah.sandbox.freshsales.settings.TagEndpoints;
import dev.pindah.sandbox.freshsales.views.Envelope;
import dev.pindah.sandbox.freshsales.views.ViewEndpoints;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Freshsales account: the suite, or by a switch the classic edition. */
public final class FreshsalesProduct implements Product {

  /** The suite's root; a few things are served only here, without {@code /api}. */
  private static final String SUITE = "/crm/sales";

  private final Simulation simulation;
  private final Account account;
  private final Access access;
  private final Records records;
  private final Jobs jobs;
  private final ContactLists lists;
  private final Outbox outbox;
  private final People people;

  public FreshsalesProduct(Simulation simulation) {
    this.simulation = simulation;
    account = new Account(simulation);
    access = new Access(account);
    records = new Records(account);
    jobs = new Jobs(account);
    lists = new ContactLists(account);
    outbox = new Outbox(account);
    people = new People(account, records, simulation.seed());
    Workflows workflows = new Workflows(account, outbox);
    records.watch(workflows::created);
  }

  @Override
  public String name() {
    return "freshsales";
  }

  @Override
  public List<Switch> switches() {
    return Behaviours.switches();
  }

  @Override
  public void routes(Router router) {
    Envelope envelope = new Envelope(account);
    NoteEndpoints notes = new NoteEndpoints(account, access);
    DocumentEndpoints documents = new DocumentEndpoints(account, access);
    // the classic edition's paths lie beside the suite's; only those of the edition are served
    for (String bare : List.of(SUITE, "")) {
      String api = bare + "/api";
      new SelectorEndpoints(account.setup()).addTo(router, api);
      new SettingsEndpoints(account).addTo(router, api);
      new ViewEndpoints(account, envelope).addTo(router, api);
      new RecordEndpoints(account, access, records, envelope).addTo(router, api);
      new LeadConversion(account, access, records, envelope).addTo(router, api);
      new SearchEndpoints(account).addTo(router, api);
      new UpsertEndpoints(account, access, records, envelope).addTo(router, api);
      new BulkEndpoints(account, access, records, jobs, api).addTo(router);
      notes.addTo(router, api);
      new TaskEndpoints(account, access).addTo(router, api, bare);
      new AppointmentEndpoints(account, access, outbox).addTo(router, api);
      new ActivityEndpoints(account, access).addTo(router, api);
      new CallEndpoints(account, access, notes).addTo(router, api);
      documents.addTo(router, api);
      new ListEndpoints(account, lists, envelope).addTo(router, api);
      new TagEndpoints(account.setup().tags()).addTo(router, api);
      new HistoryEndpoints(account).addTo(router, api, bare);
    }
  }

  @Override
  public void adminRoutes(Router router) {
    new AdminEndpoints(account, records).addTo(router);
  }

  @Override
  public Reply around(Exchange exchange, Endpoint next) {
    return account.locked(() -> access.through(exchange, next));
  }

  @Override
  public Reply refusal(Exchange exchange, int status, String message) {
    boolean ordered = exchange.fault(Fault.ProductStatus.class).isPresent();
    return switch (status) {
      case 401 -> Errors.unauthenticated();
      case 404 -> Errors.reply(404, List.of("Not Found"));
      // what the API cannot do has no route at all, whatever the method
      case 405 -> Errors.reply(ordered ? 405 : 404, List.of(ordered ? message : "Not Found"));
      default -> status >= 500 ? Errors.broken(status) : Errors.reply(status, List.of(message));
    };
  }

  @Override
  public List<StateCollection> collections() {
    List<StateCollection> collections = new ArrayList<>(new State(account).collections());
    collections.add(jobs.collection());
    collections.add(lists.collection());
    return collections;
  }

  @Override
  public ObjectNode account() {
    return access.describe();
  }

  @Override
  public ObjectNode evolve(Evolution evolution) {
    return people.goOn(evolution);
  }

  @Override
  public void automations(boolean on) {
    simulation.switches().set(Map.of("freshsales.automations", on ? "on" : "off"));
  }

  @Override
  public void close() {
    account.close();
  }
}
