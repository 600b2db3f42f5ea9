package dev.pindah.sandbox.freshsales.crud;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.freshsales.views.Envelope;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /leads/:id/convert}: a contact, and an account of the lead's company. */
public final class LeadConversion {

  private static final List<String> NOT_TAKEN_OVER =
      List.of(
          "id",
          "creater_id",
          "updater_id",
          "created_at",
          "updated_at",
          "company_name",
          "contact_status_id",
          "lifecycle_stage_id",
          "sales_accounts",
          "email");

  private final Account account;
  private final Access access;
  private final Records records;
  private final Envelope envelope;

  public LeadConversion(Account account, Access access, Records records, Envelope envelope) {
    this.account = account;
    this.access = access;
    this.records = records;
    this.envelope = envelope;
  }

  public void addTo(Router router, String api) {
    router.post(api + "/leads/{id}/convert", this::convert);
  }

  private Reply convert(Exchange exchange) {
    String id = exchange.param("id");
    ObjectNode lead = records.require(Kind.LEAD, id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
    User user = access.user(exchange);
    ObjectNode given = lead.deepCopy();
    given.remove(NOT_TAKEN_OVER);
    given.set("custom_field", sharedFields(lead));
    String company = lead.path("company_name").asString("");
    if (isTaken(lead)) {
      throw Errors.refusal(400, lead.path("email").asString("") + " already exists.");
    }
    if (!company.isBlank()) {
      given.put("sales_account_id", accountOf(company, user));
    }
    ObjectNode contact = records.create(Kind.CONTACT, given, Via.CREATE, user);
    account.tables().leads().erase(lead.path("id").asLong());
    return Reply.json(200, envelope.one(Kind.CONTACT, contact, false, exchange));
  }

  /** Custom values whose field contacts have by the same name. */
  private ObjectNode sharedFields(ObjectNode lead) {
    Set<String> names =
        Set.copyOf(account.fields().custom(Kind.CONTACT).stream().map(f -> f.name()).toList());
    ObjectNode shared = Json.object();
    for (var entry : lead.path("custom_field").properties()) {
      if (names.contains(entry.getKey())) {
        shared.set(entry.getKey(), entry.getValue());
      }
    }
    return shared;
  }

  private boolean isTaken(JsonNode lead) {
    return Tables.emails(lead).stream()
        .anyMatch(email -> !account.tables().contacts().ids(Tables.EMAIL, email).isEmpty());
  }

  private long accountOf(String company, User user) {
    List<Long> known =
        account.tables().accounts().ids(Tables.NAME, company.toLowerCase(Locale.ROOT));
    return known.isEmpty()
        ? records
            .create(Kind.ACCOUNT, Json.object().put("name", company), Via.CREATE, user)
            .path("id")
            .asLong()
        : known.getFirst();
  }
}
