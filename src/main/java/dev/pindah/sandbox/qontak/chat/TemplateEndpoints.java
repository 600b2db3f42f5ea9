package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and shows templates; a new one waits for approval. */
final class TemplateEndpoints {

  private final Templates templates;
  private final List<ObjectNode> written = new CopyOnWriteArrayList<>();

  TemplateEndpoints(Templates templates) {
    this.templates = templates;
  }

  void addTo(Router router, String prefix) {
    router
        .get(prefix + "/templates/whatsapp", this::list)
        .post(prefix + "/templates/whatsapp", this::create)
        .get(prefix + "/templates/{id}/whatsapp", this::show)
        .get(prefix + "/templates/category", _ -> names(oldCategories()))
        .get(prefix + "/templates/language", _ -> names(List.of("id", "en")))
        .get(
            prefix + "/templates/languages",
            _ -> names(List.of("id", "en", "en_US", "ms", "zh_CN")));
  }

  List<ObjectNode> all() {
    List<ObjectNode> all = new ArrayList<>(written);
    all.addAll(templates.seeded());
    return all;
  }

  private Reply list(Exchange exchange) {
    List<String> statuses = new ArrayList<>(exchange.queries("statuses[]"));
    exchange.query("status").ifPresent(statuses::add);
    List<String> categories = exchange.queries("category[]");
    List<String> excluded = exchange.queries("excluded_category[]");
    Predicate<ObjectNode> wanted =
        row ->
            (statuses.isEmpty() || statuses.contains(row.path("status").asString("")))
                && (categories.isEmpty() || categories.contains(row.path("category").asString("")))
                && !excluded.contains(row.path("category").asString(""));
    return ChatReplies.list(
        ChatPaging.page(exchange, all().stream().filter(wanted).toList()),
        ChatReplies.Cursors.NONE,
        _ -> Instant.EPOCH);
  }

  private Reply show(Exchange exchange) {
    return all().stream()
        .filter(row -> row.path("id").asString("").equals(exchange.param("id")))
        .findFirst()
        .map(row -> ChatReplies.one(200, row))
        .orElseThrow(ChatReplies::notFound);
  }

  /** The answer nests data in data. */
  private Reply create(Exchange exchange) {
    JsonNode body = exchange.json().orElseThrow(() -> ChatReplies.invalid("body is missing"));
    if (body.path("name").asString("").isBlank()) {
      throw ChatReplies.invalid("name is missing");
    }
    String category = body.path("category").asString("UTILITY");
    ObjectNode row = templates.template(1000 + written.size(), "PENDING", category);
    row.put("name", body.path("name").asString());
    if (body.has("body")) {
      row.set("body", body.path("body"));
    }
    written.addFirst(row);
    return ChatReplies.one(201, Json.object().set("data", row));
  }

  /** The list still holds names from before 2022. */
  private static List<String> oldCategories() {
    List<String> categories = new ArrayList<>(Templates.CATEGORIES);
    categories.addAll(List.of("ACCOUNT_UPDATE", "PAYMENT_UPDATE", "TICKET_UPDATE"));
    return categories;
  }

  private static Reply names(List<String> names) {
    ArrayNode data = Json.array();
    names.forEach(data::add);
    return ChatReplies.one(200, data);
  }
}
