package dev.pindah.sandbox.freshsales.views;

import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Json;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A view ("filter") of one kind of record.
 *
 * @param scope which rows it walks
 * @param test which of them it shows
 */
record View(long id, String name, Kind kind, Scope scope, Predicate<ObjectNode> test) {

  /** Where the rows of a view come from. */
  enum Scope {
    /** Every live row: counted and paged without looking into it. */
    ALL,
    SOME,
    BIN
  }

  ObjectNode shown(User admin, String updatedAt) {
    ObjectNode node = Json.object();
    node.put("id", id).put("name", name).put("model_class_name", kind.type());
    node.put("user_id", admin.id()).put("is_default", true).put("updated_at", updatedAt);
    node.put("user_name", admin.name());
    node.putArray("current_user_permissions").add("view");
    return node;
  }
}
