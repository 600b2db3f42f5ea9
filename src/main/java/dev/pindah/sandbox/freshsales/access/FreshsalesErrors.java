package dev.pindah.sandbox.freshsales.access;

import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in the API's envelope. */
public final class FreshsalesErrors {
  private FreshsalesErrors() {}

  public static Reply reply(int status, List<String> messages) {
    ObjectNode errors = Json.object();
    ObjectNode inner = errors.putObject("errors");
    inner.put("code", status);
    ArrayNode list = inner.putArray("message");
    messages.forEach(list::add);
    return Reply.json(status, errors);
  }

  public static Refusal invalid(String... messages) {
    return new Refusal(reply(400, List.of(messages)));
  }

  public static Refusal notFound(String sentence) {
    return new Refusal(reply(404, List.of(sentence)));
  }

  public static Refusal notAuthorized() {
    return new Refusal(reply(403, List.of("You are not authorized to perform this action.")));
  }

  /** What an unhandled exception of the server looks like. */
  public static Reply broken() {
    return Reply.json(500, Json.object().put("error_code", 500));
  }
}
