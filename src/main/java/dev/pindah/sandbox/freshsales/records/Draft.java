package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A row while it is written: what was given is laid over it, and every problem collected. */
final class Draft {

  private final ObjectNode before;
  private final ObjectNode row;
  private final ObjectNode given;
  private final boolean creating;
  private final Via via;
  private final User writer;
  private final List<String> problems = new ArrayList<>();

  Draft(ObjectNode row, ObjectNode given, boolean creating, Via via, User writer) {
    this.before = creating ? Json.object() : row.deepCopy();
    this.row = row;
    this.given = given;
    this.creating = creating;
    this.via = via;
    this.writer = writer;
  }

  ObjectNode row() {
    return row;
  }

  /** The row as it was; empty when there was none. */
  ObjectNode before() {
    return before;
  }

  JsonNode given(String name) {
    return given.path(name);
  }

  boolean gives(String name) {
    return given.has(name);
  }

  boolean creating() {
    return creating;
  }

  Via via() {
    return via;
  }

  User writer() {
    return writer;
  }

  void problem(String message) {
    problems.add(message);
  }

  List<String> problems() {
    return problems;
  }

  /** The id of the row, 0 while it has none. */
  long id() {
    return row.path("id").asLong(0);
  }

  /** Takes a text over: blank becomes null, anything but a scalar is ignored. */
  void text(String name, String label, int longest) {
    JsonNode value = given.path(name);
    if (value.isMissingNode() || value.isContainer()) {
      return;
    }
    String text = value.isNull() ? "" : value.asString();
    if (text.length() > longest) {
      problem(label + " is not in required length");
    } else if (text.isBlank()) {
      row.putNull(name);
    } else {
      row.put(name, text);
    }
  }

  /** Takes a true or false over; what is neither becomes null. */
  void flag(String name) {
    JsonNode value = given.path(name);
    if (value.isBoolean()) {
      row.put(name, value.asBoolean());
    } else if (!value.isMissingNode()) {
      row.putNull(name);
    }
  }
}
