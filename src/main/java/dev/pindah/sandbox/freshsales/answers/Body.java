package dev.pindah.sandbox.freshsales.answers;

import dev.pindah.sandbox.wire.Exchange;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads request bodies the way the account does. */
public final class Body {

  private static final String MISSING = "Invalid or missing attributes";

  private Body() {}

  /** The whole body, which must be a JSON object. */
  public static ObjectNode whole(Exchange exchange) {
    JsonNode body = exchange.json().orElseThrow(() -> Errors.refusal(400, complaint(exchange)));
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw Errors.refusal(400, MISSING);
  }

  /** What stands under the root key; without it nothing is read. */
  public static ObjectNode root(Exchange exchange, String key) {
    if (whole(exchange).path(key) instanceof ObjectNode root) {
      return root;
    }
    throw Errors.refusal(400, MISSING);
  }

  private static String complaint(Exchange exchange) {
    boolean claimsJson =
        exchange.header("Content-Type").toLowerCase(Locale.ROOT).contains("json")
            && exchange.body().length > 0;
    return claimsJson ? "There was a problem in the JSON payload you submitted" : MISSING;
  }
}
