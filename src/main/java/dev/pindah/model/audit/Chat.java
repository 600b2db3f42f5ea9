package dev.pindah.model.audit;

import java.util.Map;

/**
 * The messaging side of the source account.
 *
 * @param channels connected ones, by kind
 * @param templates by status
 * @param categories templates by category
 * @param broadcastsThisMonth broadcasts of the calendar month of reading
 * @param recipientsThisMonth unique numbers are not told: messages sent, failed ones left out
 */
public record Chat(
    Map<String, Long> channels,
    Map<String, Long> templates,
    Map<String, Long> categories,
    long broadcasts,
    long broadcastsThisMonth,
    long recipientsThisMonth) {
  public static final Chat NONE = new Chat(Map.of(), Map.of(), Map.of(), 0, 0, 0);

  public Chat {
    channels = Map.copyOf(channels);
    templates = Map.copyOf(templates);
    categories = Map.copyOf(categories);
  }

  /** Whether a WhatsApp number is connected. */
  public boolean whatsApp() {
    return channels.keySet().stream().anyMatch(kind -> kind.startsWith("wa"));
  }
}
