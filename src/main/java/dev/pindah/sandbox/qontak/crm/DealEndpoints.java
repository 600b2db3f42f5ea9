package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What deals have besides the usual five: history, creator, the download view, and a few odd ones.
 */
final class DealEndpoints {

  private final Account account;
  private final CrmReplies replies;
  private final Paging paging;
  private final QontakAccess access;
  private final Resource resource;
  private final StageHistory history;
  private final DealView view;

  DealEndpoints(
      Account account,
      CrmReplies replies,
      Paging paging,
      QontakAccess access,
      Resource resource,
      StageHistory history,
      DealView view) {
    this.account = account;
    this.replies = replies;
    this.paging = paging;
    this.access = access;
    this.resource = resource;
    this.history = history;
    this.view = view;
  }

  void addTo(Router router, String prefix) {
    String deal = prefix + "/deals/{id}";
    router
        .get(deal + "/stage_history", e -> replies.unpaged(history.of(resource.stored(e))))
        .get(deal + "/change_log", e -> replies.unpaged(history.of(resource.stored(e))))
        .get(deal + "/real_creator", e -> replies.one(creator(resource.stored(e))))
        .get(deal + "/full-field", e -> replies.one(full(resource.stored(e))))
        .get(prefix + "/deals/full-fields", this::allFull)
        .get(prefix + "/deals/sla", _ -> replies.unpaged(List.of()))
        .get(
            prefix + "/deals/channel_integration_room/{room}",
            e -> replies.unpaged(ofRoom(e.param("room"))))
        .post(prefix + "/deals/auto-assign", this::assign)
        .post(prefix + "/deals/update_attribute", this::assign)
        .post(prefix + "/deals/deal_permission", _ -> replies.metaOnly("Success"));
  }

  /** The owner may have changed; who made the deal does not. */
  private ObjectNode creator(ObjectNode deal) {
    long id = deal.path("id").asLong();
    User user = account.dice().of("real-creator", id, account.users().active());
    ObjectNode creator = Json.object();
    creator.put("id", user.id()).put("email", user.email()).put("full_name", user.name());
    creator.put("username", user.email()).put("phone", user.phone());
    creator
        .putObject("team")
        .put("id", 1)
        .put("company_name", "PT Contoh Demo")
        .putNull("external_company_id");
    return creator.put("role", "owner");
  }

  private Reply allFull(Exchange exchange) {
    CrmReplies.Page page = paging.page(exchange, account.deals());
    return replies.paged(
        new CrmReplies.Page(
            page.rows().stream().map(this::full).toList(),
            page.number(),
            page.perPage(),
            page.total()));
  }

  /** Names in the place of ids, the date of creation in two pieces. */
  private ObjectNode full(ObjectNode stored) {
    ObjectNode deal = view.detail(stored);
    Optional<User> owner = account.users().find(deal.path("creator_id").asLong(0));
    ObjectNode row = Json.object();
    row.put("id", deal.path("id").asLong()).set("name", deal.path("name"));
    ObjectNode creator = row.putObject("creator");
    creator
        .put("id", owner.map(User::id).orElse(null))
        .put("name", owner.map(User::name).orElse(null));
    creator.put("username", owner.map(User::email).orElse(null));
    row.put("crm_team", owner.map(User::team).orElse(null));
    row.set("size", deal.path("size"));
    row.putNull("cost");
    for (String member :
        List.of(
            "currency",
            "start_date",
            "expired_date",
            "closed_date",
            "crm_pipeline_name",
            "crm_stage_name",
            "crm_source_name",
            "crm_company_name",
            "crm_lost_reason_name")) {
      row.set(member, deal.path(member));
    }
    ArrayNode contacts = row.putArray("crm_contacts");
    for (long id : Names.ids(deal.path("crm_lead_ids"))) {
      account
          .contacts()
          .find(id)
          .ifPresent(
              contact ->
                  contacts
                      .addObject()
                      .put("id", id)
                      .put("name", account.relations().contactName(id).orElse(""))
                      .set("email", contact.path("email")));
    }
    row.set("product", deal.path("product_association_name"));
    String created = deal.path("created_at").asString("");
    row.put("created_at_date", created.substring(0, 10));
    row.put("created_at_time", created.substring(11, 19));
    row.set("updated_at", deal.path("updated_at"));
    notes(row, deal.path("id").asLong());
    row.putArray("crm_gps_checkin");
    row.set("unique_deal_id", deal.path("unique_deal_id"));
    row.set("additional_fields", deal.path("additional_fields"));
    return row;
  }

  private void notes(ObjectNode row, long deal) {
    ArrayNode notes = row.putArray("crm_note");
    for (long id : account.relations().notesOfDeal(deal)) {
      account.notes().find(id).ifPresent(note -> notes.addObject().set("note", note.path("note")));
    }
  }

  private List<ObjectNode> ofRoom(String room) {
    return account
        .deals()
        .writtenWhere(row -> row.path("channel_integration_room_id").asString("").equals(room))
        .stream()
        .flatMap(id -> account.deals().find(id).stream())
        .map(view::detail)
        .toList();
  }

  /** Sets members of one deal, named by {@code id} or {@code deal_id} in the body. */
  private Reply assign(Exchange exchange) {
    JsonNode body = exchange.json().orElseThrow(() -> replies.invalid("a JSON object is needed"));
    long id = body.path("deal_id").asLong(body.path("id").asLong(0));
    ObjectNode deal = account.deals().find(id).orElseThrow(replies::notFound);
    long owner = body.path("creator_id").asLong(access.actor(exchange).id());
    if (!access.isUser(owner)) {
      throw replies.invalid("creator_id doesn't exist");
    }
    account.deals().replace(id, deal.put("creator_id", owner));
    return replies.metaOnly("Success");
  }
}
