package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.connect.Reply;
import dev.pindah.connect.http.Redact;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's refusals to reason codes: field by field, each with a code of its own. */
final class FreshdeskRefusals {
  private FreshdeskRefusals() {}

  static <T> Reply<T> read(String status, String body) {
    List<JsonNode> errors = errors(body);
    if (errors.isEmpty()) {
      return new Reply.Refused<>(
          status.equals("404") ? "not-found" : "refused-" + status, "answers " + status);
    }
    String reason =
        errors.stream()
            .map(error -> text(error.path("field")) + ": " + text(error.path("message")))
            .collect(Collectors.joining("; "));
    return new Reply.Refused<>(code(errors), Redact.text(reason));
  }

  /** What is taken already comes first: it may be a record of ours. */
  private static String code(List<JsonNode> errors) {
    for (String field : List.of("unique_external_id", "email", "name")) {
      if (errors.stream().anyMatch(error -> duplicate(error, field))) {
        return field.equals("unique_external_id") ? "id-taken" : field + "-taken";
      }
    }
    if (errors.stream().anyMatch(error -> text(error.path("field")).startsWith("attachments"))) {
      return "too-large";
    }
    String code = text(errors.getFirst().path("code"));
    return code.isEmpty() ? "refused" : code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static boolean duplicate(JsonNode error, String field) {
    return text(error.path("code")).equals("duplicate_value")
        && text(error.path("field")).equals(field);
  }

  private static List<JsonNode> errors(String body) {
    try {
      return JsonMapper.shared().readTree(body).path("errors").valueStream().toList();
    } catch (JacksonException notJson) {
      return List.of();
    }
  }
}
