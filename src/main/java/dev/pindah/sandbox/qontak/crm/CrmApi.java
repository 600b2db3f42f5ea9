package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Fields;
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
  private final Paging paging;
  private final InfoDocuments info;
  private final ContactView contactView;
  private final CompanyView companyView;
  private final DealView dealView;

  public CrmApi(Account account, Simulation simulation, QontakAccess access, CrmReplies replies) {
    this.account = account;
    this.access = access;
    this.replies = replies;
    this.paging = new Paging(simulation.switches());
    this.info = new InfoDocuments(account.users(), simulation.switches());
    this.contactView = new ContactView(account, simulation.switches());
    this.companyView = new CompanyView(account);
    this.dealView = new DealView(account, simulation.switches());
  }

  public static List<Switch> switches() {
    List<Switch> switches = new ArrayList<>(Paging.switches());
    switches.add(ContactView.addressSwitch());
    switches.add(DealView.companySwitch());
    switches.add(
        new Switch("qontak.language", "id", "language of name_alias and of exports: id or en"));
    return switches;
  }

  public void addTo(Router router) {
    for (String prefix : PREFIXES) {
      infos(router, prefix);
      contacts().addTo(router, prefix);
      companies().addTo(router, prefix);
      deals().addTo(router, prefix);
      new PipelineEndpoints(replies).addTo(router, prefix);
    }
  }

  /** Whole state, with members that the API does not show. */
  public List<StateCollection> collections() {
    return List.of(
        collection(account.companies(), companyView::detail),
        collection(account.contacts(), contactView::full),
        collection(account.deals(), dealView::detail));
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

  private Resource contacts() {
    return resource("contacts", account.contacts(), contactView, Fields.CONTACT, "first_name")
        .filter(
            "name",
            (row, wanted) ->
                Filters.contains("first_name").or(Filters.contains("last_name")).test(row, wanted))
        .filter("job_title", Filters.contains("job_title"))
        .filter("phone", Filters.contains("telephone"))
        .filter("email", Filters.contains("email"))
        .filter("crm_company_id", Filters.is("crm_company_id"))
        .filter(
            "crm_deal_id",
            (row, wanted) ->
                account.relations().dealsOfContact(row.path("id").asLong()).stream()
                    .anyMatch(id -> String.valueOf(id).equals(wanted)))
        .filter("crm_status_id", Filters.is("crm_status_id"))
        .filter("created_after", Filters.createdFrom("dd-MM-yyyy"))
        .filter("created_between_start", Filters.createdFrom("dd/MM/yyyy"))
        .filter("created_between_end", Filters.createdUpTo("dd/MM/yyyy"));
  }

  private Resource companies() {
    return resource("companies", account.companies(), companyView, Fields.COMPANY, "name")
        .envelope(replies::pagedWithCursor)
        .filter("name", Filters.contains("name"))
        .filter("website", Filters.contains("website"));
  }

  private Resource deals() {
    return resource("deals", account.deals(), dealView, Fields.DEAL, "name", "crm_stage_id")
        .putAnswers(Resource.PutAnswer.OBJECT)
        .filter("name", Filters.contains("name"))
        .filter("contact_ids", Filters.is("crm_lead_ids"))
        .filter("company_ids", Filters.is("crm_company_id"))
        .filter("stage_id", Filters.is("crm_stage_id"))
        .filter("pipeline_id", Filters.is("crm_pipeline_id"));
  }

  private Resource resource(
      String path, Table table, View view, Fields fields, String... required) {
    Writes writes = new Writes(table, fields, List.of(required), replies);
    return new Resource(path, table, view, writes, replies, paging, access);
  }
}
