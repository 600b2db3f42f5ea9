package dev.pindah.sandbox.admin;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.RequestLog;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The admin paths that all products share; each product adds its own below {@code
 * /_sandbox/<name>}.
 */
public final class AdminRoutes {

  private final Simulation simulation;
  private final List<Product> products;
  private final Supplier<String> description;
  private final Runnable stop;

  public AdminRoutes(
      Simulation simulation, List<Product> products, Supplier<String> description, Runnable stop) {
    this.simulation = simulation;
    this.products = List.copyOf(products);
    this.description = description;
    this.stop = stop;
  }

  public void addTo(Router router) {
    router
        .get("/_sandbox", _ -> Reply.text(200, "application/json", description.get()))
        .get("/_sandbox/ui", _ -> AdminPage.reply(products))
        .get("/_sandbox/state/{product}", this::collections)
        .get("/_sandbox/state/{product}/{collection}", this::rows)
        .get("/_sandbox/requests", _ -> requests())
        .delete("/_sandbox/requests", _ -> resetRequests())
        .get("/_sandbox/faults", _ -> faults())
        .put("/_sandbox/faults", this::putFaults)
        .delete("/_sandbox/faults", _ -> clearFaults())
        .get("/_sandbox/switches", _ -> switches())
        .put("/_sandbox/switches", this::putSwitches)
        .get("/_sandbox/clock", _ -> clock())
        .post("/_sandbox/clock", this::advance)
        .post("/_sandbox/evolve", this::evolve)
        .post("/_sandbox/automations", this::automations)
        .post("/_sandbox/stop", _ -> stopped());
    for (Product product : products) {
      product.adminRoutes(router);
    }
  }

  private Reply collections(Exchange exchange) {
    ObjectNode counts = Json.object();
    for (StateCollection collection : product(exchange.param("product")).collections()) {
      counts.put(collection.name(), collection.count().getAsLong());
    }
    return Reply.json(200, counts);
  }

  private Reply rows(Exchange exchange) {
    String wanted = exchange.param("collection");
    return product(exchange.param("product")).collections().stream()
        .filter(collection -> collection.name().equals(wanted))
        .findFirst()
        .map(collection -> Reply.lines(collection.rows().get()))
        .orElseThrow(() -> problem(404, "no collection " + wanted));
  }

  private Reply requests() {
    ObjectNode answer = Json.object();
    ArrayNode counts = answer.putArray("counts");
    long total = 0;
    for (Map.Entry<RequestLog.Key, Long> count : simulation.log().counts().entrySet()) {
      total += count.getValue();
      keyed(counts.addObject(), count.getKey()).put("count", count.getValue());
    }
    answer.put("total", total);
    ArrayNode latest = answer.putArray("latest");
    for (RequestLog.Entry entry : simulation.log().latest()) {
      keyed(latest.addObject(), entry.key())
          .put("at", entry.at().toString())
          .put("path", entry.path())
          .put("millis", entry.millis());
    }
    return Reply.json(200, answer);
  }

  private static ObjectNode keyed(ObjectNode node, RequestLog.Key key) {
    return node.put("product", key.product())
        .put("method", key.method())
        .put("route", key.template())
        .put("status", key.status());
  }

  private Reply resetRequests() {
    simulation.log().reset();
    return Reply.empty(204);
  }

  private Reply faults() {
    ObjectNode answer = Json.object();
    answer.put("plan", simulation.faults().text());
    ObjectNode rules = answer.putObject("rules");
    simulation
        .faults()
        .tally()
        .forEach(
            (name, counts) ->
                rules.putObject(name).put("matched", counts[0]).put("struck", counts[1]));
    return Reply.json(200, answer);
  }

  private Reply putFaults(Exchange exchange) {
    try {
      simulation.faults().replace(exchange.bodyText(), simulation.seed());
    } catch (IllegalArgumentException wrong) {
      throw problem(422, String.valueOf(wrong.getMessage()));
    }
    return faults();
  }

  private Reply clearFaults() {
    simulation.faults().clear();
    return Reply.empty(204);
  }

  private Reply switches() {
    ArrayNode answer = Json.array();
    for (Switch declared : simulation.switches().declared()) {
      answer
          .addObject()
          .put("name", declared.name())
          .put("value", simulation.switches().text(declared.name()))
          .put("standard", declared.standard())
          .put("about", declared.about());
    }
    return Reply.json(200, answer);
  }

  private Reply putSwitches(Exchange exchange) {
    Map<String, String> settings = new LinkedHashMap<>();
    body(exchange)
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
    try {
      simulation.switches().set(settings);
    } catch (IllegalArgumentException wrong) {
      throw problem(422, String.valueOf(wrong.getMessage()));
    }
    return switches();
  }

  private Reply clock() {
    return Reply.json(
        200,
        Json.object()
            .put("now", simulation.clock().instant().toString())
            .put("wall", simulation.clock().wall().toString())
            .put("speed", simulation.clock().speed()));
  }

  private Reply advance(Exchange exchange) {
    String by = body(exchange).path("advance").asString("");
    try {
      simulation.clock().advance(Duration.parse(by));
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw problem(422, "advance: a duration such as PT6H is needed, not '" + by + "'");
    }
    return clock();
  }

  private Reply evolve(Exchange exchange) {
    JsonNode body = body(exchange);
    Evolution evolution =
        new Evolution(
            Math.max(0, body.path("changed").asInt(0)),
            Math.max(0, body.path("added").asInt(0)),
            Math.max(0, body.path("deleted").asInt(0)));
    Product product = product(body.path("product").asString(products.getFirst().name()));
    return Reply.json(200, Json.object().set(product.name(), product.evolve(evolution)));
  }

  private Reply automations(Exchange exchange) {
    boolean on = body(exchange).path("on").asBoolean(false);
    products.forEach(product -> product.automations(on));
    return Reply.json(200, Json.object().put("on", on));
  }

  private Reply stopped() {
    stop.run();
    return Reply.json(202, Json.object().put("stopping", true));
  }

  private static JsonNode body(Exchange exchange) {
    return exchange
        .json()
        .filter(JsonNode::isObject)
        .orElseThrow(() -> problem(422, "a JSON object is needed"));
  }

  private Product product(String name) {
    return products.stream()
        .filter(product -> product.name().equals(name))
        .findFirst()
        .orElseThrow(() -> problem(404, "no product " + name));
  }

  private static Refusal problem(int status, String message) {
    return new Refusal(Reply.json(status, Json.object().put("problem", message)));
  }
}
