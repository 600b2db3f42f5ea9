package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.files.ExportFiles;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** All CRM endpoints, under the gateway's prefix and under the legacy one. */
public final class CrmApi {

  private static final List<String> PREFIXES = List.of("/qontak/crm", "/api/v3.1");

  private final Account account;
  private final QontakAccess access;
  private final CrmReplies replies;
  private final Switches switches;
  private final Paging paging;
  private final InfoDocuments info;
  private final ContactView contactView;
  private final CompanyView companyView;
  private final DealView dealView;
  private final TaskView taskView;
  private final TicketView ticketView;
  private final NoteEndpoints notes;
  private final StageHistory history;
  private final TaskCategories categories;
  private final CrmResources resources;

  public CrmApi(Account account, Simulation simulation, QontakAccess access, CrmReplies replies) {
    this.account = account;
    this.access = access;
    this.replies = replies;
    this.switches = simulation.switches();
    this.paging = new Paging(switches);
    this.info = new InfoDocuments(account.users(), switches);
    this.contactView = new ContactView(account, switches);
    this.companyView = new CompanyView(account);
    this.dealView = new DealView(account, switches);
    this.taskView = new TaskView(account);
    this.ticketView = new TicketView(account);
    this.notes = new NoteEndpoints(account, replies, switches, simulation.clock());
    this.history = new StageHistory(account, simulation.clock());
    this.categories = new TaskCategories(replies);
    this.resources = new CrmResources(account, replies, paging, access);
  }

  public static List<Switch> switches() {
    List<Switch> switches = new ArrayList<>(Paging.switches());
    switches.add(ContactView.addressSwitch());
    switches.add(DealView.companySwitch());
    switches.add(NoteEndpoints.unfilteredSwitch());
    switches.add(TicketPipelines.plainSwitch());
    switches.add(Timelines.refusedSwitch());
    switches.add(ChatHistories.formSwitch());
    switches.add(
        new Switch("qontak.language", "id", "language of name_alias and of exports: id or en"));
    return switches;
  }

  public void addTo(Router router) {
    for (String prefix : PREFIXES) {
      infos(router, prefix);
      Resource contacts = resources.contacts(contactView);
      Resource companies = resources.companies(companyView);
      Resource deals = resources.deals(dealView, history);
      contacts.ownerEndpoint(router, prefix).addTo(router, prefix);
      companies.ownerEndpoint(router, prefix).addTo(router, prefix);
      deals.ownerEndpoint(router, prefix).addTo(router, prefix);
      resources.tasks(taskView).addTo(router, prefix);
      resources.tickets(ticketView).addTo(router, prefix);
      resources.checkIns().addTo(router, prefix);
      traces(router, prefix, contacts, companies, deals);
      new DealEndpoints(account, replies, paging, access, deals, history, dealView)
          .addTo(router, prefix);
      new PipelineEndpoints(replies).addTo(router, prefix);
      new TicketPipelines(replies, switches).addTo(router, prefix);
      new ProductEndpoints(account, replies, paging, access).addTo(router, prefix);
      notes.addTo(router, prefix, access, paging);
      categories.addTo(router, prefix);
    }
  }

  /** Whole state, with members that the API does not show. */
  public List<StateCollection> collections() {
    return List.of(
        collection(account.companies(), companyView::detail),
        collection(account.contacts(), contactView::full),
        collection(account.deals(), dealView::detail),
        collection(account.tasks(), taskView::detail),
        collection(account.tickets(), ticketView::detail),
        collection(account.products(), row -> row),
        collection(account.associations(), row -> row),
        collection(account.notes(), notes::detail),
        collection(account.checkIns(), row -> row));
  }

  /** How stored rows are shown, for the files that the web pages offer. */
  public ExportFiles.Shown shown() {
    return new ExportFiles.Shown(
        contactView::full, companyView::detail, dealView::detail, taskView::detail);
  }

  /** Remembers a move that nobody made through the API. */
  public void dealMoved(ObjectNode before, ObjectNode after) {
    history.changed(before, after, account.users().owner());
  }

  private static StateCollection collection(Table table, UnaryOperator<ObjectNode> view) {
    return new StateCollection(table.name(), table::count, () -> table.all().map(view));
  }

  private void infos(Router router, String prefix) {
    router
        .get(prefix + "/contacts/info", _ -> replies.unpaged(info.contact()))
        .get(prefix + "/companies/info", _ -> replies.unpaged(info.company()))
        .get(prefix + "/deals/info", _ -> replies.unpaged(info.deal()))
        .get(prefix + "/tasks/info", _ -> replies.unpaged(info.task()))
        .get(prefix + "/tickets/info", _ -> replies.unpaged(info.ticket()))
        .get(prefix + "/products/info", _ -> replies.properties(info.product()));
  }

  private void traces(
      Router router, String prefix, Resource contacts, Resource companies, Resource deals) {
    Timelines timelines = new Timelines(account, replies, switches);
    ChatHistories chats = new ChatHistories(account, replies, switches);
    router
        .get(prefix + "/contacts/{id}/timeline", e -> timelines.of("contacts", contacts.stored(e)))
        .get(
            prefix + "/companies/{id}/timeline",
            e -> timelines.of("companies", companies.stored(e)))
        .get(prefix + "/deals/{id}/timeline", e -> timelines.of("deals", deals.stored(e)))
        .get(
            prefix + "/contacts/{id}/chat-history",
            e -> chats.ofContact(e, contacts.stored(e).path("id").asLong()))
        .get(
            prefix + "/deals/{id}/chat-history",
            e -> {
              List<Long> people = Names.ids(deals.stored(e).path("crm_lead_ids"));
              return chats.ofContact(e, people.isEmpty() ? 0 : people.getFirst());
            });
  }
}
