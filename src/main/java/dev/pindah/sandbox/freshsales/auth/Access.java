package dev.pindah.sandbox.freshsales.auth;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.freshsales.setup.Users;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Key first, then quota, then format, then what the key may do. */
public final class Access {

  private final Account account;
  private final Quota quota;

  public Access(Account account) {
    this.account = account;
    this.quota = new Quota(account);
  }

  /** Who acts: both keys belong to the account admin. */
  public User user(Exchange exchange) {
    return account.setup().users().admin();
  }

  /** Lets a request through to the endpoint, or refuses it. */
  public Reply through(Exchange exchange, Endpoint next) {
    Optional<ApiKeys.Grant> grant = ApiKeys.grant(exchange.header("Authorization"));
    if (grant.isEmpty()) {
      return Errors.unauthenticated();
    }
    Optional<Reply> tooMany = quota.take(exchange);
    if (tooMany.isPresent()) {
      return tooMany.get();
    }
    return quota.dressed(answered(exchange, next, grant.get()));
  }

  private Reply answered(Exchange exchange, Endpoint next, ApiKeys.Grant grant) {
    if (exchange.path().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return Errors.reply(406, List.of("Not Acceptable"));
    }
    if (!Editions.serves(account.isClassic(), exchange.path())) {
      return Errors.reply(404, List.of("Not Found"));
    }
    boolean search = exchange.path().contains("/filtered_search/");
    boolean writes = !exchange.method().equals("GET") && !search;
    try {
      if (writes && grant == ApiKeys.Grant.READING) {
        throw Errors.notAuthorized();
      }
      return next.answer(exchange);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  /** What a client is configured with. */
  public ObjectNode describe() {
    return Json.object()
        .put("apiKey", ApiKeys.ADMIN)
        .put("readOnlyApiKey", ApiKeys.READER)
        .put("user", Users.ADMIN_EMAIL)
        .put("basePath", account.isClassic() ? "/api" : "/crm/sales/api")
        .put("edition", account.isClassic() ? "classic" : "suite")
        .put("plan", account.plan().name().toLowerCase(Locale.ROOT));
  }
}
