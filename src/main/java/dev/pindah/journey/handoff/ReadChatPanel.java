package dev.pindah.journey.handoff;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.kit.ChatPanel;
import dev.pindah.model.kit.ChatPanel.Broadcast;
import dev.pindah.model.kit.ChatPanel.Channel;
import dev.pindah.model.kit.ChatPanel.Division;
import dev.pindah.model.kit.ChatPanel.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Broadcasts, divisions and channels; of a channel only what everybody may see. */
final class ReadChatPanel {
  private static final List<String> STATUSES =
      List.of("sent", "delivered", "read", "failed", "pending");

  private final DateTimeFormatter months;
  private final Map<String, String> lists = new HashMap<>();
  private final List<Broadcast> broadcasts = new ArrayList<>();
  private final Map<List<String>, Month> used = new HashMap<>();
  private final List<Division> divisions = new ArrayList<>();
  private final Map<String, List<String>> divisionsOf = new HashMap<>();
  private final List<Channel> channels = new ArrayList<>();

  private ReadChatPanel(ZoneId zone) {
    this.months = DateTimeFormatter.ofPattern("yyyy-MM", java.util.Locale.ROOT).withZone(zone);
  }

  static ChatPanel read(Ledger ledger, ZoneId zone) {
    ReadChatPanel read = new ReadChatPanel(zone);
    SourceRows.each(
        ledger,
        ObjectName.LIST,
        (record, row) -> read.lists.put(record.key().id(), SourceRows.text(row.path("name"))));
    SourceRows.each(
        ledger, ObjectName.BROADCAST, (record, row) -> read.broadcast(record.key().id(), row));
    SourceRows.each(
        ledger, ObjectName.DIVISION, (record, row) -> read.division(record.key().id(), row));
    SourceRows.each(
        ledger, ObjectName.CHANNEL, (record, row) -> read.channel(record.key().id(), row));
    read.broadcasts.sort(Comparator.comparing(Broadcast::sentAt).reversed());
    return new ChatPanel(
        read.broadcasts,
        read.used.values().stream()
            .sorted(Comparator.comparing(Month::month).reversed().thenComparing(Month::channel))
            .toList(),
        read.divisions,
        read.channels);
  }

  private void broadcast(String id, JsonNode row) {
    String at = SourceRows.text(row.path("send_at"));
    String sentAt = at.isEmpty() ? SourceRows.text(row.path("created_at")) : at;
    String account = SourceRows.text(row.path("channel_account_name"));
    String number = SourceRows.text(row.path("channel_phone_number"));
    String channel = (account + " " + number).strip();
    Map<String, Long> counts = new LinkedHashMap<>();
    JsonNode given = row.path("message_status_count");
    STATUSES.forEach(status -> counts.put(status, given.path(status).asLong(0)));
    String list = SourceRows.text(row.path("contact_list_id"));
    broadcasts.add(
        new Broadcast(
            id,
            SourceRows.text(row.path("name")),
            sentAt,
            channel,
            SourceRows.text(row.path("message_template").path("name")),
            lists.getOrDefault(list, list),
            SourceRows.text(row.path("sender_name")),
            SourceRows.text(row.path("execute_status")),
            counts));
    String month = month(sentAt);
    used.merge(List.of(month, channel), new Month(month, channel, 1, counts), ReadChatPanel::added);
  }

  private String month(String time) {
    try {
      return months.format(OffsetDateTime.parse(time));
    } catch (DateTimeParseException unreadable) {
      return time.length() >= 7 ? time.substring(0, 7) : "?";
    }
  }

  private static Month added(Month before, Month more) {
    Map<String, Long> counts = new TreeMap<>(before.counts());
    more.counts().forEach((status, count) -> counts.merge(status, count, Long::sum));
    Map<String, Long> ordered = new LinkedHashMap<>();
    STATUSES.forEach(status -> ordered.put(status, counts.getOrDefault(status, 0L)));
    return new Month(
        before.month(), before.channel(), before.broadcasts() + more.broadcasts(), ordered);
  }

  private void division(String id, JsonNode row) {
    String name = SourceRows.text(row.path("name"));
    List<String> users = new ArrayList<>();
    for (JsonNode user : row.path("users")) {
      users.add(
          (SourceRows.text(user.path("full_name"))
                  + " ("
                  + SourceRows.text(user.path("role"))
                  + ")")
              .replace(" ()", ""));
    }
    List<String> names = new ArrayList<>();
    for (JsonNode channel : row.path("channels")) {
      String named = SourceRows.text(channel.path("channel_name"));
      names.add((named + " " + SourceRows.text(channel.path("target_channel"))).strip());
      divisionsOf
          .computeIfAbsent(SourceRows.text(channel.path("id")), first -> new ArrayList<>())
          .add(name);
    }
    divisions.add(
        new Division(
            id,
            name,
            row.path("default").asBoolean(false),
            users,
            names,
            row.path("is_contact_masking").asBoolean(false)));
  }

  private void channel(String id, JsonNode row) {
    JsonNode settings = row.path("settings");
    channels.add(
        new Channel(
            id,
            SourceRows.text(row.path("target_channel")),
            SourceRows.text(settings.path("account_name")),
            SourceRows.text(settings.path("phone_number")),
            row.path("is_active").asBoolean(false),
            SourceRows.text(row.path("created_at")),
            divisionsOf.getOrDefault(id, List.of())));
  }
}
