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
import tools.jackson.databind.node.MissingNode;

/** The API's refusals to reason codes: field by field, each with a code of its own. */
final class FreshdeskRefusals {
  private FreshdeskRefusals() {}

  static <T> Reply<T> read(String status, String body) {
    JsonNode said = json(body);
    List<JsonNode> errors = said.path("errors").valueStream().toList();
    if (errors.isEmpty()) {
      String message = text(said.path("message"));
      return new Reply.Refused<>(
          whole(status, said), message.isEmpty() ? "answers " + status : Redact.text(message));
    }
    String reason =
        errors.stream()
            .map(error -> text(error.path("field")) + ": " + text(error.path("message")))
            .collect(Collectors.joining("; "));
    return new Reply.Refused<>(code(errors), Redact.text(reason));
  }

  /** A refusal of the whole request, with a code or with nothing but its status. */
  private static String whole(String status, JsonNode said) {
    return switch (status) {
      case "404" -> "not-found";
      case "413" -> "too-large";
      default -> {
        String code = worded(said);
        yield code.isEmpty() ? "refused-" + status : code;
      }
    };
  }

  private static String worded(JsonNode error) {
    return text(error.path("code")).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
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
    String code = worded(errors.getFirst());
    return code.isEmpty() ? "refused" : code;
  }

  private static boolean duplicate(JsonNode error, String field) {
    return text(error.path("code")).equals("duplicate_value")
        && text(error.path("field")).equals(field);
  }

  private static JsonNode json(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }
}
