package dev.pindah.sandbox.freshdesk.answers;

import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a request, collected and said at once. */
public final class Problems {

  private final ArrayNode errors = Json.array();
  private boolean conflict;

  /** Adds a problem with one of the documented codes. */
  public void add(String field, String message, String code) {
    errors.addObject().put("field", field).put("message", message).put("code", code);
  }

  public void unknown(String field) {
    add(field, "Unexpected/invalid field in request", "invalid_field");
  }

  public void missing(String field, String type) {
    add(field, "It should be a/an " + type, "missing_field");
  }

  public void mismatch(String field, String type) {
    add(field, "It should be a/an " + type, "datatype_mismatch");
  }

  public void notOneOf(String field, Collection<?> values) {
    String list = values.stream().map(String::valueOf).collect(Collectors.joining(","));
    add(field, "It should be one of these values: '" + list + "'", "invalid_value");
  }

  /** A value that another record has already; with the id of its user where there is one. */
  public void duplicate(String field, long userId, boolean asConflict) {
    ObjectNode error = errors.addObject().put("field", field);
    if (userId > 0) {
      error.putObject("additional_info").put("user_id", userId);
    }
    error.put("message", "It should be a unique value").put("code", "duplicate_value");
    conflict |= asConflict;
  }

  /** Refuses when there is any problem. */
  public void check() {
    if (!errors.isEmpty()) {
      ObjectNode body = Json.object().put("description", "Validation failed");
      body.set("errors", errors);
      throw new Refusal(Reply.json(conflict ? 409 : 400, body));
    }
  }

  /** A refusal with one problem. */
  public static Refusal one(String field, String message, String code) {
    Problems problems = new Problems();
    problems.add(field, message, code);
    try {
      problems.check();
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new IllegalStateException("a problem was added");
  }

  /** A refusal in the shape of 401 and 403. */
  public static Reply coded(int status, String code, String message) {
    return Reply.json(status, Json.object().put("code", code).put("message", message));
  }

  /** Not found: no body at all. */
  public static Refusal missing() {
    return new Refusal(Reply.empty(404));
  }
}
