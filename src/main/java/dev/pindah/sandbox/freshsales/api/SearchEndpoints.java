package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Search, lookup and filtered search: an index that lags behind the writes. */
final class SearchEndpoints {
  static final Switch LAG =
      new Switch("freshsales.index-lag-ms", "2000", "how long searches do not see a write");

  private static final Set<String> OPERATORS =
      Set.of("is", "is_in", "contains", "is_before", "is_after");

  private final Account account;
  private final Switches switches;

  SearchEndpoints(Account account, Switches switches) {
    this.account = account;
    this.switches = switches;
  }

  void addTo(Router router, String base) {
    router
        .get(base + "/search", this::search)
        .get(base + "/lookup", this::lookup)
        .post(base + "/filtered_search/{entity}", this::filtered);
  }

  private Stream<ObjectNode> seen(Module module, Exchange exchange) {
    Duration lag =
        exchange
            .fault(Fault.IndexLag.class)
            .map(Fault.IndexLag::by)
            .orElse(Duration.ofMillis(switches.number(LAG.name())));
    Instant until = account.now().minus(lag);
    return account.table(module).writtenBefore(until);
  }

  private Reply search(Exchange exchange) {
    String text = exchange.query("q").orElse("").strip().toLowerCase(Locale.ROOT);
    ArrayNode hits = Json.array();
    int limit = Math.clamp(exchange.queryInt("per_page", 25), 0, 100);
    account.locked(
        () -> {
          for (String entity : exchange.query("include").orElse("contact").split(",", -1)) {
            Module.of(entity.strip())
                .ifPresent(
                    module ->
                        seen(module, exchange)
                            .filter(row -> !text.isEmpty() && found(row, text))
                            .limit(Math.max(0, limit - hits.size()))
                            .forEach(row -> hits.add(hit(module, row))));
          }
          return true;
        });
    return Reply.json(200, hits);
  }

  private static boolean found(ObjectNode row, String text) {
    return Stream.of("display_name", "name", "email", "mobile_number", "phone", "website")
        .anyMatch(member -> row.path(member).asString("").toLowerCase(Locale.ROOT).contains(text));
  }

  private static ObjectNode hit(Module module, ObjectNode row) {
    ObjectNode hit = Json.object();
    hit.put("id", row.path("id").asString());
    hit.put("type", module.root());
    hit.put("name", row.path(module == Module.CONTACTS ? "display_name" : "name").asString(""));
    hit.set(
        "email", row.path("email").isMissingNode() ? Json.object().nullNode() : row.path("email"));
    hit.putNull("avatar");
    hit.set("updated_at", row.path("updated_at"));
    return hit;
  }

  private Reply lookup(Exchange exchange) {
    String value = exchange.query("q").orElse("").strip();
    String field = exchange.query("f").orElse("");
    if (value.isEmpty() || field.isEmpty()) {
      throw FreshsalesErrors.invalid("q and f are required");
    }
    ObjectNode json = Json.object();
    ObjectNode identifier = Json.object().put(field, value);
    account.locked(
        () -> {
          for (String entity : exchange.query("entities").orElse("contact").split(",", -1)) {
            Module.of(entity.strip())
                .ifPresent(
                    module -> {
                      ArrayNode list = json.putObject(module.plural()).putArray(module.plural());
                      seen(module, exchange)
                          .filter(row -> Identifiers.match(row, identifier))
                          .forEach(
                              row ->
                                  list.add(new Include(account, module, exchange).row(row, true)));
                    });
          }
          return true;
        });
    return Reply.json(200, json);
  }

  private Reply filtered(Exchange exchange) {
    Module module =
        Module.of(exchange.param("entity"))
            .orElseThrow(() -> FreshsalesErrors.notFound("No such entity"));
    JsonNode body =
        exchange
            .json()
            .orElseThrow(
                () -> FreshsalesErrors.invalid("Error occurred while parsing JSON payload"));
    List<JsonNode> rules = body.path("filter_rule").valueStream().toList();
    if (rules.isEmpty()
        || rules.stream()
            .anyMatch(rule -> !OPERATORS.contains(rule.path("operator").asString("")))) {
      throw FreshsalesErrors.invalid("Invalid filter rule");
    }
    return account.locked(
        () -> {
          Listing listing =
              Listing.of(
                  seen(module, exchange)
                      .filter(row -> rules.stream().allMatch(rule -> holds(row, rule))),
                  text(body, exchange, "sort").orElse("id"),
                  text(body, exchange, "sort_type").orElse("desc"),
                  text(body, exchange, "page").map(Integer::parseInt).orElse(1),
                  text(body, exchange, "per_page").map(Integer::parseInt).orElse(25));
          ObjectNode json = Json.object();
          ArrayNode list = json.putArray(module.plural());
          listing.rows().forEach(row -> list.add(thin(row)));
          json.set("meta", Json.object().put("total", listing.total()));
          return Reply.json(200, json);
        });
  }

  private static Optional<String> text(JsonNode body, Exchange exchange, String name) {
    return Optional.of(body.path(name).asString(""))
        .filter(value -> !value.isEmpty())
        .or(() -> exchange.query(name));
  }

  private static boolean holds(ObjectNode row, JsonNode rule) {
    String attribute = rule.path("attribute").asString("");
    JsonNode wanted = rule.path("value");
    return held(row, attribute)
        .anyMatch(
            value ->
                switch (rule.path("operator").asString("")) {
                  case "is" -> value.equalsIgnoreCase(wanted.asString(""));
                  case "is_in" ->
                      wanted
                          .valueStream()
                          .anyMatch(one -> value.equalsIgnoreCase(one.asString("")));
                  case "contains" ->
                      value
                          .toLowerCase(Locale.ROOT)
                          .contains(wanted.asString("").toLowerCase(Locale.ROOT));
                  case "is_before" -> value.compareTo(wanted.asString("")) < 0;
                  default -> value.compareTo(wanted.asString("")) > 0;
                });
  }

  private static Stream<String> held(ObjectNode row, String attribute) {
    if (attribute.equals("contact_email.email")) {
      return row.path("emails").valueStream().map(email -> email.path("value").asString(""));
    }
    JsonNode value =
        attribute.startsWith("cf_")
            ? row.path("custom_field").path(attribute)
            : row.path(attribute);
    return Stream.of(value.asString("")).filter(text -> !text.isEmpty());
  }

  /** Without owner, custom values and references. */
  private static ObjectNode thin(ObjectNode row) {
    ObjectNode thin = Json.object();
    for (String member :
        List.of(
            "id",
            "name",
            "display_name",
            "first_name",
            "last_name",
            "email",
            "mobile_number",
            "website",
            "amount",
            "created_at",
            "updated_at")) {
      if (row.has(member)) {
        thin.set(member, row.path(member));
      }
    }
    return thin;
  }
}
