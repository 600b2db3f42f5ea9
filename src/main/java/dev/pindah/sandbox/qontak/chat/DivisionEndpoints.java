package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.qontak.seed.Users;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Divisions with their people and channels. */
final class DivisionEndpoints {

  private final Users users;

  DivisionEndpoints(Users users) {
    this.users = users;
  }

  void addTo(Router router, String prefix) {
    router
        .get(prefix + "/divisions", this::list)
        .get(prefix + "/divisions/me", this::list)
        .get(prefix + "/divisions/{id}/channels", this::channels);
  }

  private Reply list(Exchange exchange) {
    List<ObjectNode> rows = all();
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

  private Reply channels(Exchange exchange) {
    ObjectNode division =
        all().stream()
            .filter(row -> row.path("id").asString().equals(exchange.param("id")))
            .findFirst()
            .orElseThrow(ChatReplies::notFound);
    return ChatReplies.one(200, division.path("channels"));
  }

  private List<ObjectNode> all() {
    List<String> teams = users.active().stream().map(User::team).distinct().toList();
    return teams.stream().map(team -> division(team, teams.indexOf(team))).toList();
  }

  private ObjectNode division(String team, int number) {
    String at = Times.chat(Times.FROZEN.minus(Duration.ofDays(300 + 10L * number)).plusMillis(250));
    ObjectNode row = Json.object();
    row.put("id", Divisions.id(team)).put("organization_id", Organization.ID).put("name", team);
    row.put("default", number == 0).put("created_at", at).put("updated_at", at);
    ArrayNode people = row.putArray("users");
    users.active().stream()
        .filter(user -> user.team().equals(team))
        .forEach(
            user ->
                people
                    .addObject()
                    .put("id", user.chatId().toString())
                    .put("full_name", user.name())
                    .put("role", user.role())
                    .put("email", user.email()));
    ArrayNode channels = row.putArray("channels");
    for (int i = number; i < Channel.ALL.size(); i += 3) {
      Channel channel = Channel.ALL.get(i);
      channels
          .addObject()
          .put("id", channel.id())
          .put("target_channel", channel.target())
          .put("channel_name", channel.account());
    }
    return row.put("is_contact_masking", number == 2);
  }
}
