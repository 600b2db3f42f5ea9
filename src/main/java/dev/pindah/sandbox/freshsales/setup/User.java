package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** Someone with a seat in the account; an inactive one keeps the records but cannot sign in. */
public record User(long id, String name, String email, String role, boolean active) {

  public User withActive(boolean nowActive) {
    return new User(id, name, email, role, nowActive);
  }

  /** As selectors and side-loads show a user. */
  public ObjectNode shown() {
    ObjectNode node = Json.object();
    node.put("id", id).put("display_name", name).put("email", email).put("is_active", active);
    return node.putNull("work_number").putNull("mobile_number");
  }
}
