package dev.pindah.journey.discover;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Chat;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds up channels, templates and broadcasts; numbers and texts of customers are not kept. */
final class ChatSide {
  private final YearMonth month;
  private final ZoneId zone;
  private final Map<String, Long> channels = new TreeMap<>();
  private final Map<String, Long> templates = new TreeMap<>();
  private final Map<String, Long> categories = new TreeMap<>();
  private long broadcasts;
  private long thisMonth;
  private long recipients;

  ChatSide(YearMonth month, ZoneId zone) {
    this.month = month;
    this.zone = zone;
  }

  void look(ObjectName object, String json) {
    JsonNode row = JsonMapper.shared().readTree(json);
    switch (object) {
      case CHANNEL -> count(channels, row.path("target_channel"));
      case TEMPLATE -> {
        count(templates, row.path("status"));
        count(categories, row.path("category"));
      }
      case BROADCAST -> broadcast(row);
      default -> {}
    }
  }

  private static void count(Map<String, Long> counts, JsonNode word) {
    String text = word.asString("").strip().toLowerCase(Locale.ROOT);
    counts.merge(text.isEmpty() ? "?" : text, 1L, Long::sum);
  }

  private void broadcast(JsonNode row) {
    broadcasts++;
    if (month.equals(month(row.path("send_at"))) || month.equals(month(row.path("created_at")))) {
      thisMonth++;
      JsonNode sent = row.path("message_status_count");
      for (String state : new String[] {"delivered", "read", "pending", "sent"}) {
        recipients += Math.max(0, sent.path(state).asLong(0));
      }
    }
  }

  private YearMonth month(JsonNode date) {
    try {
      return YearMonth.from(OffsetDateTime.parse(date.asString("")).atZoneSameInstant(zone));
    } catch (DateTimeException unreadable) {
      return YearMonth.of(1970, 1);
    }
  }

  Chat facts() {
    return new Chat(channels, templates, categories, broadcasts, thisMonth, recipients);
  }
}
