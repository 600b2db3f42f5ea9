package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.qontak.seed.User;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The objects with the usual five endpoints: what each filters by, requires and answers. */
final class CrmResources {

  private final Account account;
  private final CrmReplies replies;
  private final Paging paging;
  private final QontakAccess access;

  CrmResources(Account account, CrmReplies replies, Paging paging, QontakAccess access) {
    this.account = account;
    this.replies = replies;
    this.paging = paging;
    this.access = access;
  }

  Resource contacts(View view) {
    return resource("contacts", account.contacts(), view, Fields.CONTACT, "first_name")
        .mayComeAsArray()
        .filter("name", Filters.contains("first_name").or(Filters.contains("last_name")))
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

  Resource companies(View view) {
    return resource("companies", account.companies(), view, Fields.COMPANY, "name")
        .envelope(replies::pagedWithCursor)
        .filter("name", Filters.contains("name"))
        .filter("website", Filters.contains("website"))
        .filter(
            "contact_ids",
            (row, wanted) ->
                account.relations().contactsOfCompany(row.path("id").asLong()).stream()
                    .anyMatch(id -> String.valueOf(id).equals(wanted)))
        .filter(
            "deal_ids",
            (row, wanted) ->
                account.relations().dealsOfCompany(row.path("id").asLong()).stream()
                    .anyMatch(id -> String.valueOf(id).equals(wanted)));
  }

  /** A PUT answers the whole deal, as it really does, not meta only, as documented. */
  Resource deals(View view, StageHistory history) {
    return resource("deals", account.deals(), view, Fields.DEAL, "name", "crm_stage_id")
        .putAnswers(Resource.PutAnswer.OBJECT)
        .moves(new DealMoves(history))
        .filter("name", Filters.contains("name"))
        .filter("contact_ids", Filters.is("crm_lead_ids"))
        .filter("company_ids", Filters.is("crm_company_id"))
        .filter(
            "product_ids",
            (row, wanted) ->
                account.relations().associationsOfDeal(row.path("id").asLong()).stream()
                    .flatMap(id -> account.associations().find(id).stream())
                    .anyMatch(item -> Filters.is("crm_product_id").test(item, wanted)))
        .filter("stage_id", Filters.is("crm_stage_id"))
        .filter("pipeline_id", Filters.is("crm_pipeline_id"));
  }

  /** Without {@code filter=alltask} only the tasks of who asks. */
  Resource tasks(View view) {
    return resource("tasks", account.tasks(), view, Fields.TASK, "name")
        .putAnswers(Resource.PutAnswer.OBJECT)
        .ownedBy("user_id")
        .ownUnless("filter", "alltask")
        .filter("task_name", Filters.contains("name"))
        .filter("crm_task_status_id", Filters.is("crm_task_status_id"))
        .filter("category_id", Filters.is("crm_task_category_id"));
  }

  Resource tickets(View view) {
    return resource("tickets", account.tickets(), view, Fields.TICKET, "name", "ticket_stage_id")
        .putAnswers(Resource.PutAnswer.OBJECT)
        .ownedBy("user_id")
        .filter("pipeline_id", Filters.is("ticket_pipeline_id"));
  }

  Resource checkIns() {
    return resource(
            "geolocations", account.checkIns(), row -> row, new Fields(List.of(), List.of()))
        .kept();
  }

  private Resource resource(
      String path, Table table, View view, Fields fields, String... required) {
    Writes writes = new Writes(table, fields, List.of(required), replies);
    return new Resource(path, table, view, writes, replies, paging, access);
  }

  /** A deal must be in a stage that exists; each move is remembered. */
  private final class DealMoves implements Resource.Moves {

    private final StageHistory history;

    DealMoves(StageHistory history) {
      this.history = history;
    }

    @Override
    public void created(ObjectNode row, User actor) {
      mustKnowStage(row);
      history.created(row, actor);
    }

    @Override
    public void changed(ObjectNode before, ObjectNode after, User actor) {
      mustKnowStage(after);
      history.changed(before, after, actor);
    }

    private void mustKnowStage(ObjectNode row) {
      if (!history.knowsStage(row)) {
        throw replies.invalid("crm_stage_id doesn't exist");
      }
    }
  }
}
