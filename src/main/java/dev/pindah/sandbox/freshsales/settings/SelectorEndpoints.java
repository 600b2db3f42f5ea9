package dev.pindah.sandbox.freshsales.settings;

import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.setup.ActivityTypes;
import dev.pindah.sandbox.freshsales.setup.Currencies;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.freshsales.setup.PickList;
import dev.pindah.sandbox.freshsales.setup.Pipeline;
import dev.pindah.sandbox.freshsales.setup.Setup;
import dev.pindah.sandbox.freshsales.setup.Stage;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 4. */
public final class SelectorEndpoints {

  private final Setup setup;

  public SelectorEndpoints(Setup setup) {
    this.setup = setup;
  }

  public void addTo(Router router, String api) {
    String base = api + "/selector";
    router
        .get(base + "/owners", _ -> list("users", setup.users().all(), User::shown))
        .get(base + "/lifecycle_stages", _ -> lifecycle())
        .get(base + "/contact_statuses", _ -> statuses())
        .get(base + "/deal_pipelines", _ -> pipelines())
        .get(base + "/deal_pipelines/{id}/deal_stages", this::stagesOf)
        .get(base + "/deal_stages", _ -> stages(setup.pipelines().stages()))
        .get(base + "/currencies", _ -> currencies())
        .get(base + "/sales_activity_types", _ -> activityTypes())
        .get(base + "/sales_activity_outcomes", _ -> outcomes(setup.activityTypes().outcomes()))
        .get(base + "/sales_activity_types/{id}/sales_activity_outcomes", this::outcomesOf)
        .get(base + "/sales_activity_entity_types", _ -> entityTypes())
        .get(base + "/{name}", this::pickList);
  }

  private Reply lifecycle() {
    Lifecycle lifecycle = setup.lifecycle();
    ObjectNode answer = wrapped("lifecycle_stages", lifecycle.stages(), lifecycle::shown);
    ArrayNode statuses = answer.putArray("contact_statuses");
    lifecycle.statuses().forEach(status -> statuses.add(status.shown()));
    return Reply.json(200, answer);
  }

  private Reply statuses() {
    return list("contact_statuses", setup.lifecycle().statuses(), Lifecycle.Status::shown);
  }

  private Reply pipelines() {
    return list("deal_pipelines", setup.pipelines().all(), Pipeline::shown);
  }

  private Reply stagesOf(Exchange exchange) {
    Optional<Pipeline> pipeline =
        setup.pipelines().all().stream()
            .filter(known -> String.valueOf(known.id()).equals(exchange.param("id")))
            .findFirst();
    return stages(pipeline.orElseThrow(() -> Errors.refusal(404, "Not Found")).stages());
  }

  private static Reply stages(List<Stage> stages) {
    return list("deal_stages", stages, Stage::shown);
  }

  private Reply currencies() {
    return list("currencies", setup.currencies().all(), Currencies.Currency::shown);
  }

  private Reply activityTypes() {
    return list("sales_activity_types", setup.activityTypes().types(), ActivityTypes.Type::shown);
  }

  private Reply outcomesOf(Exchange exchange) {
    return outcomes(
        setup.activityTypes().outcomes().stream()
            .filter(known -> String.valueOf(known.typeId()).equals(exchange.param("id")))
            .toList());
  }

  private static Reply outcomes(List<ActivityTypes.Outcome> outcomes) {
    return list("sales_activity_outcomes", outcomes, ActivityTypes.Outcome::shown);
  }

  private static Reply entityTypes() {
    ObjectNode answer = Json.object();
    ArrayNode types = answer.putArray("sales_activity_entity_types");
    for (Kind kind : List.of(Kind.CONTACT, Kind.ACCOUNT, Kind.DEAL)) {
      types.addObject().put("id", types.size()).put("name", kind.type());
    }
    return Reply.json(200, answer);
  }

  private Reply pickList(Exchange exchange) {
    PickList list =
        setup
            .pickLists()
            .find(exchange.param("name"))
            .orElseThrow(() -> Errors.refusal(404, "Not Found"));
    return list(list.name(), list.items(), PickList.Item::shown);
  }

  private static <T> Reply list(String root, Collection<T> items, Function<T, ObjectNode> shown) {
    return Reply.json(200, wrapped(root, items, shown));
  }

  private static <T> ObjectNode wrapped(
      String root, Collection<T> items, Function<T, ObjectNode> shown) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray(root);
    items.forEach(item -> list.add(shown.apply(item)));
    return answer;
  }
}
