package dev.pindah.console.page;

import dev.pindah.ledger.Requests.Request;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The JSON document that a wish came to, read leniently: other versions may have written it. */
record Answer(Request request, JsonNode json) {
  static Answer of(Request request) {
    try {
      return new Answer(
          request,
          request.answer().isBlank()
              ? MissingNode.getInstance()
              : JsonMapper.shared().readTree(request.answer()));
    } catch (JacksonException unreadable) {
      return new Answer(request, MissingNode.getInstance());
    }
  }

  /** What went wrong or is waited for; blank when nothing is. */
  String message() {
    return json.path("error").path("message").asString("");
  }

  long number(String member) {
    return json.path(member).asLong(0);
  }

  boolean has(String member) {
    return json.has(member);
  }

  List<JsonNode> list(String member) {
    return json.path(member).valueStream().toList();
  }

  static String text(JsonNode row, String member) {
    JsonNode value = row.path(member);
    return value.isString() || value.isNumber() || value.isBoolean() ? value.asString() : "";
  }

  static List<String> texts(JsonNode row, String member) {
    return row.path(member).valueStream().map(item -> item.asString("")).toList();
  }

  /** The newest of several answers that has a member. */
  static Optional<Answer> newest(List<Optional<Request>> requests, String member) {
    return requests.stream()
        .flatMap(Optional::stream)
        .map(Answer::of)
        .filter(answer -> answer.has(member))
        .max(java.util.Comparator.comparingLong(answer -> answer.request().number()));
  }
}
