package dev.pindah.sandbox.freshsales.search;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Commas;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /search}: a bare array, ids as text. */
final class TextSearch {

  private static final List<String> LOOKED_AT =
      List.of("name", "first_name", "last_name", "email", "mobile_number", "work_number", "phone");

  private final Account account;

  TextSearch(Account account) {
    this.account = account;
  }

  Reply answer(Exchange exchange) {
    String wanted = exchange.query("q").orElse("").strip().toLowerCase(Locale.ROOT);
    List<ObjectNode> found = new ArrayList<>();
    for (String entity : Commas.split(exchange.query("include").orElse("contact"))) {
      Optional<Kind> kind = Kind.ofRoot(entity).filter(known -> known != Kind.ACTIVITY);
      if (!wanted.isEmpty() && kind.isPresent()) {
        account
            .tables()
            .of(kind.get())
            .search()
            .all(SearchEndpoints.lag(exchange))
            .filter(row -> matches(row, wanted))
            .forEach(row -> found.add(shown(kind.get(), row)));
      }
      if (!wanted.isEmpty() && entity.equals("user")) {
        account.setup().users().all().stream()
            .filter(user -> matches(user, wanted))
            .forEach(user -> found.add(shown(user)));
      }
    }
    ArrayNode list = Json.array();
    Page.of(exchange).of(found).forEach(list::add);
    return Reply.json(200, list);
  }

  private static boolean matches(ObjectNode row, String wanted) {
    return RecordJson.displayName(row).toLowerCase(Locale.ROOT).contains(wanted)
        || LOOKED_AT.stream().anyMatch(name -> Attributes.lower(row.path(name)).contains(wanted));
  }

  private static boolean matches(User user, String wanted) {
    return (user.name() + " " + user.email()).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private ObjectNode shown(Kind kind, ObjectNode row) {
    String name =
        kind == Kind.CONTACT ? RecordJson.displayName(row) : row.path("name").asString("");
    ObjectNode shown = hit(row.path("id").asLong(), kind.root(), name);
    shown.set("email", row.path("email"));
    account
        .setup()
        .users()
        .find(row.path("owner_id").asLong(0))
        .ifPresent(
            owner ->
                shown.set("owner", Json.object().put("id", owner.id()).put("name", owner.name())));
    shown.set("website", row.path("website"));
    shown.set("country", row.path("country"));
    shown.set("updated_at", row.path("updated_at"));
    return shown;
  }

  private static ObjectNode shown(User user) {
    return hit(user.id(), "user", user.name()).put("email", user.email());
  }

  private static ObjectNode hit(long id, String type, String name) {
    ObjectNode shown = Json.object();
    shown.put("id", String.valueOf(id)).put("type", type).put("name", name);
    shown.putNull("email").putNull("avatar").putNull("owner").putNull("website");
    shown.putNull("country").putNull("mcr_id").putNull("primary_sales_account_name");
    return shown.putNull("updated_at");
  }
}
