package dev.pindah.sandbox.freshsales.answers;

import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The error envelopes of the facts, section 1.4. */
public final class Errors {

  private Errors() {}

  /** {@code {"errors":{"code":…,"message":[…]}}}. */
  public static Reply reply(int status, List<String> messages) {
    ObjectNode body = Json.object();
    ObjectNode errors = body.putObject("errors");
    errors.put("code", status);
    ArrayNode list = errors.putArray("message");
    messages.forEach(list::add);
    return Reply.json(status, body);
  }

  public static Refusal refusal(int status, String... messages) {
    return new Refusal(reply(status, List.of(messages)));
  }

  /** A validation that failed, with everything that was wrong. */
  public static Refusal invalid(List<String> messages) {
    return new Refusal(reply(400, messages));
  }

  /** No view named, an unknown view, or a key that may only read. */
  public static Refusal notAuthorized() {
    return refusal(403, "You are not authorized to perform this action.");
  }

  /** An error that the server did not handle. */
  public static Reply broken(int status) {
    return Reply.json(status, Json.object().put("error_code", status));
  }

  public static Reply unauthenticated() {
    return Reply.json(401, Json.object().put("login", "failed"));
  }
}
