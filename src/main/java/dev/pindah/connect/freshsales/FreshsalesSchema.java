package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.SchemaReader;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import dev.pindah.model.schema.Vocabulary;
import dev.pindah.model.schema.Vocabulary.Term;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a Freshsales account looks like. */
final class FreshsalesSchema implements SchemaReader {
  private static final List<TargetModule> MODULES =
      List.of(TargetModule.CONTACTS, TargetModule.SALES_ACCOUNTS, TargetModule.DEALS);

  private static final List<String> VOCABULARIES =
      List.of(
          "lifecycle_stages",
          "contact_statuses",
          "deal_reasons",
          "deal_types",
          "lead_sources",
          "industry_types",
          "business_types",
          "currencies");

  private final FreshsalesApi api;
  private final FreshsalesFields fields;
  private final FreshsalesReader reader;
  private final Clock clock;

  FreshsalesSchema(
      FreshsalesApi api, FreshsalesFields fields, FreshsalesReader reader, Clock clock) {
    this.api = api;
    this.fields = fields;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Inventory read() {
    List<ObjectSchema> objects = new ArrayList<>();
    for (TargetModule module : MODULES) {
      objects.add(new ObjectSchema(module.wire(), reader.count(module), fields.readAnew(module)));
    }
    return new Inventory(
        Product.FRESHSALES,
        clock.instant(),
        objects,
        pipelines(),
        people(),
        VOCABULARIES.stream().map(this::vocabulary).toList());
  }

  private List<Person> people() {
    JsonNode body = api.get("/selector/owners", "/selector/owners");
    return FreshsalesApi.rows(body, "users")
        .map(
            row ->
                new Person(
                    text(row.path("id")),
                    text(row.path("display_name")),
                    text(row.path("email")),
                    row.path("is_active").asBoolean(true),
                    ""))
        .toList();
  }

  private List<Pipeline> pipelines() {
    JsonNode body = api.get("/selector/deal_pipelines", "/selector/deal_pipelines");
    List<JsonNode> rows =
        FreshsalesApi.rows(body, "deal_pipelines")
            .sorted(Comparator.comparing(row -> !row.path("is_default").asBoolean(false)))
            .toList();
    return rows.stream()
        .map(
            row ->
                new Pipeline(text(row.path("id")), text(row.path("name")), true, stages(row, body)))
        .toList();
  }

  /** On the pipeline, beside it, or behind an endpoint of its own; whole rows in each case. */
  private List<PipelineStage> stages(JsonNode pipeline, JsonNode body) {
    String id = text(pipeline.path("id"));
    Map<String, JsonNode> beside =
        FreshsalesApi.rows(body, "deal_stages")
            .collect(
                Collectors.toMap(
                    row -> text(row.path("id")), Function.identity(), (first, again) -> first));
    List<JsonNode> rows =
        pipeline
            .path("deal_stages")
            .valueStream()
            .map(stage -> stage.isObject() ? stage : beside.getOrDefault(text(stage), stage))
            .toList();
    if (rows.isEmpty() || rows.stream().anyMatch(row -> row.path("name").isMissingNode())) {
      JsonNode own =
          api.get(
              "/selector/deal_pipelines/" + id + "/deal_stages",
              "/selector/deal_pipelines/:id/deal_stages");
      rows = FreshsalesApi.rows(own, "deal_stages").toList();
    } else if (rows.stream().noneMatch(row -> row.hasNonNull("forecast_type"))) {
      // Nested rows may be short ones; without the forecast won and lost are not told apart.
      rows =
          api.tryGet(
                  "/selector/deal_pipelines/" + id + "/deal_stages",
                  "/selector/deal_pipelines/:id/deal_stages")
              .map(own -> FreshsalesApi.rows(own, "deal_stages").toList())
              .filter(own -> !own.isEmpty())
              .orElse(rows);
    }
    return rows.stream().map(FreshsalesSchema::stage).toList();
  }

  private static PipelineStage stage(JsonNode row) {
    String told = text(row.path("forecast_type"));
    // An account that tells no forecast has at least the names that every account begins with.
    String forecast = (told.isEmpty() ? text(row.path("name")) : told).toLowerCase(Locale.ROOT);
    Outcome outcome =
        forecast.contains("won")
            ? Outcome.WON
            : forecast.contains("lost") ? Outcome.LOST : Outcome.OPEN;
    return new PipelineStage(
        text(row.path("id")), text(row.path("name")), outcome, percent(row.path("probability")));
  }

  /** A number, or one in a text. */
  private static BigDecimal percent(JsonNode probability) {
    String text = text(probability);
    return text.matches("\\d{1,3}(\\.\\d{1,9})?%?")
        ? new BigDecimal(text.replace("%", ""))
        : BigDecimal.ZERO;
  }

  private Vocabulary vocabulary(String name) {
    List<Term> terms =
        api.tryGet("/selector/" + name, "/selector/" + name)
            .map(
                body ->
                    FreshsalesApi.rows(body, name)
                        .sorted(Comparator.comparingInt(row -> row.path("position").asInt(0)))
                        .map(FreshsalesSchema::term)
                        .toList())
            .orElse(List.of());
    return new Vocabulary(name, terms);
  }

  private static Term term(JsonNode row) {
    String label = text(row.path("name"));
    return new Term(
        text(row.path("id")),
        label.isEmpty() ? text(row.path("currency_code")) : label,
        text(row.path("lifecycle_stage_id")));
  }
}
