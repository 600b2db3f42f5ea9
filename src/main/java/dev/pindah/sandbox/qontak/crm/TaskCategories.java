package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Choices;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/** Categories of tasks: an unpaged list that can grow and shrink. */
final class TaskCategories {

  private final CrmReplies replies;
  private final Map<Long, String> categories = new ConcurrentSkipListMap<>();

  TaskCategories(CrmReplies replies) {
    this.replies = replies;
    Choices.TASK_CATEGORIES.forEach(option -> categories.put(option.id(), option.name()));
  }

  void addTo(Router router, String prefix) {
    router
        .get(prefix + "/tasks/category", _ -> replies.unpaged(list()))
        .post(prefix + "/tasks/category", this::create)
        .delete(prefix + "/tasks/category/{id}", this::delete);
  }

  private List<ObjectNode> list() {
    return categories.entrySet().stream()
        .map(entry -> category(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Reply create(Exchange exchange) {
    String name = exchange.json().map(body -> body.path("name").asString("")).orElse("");
    if (name.isBlank()) {
      throw replies.invalid("name can't be blank");
    }
    synchronized (categories) {
      long id = categories.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
      categories.put(id, name);
      return replies.one(category(id, name));
    }
  }

  private Reply delete(Exchange exchange) {
    boolean gone =
        categories.keySet().removeIf(id -> String.valueOf(id).equals(exchange.param("id")));
    if (!gone) {
      throw replies.notFound();
    }
    return replies.metaOnly("Successfully deleted");
  }

  private static ObjectNode category(long id, String name) {
    return Json.object().put("id", id).put("name", name);
  }
}
