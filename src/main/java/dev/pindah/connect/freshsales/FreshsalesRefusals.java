package dev.pindah.connect.freshsales;

import dev.pindah.connect.Reply;
import dev.pindah.connect.http.Redact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's refusals, in the many forms of its error envelope, to reason codes. */
final class FreshsalesRefusals {
  private FreshsalesRefusals() {}

  static <T> Reply<T> read(String status, String body) {
    String words = words(body);
    String reason = words.isEmpty() ? "answers " + status : Redact.text(words);
    return new Reply.Refused<>(code(status, words.toLowerCase(Locale.ROOT)), reason);
  }

  private static String code(String status, String words) {
    if (words.contains("name has already been taken")) {
      return "name-taken";
    }
    if (words.contains("already exists") || words.contains("already been taken")) {
      return "email-taken";
    }
    if (words.contains("need to fill this email")) {
      return "email-missing";
    }
    if (words.contains("invalid email")) {
      return "email-invalid";
    }
    if (words.contains("storage") || words.contains("file size")) {
      return "storage-full";
    }
    if (words.contains("not in required length") || words.contains("too long")) {
      return "too-long";
    }
    if (words.contains("stage doesn't exist")) {
      return "unknown-stage";
    }
    if (words.contains("invalid contact status") || words.contains("invalid lifecycle stage")) {
      return "unknown-status";
    }
    if (words.contains("can't be empty") || words.contains("can't be blank")) {
      return "required-missing";
    }
    return switch (status) {
      case "413" -> "too-large";
      case "403" -> "not-authorized";
      case "404" -> "not-found";
      default -> "refused-" + status;
    };
  }

  private static String words(String body) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(body);
    } catch (JacksonException notJson) {
      return "";
    }
    List<String> words = new ArrayList<>();
    collect(json.path("errors"), words);
    if (words.isEmpty()) {
      collect(json.path("message"), words);
    }
    return String.join("; ", words);
  }

  private static void collect(JsonNode node, List<String> words) {
    if (node.isArray()) {
      node.valueStream().forEach(element -> collect(element, words));
    } else if (node.isObject()) {
      collect(node.path("message"), words);
    } else if (node.isString()) {
      words.add(node.asString());
    }
  }
}
