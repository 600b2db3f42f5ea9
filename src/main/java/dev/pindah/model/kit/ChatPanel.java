package dev.pindah.model.kit;

import java.util.List;
import java.util.Map;

/** What exists in the source only: broadcasts, their quota, divisions, channels. */
public record ChatPanel(
    List<Broadcast> broadcasts,
    List<Month> months,
    List<Division> divisions,
    List<Channel> channels) {
  public ChatPanel {
    broadcasts = List.copyOf(broadcasts);
    months = List.copyOf(months);
    divisions = List.copyOf(divisions);
    channels = List.copyOf(channels);
  }

  /**
   * One broadcast.
   *
   * @param counts messages by status, as the source counts them
   */
  public record Broadcast(
      String id,
      String name,
      String sentAt,
      String channel,
      String template,
      String list,
      String sender,
      String status,
      Map<String, Long> counts) {
    public Broadcast {
      counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    }
  }

  /** Broadcasts of one month on one channel. */
  public record Month(String month, String channel, long broadcasts, Map<String, Long> counts) {
    public Month {
      counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    }
  }

  /** A team of the chat panel. */
  public record Division(
      String id,
      String name,
      boolean standard,
      List<String> users,
      List<String> channels,
      boolean masked) {
    public Division {
      users = List.copyOf(users);
      channels = List.copyOf(channels);
    }
  }

  /** A connected channel; nothing of its settings but what everybody may see. */
  public record Channel(
      String id,
      String kind,
      String account,
      String number,
      boolean active,
      String createdAt,
      List<String> divisions) {
    public Channel {
      divisions = List.copyOf(divisions);
    }
  }
}
