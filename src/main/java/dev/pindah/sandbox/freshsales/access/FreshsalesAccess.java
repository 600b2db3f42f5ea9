package dev.pindah.sandbox.freshsales.access;

import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Keys of two users, an admin's and one that may only read, and the account's quota. */
public final class FreshsalesAccess {
  private static final String ADMIN_KEY = "demo-freshsales-key";
  private static final String READ_ONLY_KEY = "demo-freshsales-read-only";
  private static final Pattern HEADER = Pattern.compile("Token token=\"?([^\"]+)\"?");

  private final Quota quota;

  public FreshsalesAccess(Simulation simulation) {
    this.quota = new Quota(simulation.plan(), simulation.clock(), simulation.switches());
  }

  public static List<Switch> switches() {
    return List.of(new Switch(Quota.RETRY_AFTER, "off", "whether a 429 carries Retry-After"));
  }

  public Reply around(Exchange exchange, Endpoint next) {
    if (!quota.admits(exchange.fault(Fault.QuotaChange.class))) {
      return quota.refusal();
    }
    return quota.dressed(authorized(exchange, next));
  }

  private static Reply authorized(Exchange exchange, Endpoint next) {
    Matcher header = HEADER.matcher(exchange.header("Authorization"));
    String key = header.matches() ? header.group(1) : "";
    if (!key.equals(ADMIN_KEY) && !key.equals(READ_ONLY_KEY)) {
      return Reply.json(401, Json.object().put("login", "failed"));
    }
    boolean reads =
        exchange.method().equals("GET") || exchange.path().contains("/filtered_search/");
    if (key.equals(READ_ONLY_KEY) && !reads) {
      throw FreshsalesErrors.notAuthorized();
    }
    return next.answer(exchange);
  }

  public static ObjectNode describe() {
    return Json.object().put("apiKey", ADMIN_KEY).put("readOnlyApiKey", READ_ONLY_KEY);
  }
}
