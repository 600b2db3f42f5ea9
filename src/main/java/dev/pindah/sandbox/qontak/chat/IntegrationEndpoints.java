package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Channels with their settings: tokens and pins included, which no client may keep. */
final class IntegrationEndpoints {

  private final Dice dice;

  IntegrationEndpoints(Dice dice) {
    this.dice = dice;
  }

  void addTo(Router router, String prefix) {
    router.get(prefix + "/integrations", this::list).get(prefix + "/integrations/{id}", this::show);
  }

  private Reply list(Exchange exchange) {
    String target = exchange.query("target_channel").orElse("");
    List<ObjectNode> all =
        Channel.ALL.stream()
            .filter(channel -> target.isEmpty() || channel.target().equals(target))
            .map(this::integration)
            .toList();
    List<ObjectNode> rows = all;
    return ChatReplies.list(
        ChatPaging.page(
            exchange,
            rows.size(),
            i -> rows.get((int) i),
            ChatReplies.Cursors.SECONDS,
            ChatReplies::createdAt),
        ChatReplies.Cursors.SECONDS,
        ChatReplies::createdAt);
  }

  private Reply show(Exchange exchange) {
    return Channel.ALL.stream()
        .filter(channel -> channel.id().equals(exchange.param("id")))
        .findFirst()
        .map(channel -> ChatReplies.one(200, integration(channel)))
        .orElseThrow(ChatReplies::notFound);
  }

  private ObjectNode integration(Channel channel) {
    int number = Channel.ALL.indexOf(channel);
    String phoneId = "1030000000000%02d".formatted(number);
    ObjectNode row = Json.object().put("id", channel.id()).put("target_channel", channel.target());
    row.put(
        "webhook",
        channel.target().equals("wa_cloud") ? phoneId : dice.uuid("webhook", number).toString());
    ObjectNode settings = row.putObject("settings");
    settings.put("account_name", channel.account());
    switch (channel.target()) {
      case "wa_cloud" -> {
        settings.put("phone_number_id", phoneId).put("phone_number", channel.phone());
        settings.put("pin", "ENC[" + dice.uuid("pin", number) + "]");
      }
      case "wa" ->
          settings
              .put("server_wa_id", phoneId)
              .put("authorization", "Basic " + dice.uuid("wa-auth", number))
              .put("domain_server", "https://wa.contoh.example");
      case "email" ->
          settings.put("smtp_password", "rahasia-" + number).put("username", channel.account());
      default -> settings.put("access_token", "EAAB" + dice.uuid("token", number));
    }
    row.put("organization_id", Organization.ID);
    row.put(
        "created_at",
        Times.chat(Times.FROZEN.minus(Duration.ofDays(120 + 30L * number)).plusMillis(130)));
    return row.put("is_active", channel.active());
  }
}
