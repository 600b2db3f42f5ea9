package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.setup.Field;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an admin does in the web page and no API can: {@code /_sandbox/freshsales/…}. */
public final class AdminEndpoints {
  private static final Map<String, String> FORECASTS =
      Map.of("open", "Open", "won", "Closed Won", "lost", "Closed Lost");

  private final Account account;

  public AdminEndpoints(Account account) {
    this.account = account;
  }

  public void addTo(Router router) {
    String base = "/_sandbox/freshsales/";
    router
        .post(base + "fields", exchange -> made(exchange, this::field))
        .post(base + "choices", exchange -> made(exchange, this::choices))
        .post(base + "pipelines", exchange -> made(exchange, this::pipeline))
        .post(base + "stages", exchange -> made(exchange, this::stages))
        .post(base + "users", exchange -> made(exchange, this::user))
        .post(base + "selectors/{name}", this::entry)
        .add("PATCH", base + "records/{module}/{id}", this::edit)
        .delete(base + "records/{module}/{id}", this::remove);
  }

  private static Reply made(Exchange exchange, Function<JsonNode, ObjectNode> make) {
    JsonNode body = exchange.json().orElseThrow(() -> problem("a JSON object is expected"));
    try {
      return Reply.json(201, make.apply(body));
    } catch (IllegalArgumentException wrong) {
      throw problem(String.valueOf(wrong.getMessage()));
    }
  }

  private static Refusal problem(String words) {
    return new Refusal(Reply.json(422, Json.object().put("error", words)));
  }

  private static Module module(String name) {
    return Module.of(name)
        .orElseThrow(() -> new IllegalArgumentException("no module is called " + name));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(item -> item.asString("")).toList();
  }

  private ObjectNode field(JsonNode body) {
    Field field =
        account
            .fields()
            .add(
                module(body.path("module").asString("")),
                body.path("label").asString("").strip(),
                body.path("type").asString("text"),
                body.path("required").asBoolean(false),
                texts(body.path("choices")));
    return Json.object().put("id", field.id()).put("name", field.name());
  }

  private ObjectNode choices(JsonNode body) {
    Field field =
        account
            .fields()
            .addChoices(
                module(body.path("module").asString("")),
                body.path("label").asString(""),
                texts(body.path("choices")));
    return Json.object().put("id", field.id()).put("choices", field.choices().size());
  }

  private ObjectNode pipeline(JsonNode body) {
    ObjectNode pipeline = account.selectors().addPipeline(body.path("name").asString(""), false);
    addStages(pipeline, body.path("stages"));
    return pipeline;
  }

  private ObjectNode stages(JsonNode body) {
    String name = body.path("pipeline").asString("");
    ObjectNode pipeline =
        account.selectors().pipelines().stream()
            .filter(row -> row.path("name").asString("").equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no pipeline is called " + name));
    addStages(pipeline, body.path("stages"));
    return pipeline;
  }

  private void addStages(ObjectNode pipeline, JsonNode stages) {
    for (JsonNode stage : stages) {
      String type = stage.path("type").asString("open").toLowerCase(Locale.ROOT);
      account
          .selectors()
          .addStage(
              pipeline,
              stage.path("name").asString(""),
              FORECASTS.getOrDefault(type, "Open"),
              stage.path("probability").asInt(50));
    }
  }

  private ObjectNode user(JsonNode body) {
    String email = body.path("email").asString("");
    return account
        .selectors()
        .addUser(body.path("name").asString(email), email, body.path("active").asBoolean(true));
  }

  private Reply entry(Exchange exchange) {
    String list = exchange.param("name");
    return made(
        exchange,
        body ->
            switch (list) {
              case Selectors.CURRENCIES ->
                  account.selectors().addCurrency(body.path("name").asString(""));
              case Selectors.CONTACT_STATUSES ->
                  account
                      .selectors()
                      .addStatus(
                          body.path("lifecycle_stage").asString("Lead"),
                          body.path("name").asString(""));
              default -> account.selectors().addPlain(list, body.path("name").asString(""));
            });
  }

  /** As a person who edits a record in the web page. */
  private Reply edit(Exchange exchange) {
    return made(
        exchange,
        body ->
            account.locked(
                () -> {
                  Module module = module(exchange.param("module"));
                  ObjectNode row = account.require(module, Long.parseLong(exchange.param("id")));
                  return account.update(module, row, body, false).deepCopy();
                }));
  }

  private Reply remove(Exchange exchange) {
    return account.locked(
        () -> {
          account.delete(module(exchange.param("module")), Long.parseLong(exchange.param("id")));
          return Reply.empty(204);
        });
  }
}
