package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Vocabulary;
import dev.pindah.model.schema.Vocabulary.Term;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a Freshdesk account looks like: the fields of its tickets and who works on them. */
final class FreshdeskSchema implements SchemaReader, SchemaWriter {
  private static final int PAGE_SIZE = 100;

  private final FreshdeskApi api;
  private final FreshdeskFields fields;
  private final Clock clock;

  FreshdeskSchema(FreshdeskApi api, FreshdeskFields fields, Clock clock) {
    this.api = api;
    this.fields = fields;
    this.clock = clock;
  }

  @Override
  public Inventory read() {
    return new Inventory(
        Product.FRESHDESK,
        clock.instant(),
        // The API does not say how many tickets there are.
        List.of(new ObjectSchema(TargetModule.TICKETS.wire(), -1, fields.readAnew())),
        List.of(),
        List.of(),
        List.of(new Vocabulary(Vocabulary.AGENTS, agents())));
  }

  private List<Term> agents() {
    List<Term> agents = new ArrayList<>();
    for (int number = 1; ; number++) {
      JsonNode page = api.get("/agents?per_page=" + PAGE_SIZE + "&page=" + number, "/agents");
      int before = agents.size();
      page.valueStream()
          .map(row -> new Term(text(row.path("id")), text(row.path("contact").path("email")), ""))
          .filter(agent -> !agents.contains(agent))
          .forEach(agents::add);
      if (agents.size() == before) {
        return agents;
      }
    }
  }

  @Override
  public Reply<Boolean> addField(
      TargetModule module, String label, FieldType type, List<String> choices) {
    ObjectNode field = JsonMapper.shared().createObjectNode();
    field.put("label", label).put("label_for_customers", label).put("type", kind(type));
    field.put("displayed_to_customers", false).put("customers_can_edit", false);
    if (!choices.isEmpty()) {
      ArrayNode list = field.putArray("choices");
      choices.forEach(choice -> list.addObject().put("value", choice).put("position", list.size()));
    }
    return switch (api.send(
        "POST", "/admin/ticket_fields", "/admin/ticket_fields", field.toString())) {
      case Reply.Ok<JsonNode> done -> new Reply.Ok<>(true);
      case Reply.Refused<JsonNode>(String status, String body) ->
          FreshdeskRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  @Override
  public Reply<Boolean> removeField(TargetModule module, String label) {
    Optional<String> id =
        fields.readAnew().stream()
            .filter(
                field -> field.custom() && field.label().strip().equalsIgnoreCase(label.strip()))
            .map(FieldSchema::id)
            .filter(known -> known.matches("\\d{1,18}"))
            .findFirst();
    if (id.isEmpty()) {
      return new Reply.Ok<>(false);
    }
    return switch (api.delete("/admin/ticket_fields/" + id.get(), "/admin/ticket_fields/:id")) {
      case Reply.Ok<JsonNode> done -> {
        fields.readAnew();
        yield new Reply.Ok<>(true);
      }
      case Reply.Refused<JsonNode>(String status, String body) ->
          status.equals("404") ? new Reply.Ok<>(false) : FreshdeskRefusals.read(status, body);
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  private static String kind(FieldType type) {
    return switch (type) {
      case TEXTAREA -> "custom_paragraph";
      // Whole numbers fit into a decimal field, the other way round they do not.
      case NUMBER, PERCENTAGE, MONEY -> "custom_decimal";
      case CHECKBOX -> "custom_checkbox";
      case DATE, DATE_TIME -> "custom_date";
      case DROPDOWN -> "custom_dropdown";
      default -> "custom_text";
    };
  }
}
