package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.answers.Errors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A body laid over a row, with what is wrong collected in the order of asking. */
final class Given {

  private static final int TITLE = 255;

  private final JsonNode given;
  private final ObjectNode row;
  private final List<String> problems = new ArrayList<>();

  Given(JsonNode given, ObjectNode row) {
    this.given = given;
    this.row = row;
  }

  void title() {
    text("title");
    String title = row.path("title").asString("");
    if (title.isBlank()) {
      problems.add("Title can't be blank");
    } else if (title.length() > TITLE) {
      problems.add("Title is not in required length");
    }
  }

  void text(String name) {
    JsonNode value = given.path(name);
    if (value.isNull()) {
      row.putNull(name);
    } else if (value.isValueNode() && !value.isMissingNode()) {
      row.put(name, value.asString());
    }
  }

  void number(String name) {
    JsonNode value = given.path(name);
    if (value.isNumber() || value.isNull()) {
      row.set(name, value);
    }
  }

  void flag(String name) {
    JsonNode value = given.path(name);
    if (value.isBoolean()) {
      row.put(name, value.asBoolean());
    }
  }

  /** A time; what cannot be read becomes null. */
  void time(String name) {
    if (given.has(name)) {
      parsed(given.path(name).asString(""))
          .ifPresentOrElse(at -> row.put(name, at.toString()), () -> row.putNull(name));
    }
  }

  void requiredTime(String name, String label) {
    time(name);
    if (!row.hasNonNull(name)) {
      problems.add(label + " can't be blank");
    }
  }

  void problem(boolean wrong, String message) {
    if (wrong) {
      problems.add(message);
    }
  }

  /** Refuses when anything was wrong. */
  void check() {
    if (!problems.isEmpty()) {
      throw Errors.invalid(problems);
    }
  }

  static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text.length() == 10 ? text + "T00:00:00Z" : text).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
