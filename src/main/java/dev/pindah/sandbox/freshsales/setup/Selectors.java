package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.core.Colleague;
import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pick lists of the account: rows as the API gives them, by the name of the list. */
public final class Selectors {
  public static final String OWNERS = "owners";
  public static final String LIFECYCLE_STAGES = "lifecycle_stages";
  public static final String CONTACT_STATUSES = "contact_statuses";
  public static final String PIPELINES = "deal_pipelines";
  public static final String STAGES = "deal_stages";
  public static final String CURRENCIES = "currencies";

  /** The user whose key the sandbox shows. */
  public static final long KEY_OWNER = 402_000_000_901L;

  /** Lists whose rows have an id, a name and a position and nothing else. */
  public static final List<String> PLAIN =
      List.of(
          "deal_reasons",
          "deal_types",
          "lead_sources",
          "industry_types",
          "business_types",
          "campaigns",
          "deal_payment_statuses",
          "deal_products",
          "territories");

  private final Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
  private final boolean severalPipelines;
  private final boolean severalCurrencies;
  private long nextId = 402_000_001_000L;

  public Selectors(Plan plan, List<Colleague> colleagues) {
    severalPipelines = plan == Plan.PRO || plan == Plan.ENTERPRISE;
    severalCurrencies = severalPipelines;
    owners(colleagues);
    lifecycle();
    addPipeline("Default Pipeline", true);
    for (String stage :
        List.of(
            "New|Open|10",
            "Qualification|Open|20",
            "Discovery|Open|40",
            "Demo|Open|60",
            "Negotiation|Open|80",
            "Won|Closed Won|100",
            "Lost|Closed Lost|0")) {
      String[] parts = stage.split("\\|", -1);
      addStage(pipelines().getFirst(), parts[0], parts[1], Integer.parseInt(parts[2]));
    }
    currency("IDR", "1.0");
    if (severalCurrencies) {
      currency("USD", "0.000061");
    }
    Stream.of("Web", "Email", "Chat", "Phone", "Referral", "Organic Search", "Advertisement")
        .forEach(name -> addPlain("lead_sources", name));
    Stream.of("Price", "Timing", "Competitor", "No response")
        .forEach(name -> addPlain("deal_reasons", name));
    Stream.of("New Business", "Existing Business").forEach(name -> addPlain("deal_types", name));
    Stream.of("Retail", "Manufacturing", "Education", "Healthcare", "Construction")
        .forEach(name -> addPlain("industry_types", name));
    Stream.of("Customer", "Partner", "Competitor")
        .forEach(name -> addPlain("business_types", name));
    Stream.of("Paid", "Unpaid").forEach(name -> addPlain("deal_payment_statuses", name));
    activityTypes();
  }

  private void owners(List<Colleague> colleagues) {
    addUser("Rina", "rina@acme.test", true).put("id", KEY_OWNER);
    for (int i = 0; i < colleagues.size(); i++) {
      if (i % 3 != 2) {
        addUser(colleagues.get(i).name(), colleagues.get(i).email(), true);
      }
    }
    addUser("Former Colleague", "former@acme.test", false);
  }

  private void lifecycle() {
    for (String stage :
        List.of(
            "Lead|New,Contacted,Interested,Unqualified",
            "Sales Qualified Lead|Qualified,Lost",
            "Customer|Won,Churned")) {
      String[] parts = stage.split("\\|", -1);
      ObjectNode row = named(LIFECYCLE_STAGES, parts[0]);
      row.put("disabled", false);
      row.put("default", parts[0].equals("Lead"));
      row.put("type", "LifecycleStage");
      row.putArray("contact_status_ids");
      for (String status : parts[1].split(",", -1)) {
        addStatus(row, status);
      }
    }
  }

  private void activityTypes() {
    for (String name : List.of("Task", "Appointment", "Phone", "Email", "SMS", "Chat")) {
      named("sales_activity_types", name)
          .put("partial", true)
          .put("internal_name", name.toLowerCase(java.util.Locale.ROOT))
          .put("show_in_conversation", true)
          .put("is_default", true)
          .put("is_checkedin", false);
    }
    rows("sales_activity_outcomes");
  }

  public synchronized List<ObjectNode> list(String name) {
    return lists.getOrDefault(name, List.of()).stream().map(ObjectNode::deepCopy).toList();
  }

  public synchronized Optional<ObjectNode> find(String list, long id) {
    return list(list).stream().filter(row -> row.path("id").asLong(0) == id).findFirst();
  }

  public synchronized List<ObjectNode> pipelines() {
    return list(PIPELINES);
  }

  /** Stages of one pipeline, in order. */
  public synchronized List<ObjectNode> stages(long pipeline) {
    return list(STAGES).stream()
        .filter(stage -> stage.path("deal_pipeline_id").asLong(0) == pipeline)
        .toList();
  }

  public synchronized ObjectNode addUser(String name, String email, boolean active) {
    ObjectNode user = row(OWNERS);
    user.put("display_name", name);
    user.put("email", email);
    user.put("is_active", active);
    user.putNull("work_number");
    user.putNull("mobile_number");
    return user;
  }

  /** A source, reason, type and the like. */
  public synchronized ObjectNode addPlain(String list, String name) {
    if (!PLAIN.contains(list)) {
      throw new IllegalArgumentException("no list is called " + list);
    }
    return named(list, name);
  }

  public synchronized ObjectNode addStatus(String lifecycleStage, String name) {
    ObjectNode stage =
        lists.getOrDefault(LIFECYCLE_STAGES, List.of()).stream()
            .filter(row -> row.path("name").asString("").equalsIgnoreCase(lifecycleStage))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no lifecycle stage " + lifecycleStage));
    return addStatus(stage, name);
  }

  private ObjectNode addStatus(ObjectNode stage, String name) {
    ObjectNode status = named(CONTACT_STATUSES, name);
    status.put("forecast_type", "Open");
    status.set("lifecycle_stage_id", stage.path("id"));
    stage.withArray("contact_status_ids").add(status.path("id").asLong());
    return status;
  }

  /** A pipeline without stages; a plan with one pipeline refuses a second. */
  public synchronized ObjectNode addPipeline(String name, boolean isDefault) {
    if (!severalPipelines && !pipelines().isEmpty()) {
      throw new IllegalArgumentException("the plan has one pipeline only");
    }
    ObjectNode pipeline = named(PIPELINES, name);
    pipeline.put("is_default", isDefault);
    pipeline.put("rotting_days", 30);
    pipeline.putArray("configs");
    pipeline.put("aggregated_field", "amount");
    return pipeline;
  }

  public synchronized ObjectNode addStage(
      JsonNode pipeline, String name, String forecastType, int probability) {
    ObjectNode stage = row(STAGES);
    stage.put("name", name);
    stage.put("position", stages(pipeline.path("id").asLong()).size() + 1);
    stage.put("forecast_type", forecastType);
    stage.put("updated_at", "2026-01-04T02:00:00Z");
    stage.set("deal_pipeline_id", pipeline.path("id"));
    stage.put("choice_type", forecastType.equals("Open") ? 1 : 2);
    stage.put("probability", probability);
    return stage;
  }

  private void currency(String code, String rate) {
    ObjectNode currency = row(CURRENCIES);
    currency.put("is_active", true);
    currency.put("currency_code", code);
    currency.put("exchange_rate", rate);
    currency.put("currency_type", rows(CURRENCIES).size() == 1 ? 1 : 2);
  }

  /** A second currency, where the plan has several. */
  public synchronized ObjectNode addCurrency(String code) {
    if (!severalCurrencies) {
      throw new IllegalArgumentException("the plan has one currency only");
    }
    currency(code, "1.0");
    return rows(CURRENCIES).getLast();
  }

  private ObjectNode named(String list, String name) {
    ObjectNode row = row(list);
    row.put("name", name);
    row.put("position", rows(list).size());
    return row;
  }

  private ObjectNode row(String list) {
    ObjectNode row = Json.object().put("id", nextId++);
    rows(list).add(row);
    return row;
  }

  private List<ObjectNode> rows(String list) {
    return lists.computeIfAbsent(list, _ -> new ArrayList<>());
  }
}
