package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelopes of the CRM: what stands beside {@code response} differs from endpoint to endpoint.
 */
public final class CrmReplies {

  private static final String INFO = "https://developers.qontak.com/docs/api/response-codes#200";

  private final SandboxClock clock;
  private final Dice dice;
  private final AtomicLong count = new AtomicLong();

  public CrmReplies(SandboxClock clock, Dice dice) {
    this.clock = clock;
    this.dice = dice;
  }

  /** One page of a list that knows its totals. */
  record Page(List<ObjectNode> rows, int number, int perPage, long total) {
    long pages() {
      return (total + perPage - 1) / perPage;
    }
  }

  Reply one(JsonNode row) {
    return Reply.json(200, ok().set("response", row));
  }

  /** A list without any paging members. */
  Reply unpaged(List<? extends JsonNode> rows) {
    return Reply.json(200, ok().set("response", array(rows)));
  }

  /** Contacts, deals, tasks, tickets, geolocations. */
  Reply paged(Page page) {
    return Reply.json(200, pagedBody(page));
  }

  /** Companies: also the last row's {@code updated_at} in epoch milliseconds. */
  Reply pagedWithCursor(Page page) {
    ObjectNode body = pagedBody(page);
    ArrayNode cursor = body.putArray("next_cursor");
    if (!page.rows().isEmpty()) {
      String last = page.rows().getLast().path("updated_at").asString("");
      Times.parse(last).ifPresent(instant -> cursor.add(instant.toEpochMilli()));
    }
    return Reply.json(200, body);
  }

  /** Products: other names, and the timestamp in epoch seconds. */
  Reply pagedProducts(Page page) {
    ObjectNode body = okWithEpoch();
    body.set("response", array(page.rows()));
    body.put("current_page", page.number());
    body.put("total_page", page.pages());
    body.put("total_current_data", page.rows().size());
    body.put("total_data", page.total());
    return Reply.json(200, body);
  }

  /** Line items: only a count of what is here. */
  Reply counted(List<? extends JsonNode> rows) {
    ObjectNode body = okWithEpoch();
    body.set("response", array(rows));
    body.put("total_current_data", rows.size());
    return Reply.json(200, body);
  }

  /** Answers to writes that show nothing of the record. */
  Reply metaOnly(String message) {
    ObjectNode body = Json.object();
    body.set("meta", meta(200, "OK", null, message, message));
    return Reply.json(200, body);
  }

  Reply properties(ArrayNode properties) {
    return Reply.json(200, ok().set("crm_properties", properties));
  }

  Refusal notFound() {
    return new Refusal(refusal(404, "Couldn't find record with that ID"));
  }

  Refusal invalid(String reason) {
    return new Refusal(refusal(422, reason));
  }

  public Reply refusal(int status, String reason) {
    return Reply.json(status, refusedBody(status, reason));
  }

  /** HTTP 200 although {@code meta.status} says otherwise. */
  public Reply refusalInside200(int status, String reason) {
    return Reply.json(200, refusedBody(status, reason));
  }

  private ObjectNode refusedBody(int status, String reason) {
    ObjectNode body = Json.object();
    String type =
        switch (status) {
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          case 405 -> "Method Not Allowed";
          case 422 -> "Unprocessable Entity";
          case 429 -> "Too Many Requests";
          default -> "Error";
        };
    body.set("meta", meta(status, type, status, reason, type));
    return body;
  }

  private ObjectNode pagedBody(Page page) {
    ObjectNode body = ok();
    body.set("response", array(page.rows()));
    body.put("page", page.number());
    body.put("total_page", page.pages());
    body.put("current_data", page.rows().size());
    body.put("total_data", page.total());
    return body;
  }

  private ObjectNode ok() {
    ObjectNode body = Json.object();
    body.set("meta", meta(200, "OK", null, "Success", "Success"));
    return body;
  }

  private ObjectNode okWithEpoch() {
    ObjectNode body = ok();
    ((ObjectNode) body.get("meta")).put("timestamp", clock.instant().getEpochSecond());
    return body;
  }

  /** The offset of the timestamp and the form of the log id are not always the same. */
  private ObjectNode meta(
      int status, String type, @Nullable Integer code, String developerMessage, String message) {
    long number = count.incrementAndGet();
    Instant now = clock.instant();
    return Json.object()
        .put("status", status)
        .put("type", type)
        .put("error_code", code)
        .put("info", INFO)
        .put("developer_message", developerMessage)
        .put("message", message)
        .put("timestamp", Times.crm(now, number % 5 == 0 ? ZoneOffset.UTC : Times.WIB))
        .put("log_id", dice.uuid("log", number) + (number % 7 == 0 ? "rails5" : ""));
  }

  private static ArrayNode array(List<? extends JsonNode> rows) {
    ArrayNode array = Json.array();
    rows.forEach(array::add);
    return array;
  }
}
