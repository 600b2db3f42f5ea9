package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The envelopes of the chat API and its two families of cursors. */
public final class ChatReplies {

  private ChatReplies() {}

  /** Which cursors a list carries. */
  enum Cursors {
    /** Base64 of epoch seconds with a fraction; {@code next} is the last row, the older one. */
    SECONDS,
    /** Epoch milliseconds; {@code prev} is the last row, the older one. */
    MILLIS,
    /** None: page by offset. */
    NONE;

    /** The {@code cursor_direction} that leads to older rows. */
    String towardsOlder() {
      return this == SECONDS ? "after" : "before";
    }

    /** A cursor's moment; empty for text that is none. */
    Optional<Instant> read(String cursor) {
      try {
        return switch (this) {
          case SECONDS -> {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
            BigDecimal seconds = new BigDecimal(text);
            yield Optional.of(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
          }
          case MILLIS -> Optional.of(Instant.ofEpochMilli(Long.parseLong(cursor)));
          case NONE -> Optional.empty();
        };
      } catch (IllegalArgumentException noCursor) {
        return Optional.empty();
      }
    }
  }

  /** One page; {@code total} is what the pagination says, mostly no more than this page's rows. */
  record Page(List<ObjectNode> rows, int offset, int limit, long total) {}

  static Reply one(int status, JsonNode data) {
    return Reply.json(status, Json.object().put("status", "success").set("data", data));
  }

  static Reply list(Page page, Cursors cursors, Function<ObjectNode, Instant> time) {
    ObjectNode body = Json.object().put("status", "success");
    ArrayNode data = body.putArray("data");
    page.rows().forEach(data::add);
    ObjectNode pagination = body.putObject("meta").putObject("pagination");
    ObjectNode cursor = pagination.putObject("cursor");
    cursor.putNull("next").putNull("prev").putNull("pit");
    if (!page.rows().isEmpty()) {
      Instant first = time.apply(page.rows().getFirst());
      Instant last = time.apply(page.rows().getLast());
      switch (cursors) {
        case SECONDS -> cursor.put("next", seconds(last)).put("prev", seconds(first));
        case MILLIS -> cursor.put("next", first.toEpochMilli()).put("prev", last.toEpochMilli());
        case NONE -> {}
      }
    }
    pagination
        .put("offset", page.offset())
        .put("limit", page.limit())
        .put("total", page.total())
        .put("target_offset", 0);
    return Reply.json(200, body);
  }

  public static Reply error(int status, String message) {
    ObjectNode body = Json.object().put("status", "error");
    body.putObject("error").put("code", status).putArray("messages").add(message);
    return Reply.json(status, body);
  }

  static Refusal notFound() {
    return new Refusal(error(404, "Resource not found."));
  }

  static Refusal invalid(String message) {
    return new Refusal(error(422, message));
  }

  static Instant createdAt(ObjectNode row) {
    return Instant.parse(row.path("created_at").asString());
  }

  static String seconds(Instant instant) {
    String text =
        BigDecimal.valueOf(instant.toEpochMilli(), 3).stripTrailingZeros().toPlainString();
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
