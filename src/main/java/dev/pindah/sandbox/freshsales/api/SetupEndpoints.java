package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pick lists and field metadata: readable, and nothing here can be written by API. */
final class SetupEndpoints {
  private final Account account;

  SetupEndpoints(Account account) {
    this.account = account;
  }

  void addTo(Router router, String base) {
    for (Module module : Module.values()) {
      router.get(
          base + "/settings/" + module.plural() + "/fields", exchange -> fields(module, exchange));
    }
    router.get(base + "/settings/lifecycle_stages", _ -> lifecycleSettings());
    router.get(base + "/selector/owners", _ -> list("users", Selectors.OWNERS));
    router.get(base + "/selector/lifecycle_stages", _ -> lifecycleStages());
    router.get(base + "/selector/deal_pipelines", _ -> pipelines());
    router.get(base + "/selector/deal_pipelines/{id}/deal_stages", this::stagesOf);
    Stream.concat(
            Stream.of(
                Selectors.CONTACT_STATUSES,
                Selectors.STAGES,
                Selectors.CURRENCIES,
                "sales_activity_types",
                "sales_activity_outcomes"),
            Selectors.PLAIN.stream())
        .forEach(name -> router.get(base + "/selector/" + name, _ -> list(name, name)));
  }

  private Reply fields(Module module, Exchange exchange) {
    ObjectNode json = Json.object();
    json.set("fields", account.fields().json(module));
    if (exchange.query("include").orElse("").contains("field_group")) {
      json.putArray("field_groups")
          .addObject()
          .put("id", 402_000_000_011L)
          .put("name", "Basic Information")
          .put("model", module.model())
          .putArray("fields");
    }
    return Reply.json(200, json);
  }

  private Reply list(String root, String name) {
    ObjectNode json = Json.object();
    ArrayNode array = json.putArray(root);
    account.selectors().list(name).forEach(array::add);
    return Reply.json(200, json);
  }

  private Reply lifecycleStages() {
    ObjectNode json = Json.object();
    ArrayNode stages = json.putArray("lifecycle_stages");
    account.selectors().list(Selectors.LIFECYCLE_STAGES).forEach(stages::add);
    ArrayNode statuses = json.putArray("contact_statuses");
    account.selectors().list(Selectors.CONTACT_STATUSES).forEach(statuses::add);
    return Reply.json(200, json);
  }

  private Reply lifecycleSettings() {
    ObjectNode json = Json.object();
    ArrayNode rules = json.putArray("auto_update_settings");
    for (String callback : List.of("deal_created", "deal_won")) {
      rules.addObject().put("callback", callback).put("enabled", account.movesLifecycle());
    }
    return Reply.json(200, json);
  }

  private Reply pipelines() {
    ObjectNode json = Json.object();
    ArrayNode pipelines = json.putArray("deal_pipelines");
    for (ObjectNode pipeline : account.selectors().pipelines()) {
      ArrayNode stages = pipeline.putArray("deal_stages");
      account.selectors().stages(pipeline.path("id").asLong()).forEach(stages::add);
      pipelines.add(pipeline);
    }
    return Reply.json(200, json);
  }

  private Reply stagesOf(Exchange exchange) {
    ObjectNode json = Json.object();
    ArrayNode stages = json.putArray("deal_stages");
    String id = exchange.param("id");
    if (id.matches("\\d{1,18}")) {
      account.selectors().stages(Long.parseLong(id)).forEach(stages::add);
    }
    return Reply.json(200, json);
  }
}
