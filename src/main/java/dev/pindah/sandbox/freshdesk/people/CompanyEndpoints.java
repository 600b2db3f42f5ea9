package dev.pindah.sandbox.freshdesk.people;

import dev.pindah.sandbox.freshdesk.answers.Ids;
import dev.pindah.sandbox.freshdesk.answers.Pages;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.freshdesk.desk.DeskFields;
import dev.pindah.sandbox.freshdesk.desk.DeskTables;
import dev.pindah.sandbox.freshdesk.intake.CustomFields;
import dev.pindah.sandbox.freshdesk.intake.Intake;
import dev.pindah.sandbox.freshdesk.intake.Shape;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 4. */
public final class CompanyEndpoints {

  private static final Map<String, Shape> ATTRIBUTES =
      Map.of(
          "name", Shape.STRING,
          "domains", Shape.ARRAY,
          "description", Shape.STRING,
          "note", Shape.STRING,
          "health_score", Shape.STRING,
          "account_tier", Shape.STRING,
          "renewal_date", Shape.TIME,
          "industry", Shape.STRING,
          "custom_fields", Shape.OBJECT);

  private final Table companies;
  private final CustomFields customFields;

  public CompanyEndpoints(Desk desk) {
    this.companies = desk.tables().companies();
    this.customFields = new CustomFields(desk.fields(), DeskFields.Of.COMPANIES);
  }

  public void addTo(Router router, String api) {
    String base = api + "/companies";
    router
        .get(base, this::list)
        .post(base, this::create)
        .get(base + "/autocomplete", this::autocomplete)
        .get(base + "/{id}", e -> Reply.json(200, shown(Ids.require(companies, e))))
        .put(base + "/{id}", this::update)
        .delete(base + "/{id}", this::delete);
  }

  private Reply create(Exchange exchange) {
    ObjectNode row = Json.object();
    row.putNull("id").putNull("name").putNull("description").putNull("note");
    row.putArray("domains");
    row.putNull("health_score").putNull("account_tier").putNull("renewal_date");
    row.putNull("industry");
    write(row, Intake.of(exchange, ATTRIBUTES));
    companies.insert(row);
    return Reply.json(201, shown(row))
        .withHeader("Location", exchange.base() + exchange.path() + "/" + row.path("id").asLong());
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = Ids.require(companies, exchange);
    write(row, Intake.of(exchange, ATTRIBUTES));
    return Reply.json(200, shown(companies.replace(row)));
  }

  private void write(ObjectNode row, Intake intake) {
    for (var entry : intake.values().properties()) {
      if (!entry.getKey().equals("custom_fields") && ATTRIBUTES.containsKey(entry.getKey())) {
        row.set(entry.getKey(), entry.getValue());
      }
    }
    String name = row.path("name").asString("").strip();
    if (name.isEmpty()) {
      intake.problems().missing("name", Shape.STRING.shown());
    }
    boolean taken =
        companies.ids(DeskTables.NAME, name.toLowerCase(Locale.ROOT)).stream()
            .anyMatch(id -> id != row.path("id").asLong(0));
    if (taken) {
      intake.problems().duplicate("name", 0, true);
    }
    customFields.take(intake, row);
    customFields.required(intake, row, false);
    intake.problems().check();
  }

  private Reply delete(Exchange exchange) {
    companies.erase(Ids.require(companies, exchange).path("id").asLong());
    return Reply.empty(204);
  }

  private Reply list(Exchange exchange) {
    String since = exchange.query("updated_since").orElse("");
    List<ObjectNode> rows =
        companies
            .all()
            .filter(row -> row.path("updated_at").asString().compareTo(since) >= 0)
            .toList();
    return Pages.of(rows, exchange, this::shown);
  }

  private Reply autocomplete(Exchange exchange) {
    String name = exchange.query("name").orElse("").toLowerCase(Locale.ROOT);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("companies");
    companies
        .all()
        .filter(row -> row.path("name").asString("").toLowerCase(Locale.ROOT).startsWith(name))
        .limit(10)
        .forEach(
            row ->
                list.addObject()
                    .put("id", row.path("id").asLong())
                    .put("name", row.path("name").asString("")));
    return Reply.json(200, answer);
  }

  private ObjectNode shown(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    shown.set("custom_fields", customFields.shown(row));
    return shown;
  }
}
