package dev.pindah.sandbox.freshsales.search;

import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Commas;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.SearchIndex;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /search}, {@code /lookup} and {@code /filtered_search}, each in its own shape. */
public final class SearchEndpoints {

  private final Account account;
  private final RecordJson json;
  private final TextSearch text;

  public SearchEndpoints(Account account) {
    this.account = account;
    this.json = new RecordJson(account);
    this.text = new TextSearch(account);
  }

  public void addTo(Router router, String api) {
    router
        .get(api + "/search", text::answer)
        .get(api + "/lookup", this::lookup)
        .post(api + "/filtered_search/{entity}", this::filtered);
  }

  private Reply lookup(Exchange exchange) {
    String value = exchange.query("q").orElse("").strip().toLowerCase(Locale.ROOT);
    String field = exchange.query("f").orElse("");
    if (value.isEmpty() || field.isEmpty()) {
      throw Errors.refusal(400, "Invalid or missing attributes");
    }
    ObjectNode answer = Json.object();
    for (String entity : Commas.split(exchange.query("entities").orElse(""))) {
      Optional<Kind> kind = Kind.ofRoot(entity).filter(known -> known != Kind.ACTIVITY);
      if (kind.isPresent()) {
        ArrayNode list = answer.putObject(kind.get().path()).putArray(kind.get().path());
        exact(kind.get(), field, value, exchange)
            .forEach(row -> list.add(json.listed(kind.get(), row, Set.of(), false)));
      }
    }
    return Reply.json(200, answer);
  }

  private Reply filtered(Exchange exchange) {
    Kind kind =
        Kind.ofRoot(exchange.param("entity"))
            .filter(known -> known != Kind.ACTIVITY)
            .orElseThrow(() -> Errors.refusal(404, "Not Found"));
    ObjectNode body = Body.whole(exchange);
    List<Rule> rules = new ArrayList<>();
    for (JsonNode rule : body.path("filter_rule")) {
      rules.add(Rule.of(rule));
    }
    if (rules.isEmpty()) {
      throw Errors.refusal(400, "Invalid or missing attributes");
    }
    List<ObjectNode> found = sorted(body, exchange, found(kind, rules, exchange));
    Page page = page(body, exchange);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray(kind.path());
    page.of(found).forEach(row -> list.add(json.thin(kind, row)));
    answer.putObject("meta").put("total", found.size());
    return Reply.json(200, answer);
  }

  /** An exact rule is answered from an index, the others are tried on what is left. */
  private List<ObjectNode> found(Kind kind, List<Rule> rules, Exchange exchange) {
    Optional<Rule> exact =
        rules.stream().filter(rule -> rule.operator() == Rule.Operator.IS).findFirst();
    Stream<ObjectNode> rows =
        exact.isPresent()
            ? exact(kind, exact.get().attribute(), exact.get().values().getFirst(), exchange)
                .stream()
            : account.tables().of(kind).search().all(lag(exchange));
    return rows.filter(row -> rules.stream().allMatch(rule -> rule.holds(row))).toList();
  }

  private List<ObjectNode> exact(Kind kind, String field, String value, Exchange exchange) {
    SearchIndex index = account.tables().of(kind).search();
    return index.where(field, value, row -> Attributes.of(row, field), lag(exchange));
  }

  static Duration lag(Exchange exchange) {
    return exchange.fault(Fault.IndexLag.class).map(Fault.IndexLag::by).orElse(Duration.ZERO);
  }

  private static List<ObjectNode> sorted(
      ObjectNode body, Exchange exchange, List<ObjectNode> found) {
    String field = setting(body, exchange, "sort");
    if (field.isEmpty()) {
      return found;
    }
    boolean descending = setting(body, exchange, "sort_type").equalsIgnoreCase("desc");
    List<ObjectNode> sorted = new ArrayList<>(found);
    sorted.sort(
        (left, right) -> {
          int order = Attributes.lower(left.path(field)).compareTo(lower(right, field));
          return descending ? -order : order;
        });
    return sorted;
  }

  private static String lower(ObjectNode row, String field) {
    return Attributes.lower(row.path(field));
  }

  /** Paging comes in the query or in the body. */
  private static Page page(ObjectNode body, Exchange exchange) {
    Page asked = Page.of(exchange);
    return new Page(
        body.path("page").asInt(asked.number()), body.path("per_page").asInt(asked.size()));
  }

  private static String setting(ObjectNode body, Exchange exchange, String name) {
    return exchange.query(name).orElseGet(() -> body.path(name).asString(""));
  }
}
