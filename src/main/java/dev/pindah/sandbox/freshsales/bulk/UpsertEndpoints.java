package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.views.Envelope;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /<module>/upsert}: 200 when it changed a record, 201 when it made one. */
public final class UpsertEndpoints {

  /** All that an upsert tells of a contact. */
  private static final Set<String> REDUCED =
      Set.of(
          "id",
          "first_name",
          "last_name",
          "display_name",
          "email",
          "mcr_id",
          "sales_accounts",
          "updated_at");

  private final Account account;
  private final Access access;
  private final Upserts upserts;
  private final Envelope envelope;

  public UpsertEndpoints(Account account, Access access, Records records, Envelope envelope) {
    this.account = account;
    this.access = access;
    this.upserts = new Upserts(account, records);
    this.envelope = envelope;
  }

  public void addTo(Router router, String api) {
    for (Kind kind : Kind.RECORDS) {
      router.post(api + "/" + kind.path() + "/upsert", exchange -> upsert(kind, exchange));
    }
  }

  private Reply upsert(Kind kind, Exchange exchange) {
    ObjectNode given = Body.root(exchange, kind.root());
    Identifier identifier =
        Body.root(exchange, "unique_identifier").properties().stream()
            .flatMap(e -> Identifier.of(account, kind, e.getKey(), e.getValue()).stream())
            .findFirst()
            .orElseThrow(() -> Errors.refusal(400, "Invalid unique_identifier"));
    Upserts.Done done = upserts.upsert(identifier, given, Via.UPSERT, access.user(exchange));
    ObjectNode answer = envelope.one(kind, done.row(), false, exchange);
    if (kind == Kind.CONTACT && answer.path(kind.root()) instanceof ObjectNode contact) {
      contact.retain(REDUCED);
      contact.put("type", "Contact");
    }
    return Reply.json(done.created() ? 201 : 200, answer);
  }
}
