package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.setup.ActivityTypes;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.8: start and end are the caller's, the types are not. */
public final class ActivityEndpoints {

  private final Account account;
  private final Access access;
  private final Targets targets;
  private final Table activities;

  public ActivityEndpoints(Account account, Access access) {
    this.account = account;
    this.access = access;
    this.targets = new Targets(account);
    this.activities = account.tables().activities();
  }

  public void addTo(Router router, String api) {
    String base = api + "/sales_activities";
    router
        .post(base, this::create)
        .get(base, this::list)
        .get(base + "/{id}", exchange -> answer(200, require(exchange)))
        .put(base + "/{id}", this::update)
        .delete(base + "/{id}", this::delete);
  }

  private Reply create(Exchange exchange) {
    ObjectNode given = Body.root(exchange, "sales_activity");
    ObjectNode row = blank(access.user(exchange));
    row.set("targetables", Targets.targetables(targets.of(given)));
    write(row, given);
    return answer(201, activities.insert(row));
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = require(exchange);
    ObjectNode given = Body.root(exchange, "sales_activity");
    if (Targets.isNamed(given)) {
      row.set("targetables", Targets.targetables(targets.of(given)));
    }
    write(row, given);
    row.put("updater_id", access.user(exchange).id());
    return answer(200, activities.replace(row));
  }

  private void write(ObjectNode row, ObjectNode given) {
    Given read = new Given(given, row);
    read.title();
    ActivityTypes types = account.setup().activityTypes();
    Ids.of(given.path("sales_activity_type_id"))
        .ifPresent(id -> row.put("sales_activity_type_id", id));
    Optional<ActivityTypes.Type> type = types.find(row.path("sales_activity_type_id").asLong(0));
    boolean any = account.behaviours().is("activity-types", "any");
    read.problem(type.isEmpty(), "Sales activity type can't be blank");
    read.problem(
        type.isPresent() && type.get().builtIn() && !any, "Invalid sales activity type provided.");
    Ids.of(given.path("owner_id"))
        .filter(id -> account.setup().users().find(id).isPresent())
        .ifPresent(id -> row.put("owner_id", id));
    read.problem(!row.hasNonNull("owner_id"), "Owner can't be blank");
    read.problem(row.path("targetables").isEmpty(), "Targetable can't be blank");
    read.check();
    read.time("start_date");
    read.time("end_date");
    read.text("notes");
    read.text("location");
    read.text("latitude");
    read.text("longitude");
    read.number("sales_activity_outcome_id");
    JsonNode time = row.hasNonNull("end_date") ? row.path("end_date") : row.path("start_date");
    row.set("conversation_time", time);
    custom(row, given.path("custom_field"));
  }

  private void custom(ObjectNode row, JsonNode given) {
    if (given instanceof ObjectNode) {
      ObjectNode kept = row.putObject("custom_field");
      for (Field field : account.fields().custom(Kind.ACTIVITY)) {
        if (given.has(field.name())) {
          kept.set(field.name(), given.path(field.name()));
        }
      }
    }
  }

  private Reply delete(Exchange exchange) {
    activities.bin(require(exchange).path("id").asLong());
    return Reply.json(200, BooleanNode.TRUE);
  }

  private Reply list(Exchange exchange) {
    Page page = Page.of(exchange);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("sales_activities");
    activities.page(Table.Order.ID, true, page.offset(), page.size()).forEach(list::add);
    page.describe(answer, activities.count());
    return Reply.json(200, answer);
  }

  private static ObjectNode blank(User creater) {
    ObjectNode row = Json.object();
    for (String name :
        List.of(
            "id",
            "title",
            "sales_activity_type_id",
            "sales_activity_outcome_id",
            "owner_id",
            "start_date",
            "end_date",
            "conversation_time",
            "notes",
            "location",
            "latitude",
            "longitude",
            "updater_id",
            "remote_id",
            "import_id")) {
      row.putNull(name);
    }
    row.put("creater_id", creater.id());
    row.putArray("targetables");
    row.putObject("custom_field");
    return row;
  }

  private ObjectNode require(Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .flatMap(activities::find)
        .orElseThrow(
            () -> Errors.refusal(404, "The activity you're looking for is not in the CRM"));
  }

  private static Reply answer(int status, ObjectNode row) {
    return Reply.json(status, Json.object().set("sales_activity", row));
  }
}
