package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Media;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.qontak.seed.Users;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The only directory of users that can be listed; it knows nobody who was deactivated. */
final class UserEndpoints {

  private final Users users;
  private final Media media;

  UserEndpoints(Users users, Media media) {
    this.users = users;
    this.media = media;
  }

  void addTo(Router router, String prefix) {
    router.get(prefix + "/users", this::list);
  }

  private Reply list(Exchange exchange) {
    String query = exchange.query("query").orElse("").toLowerCase(Locale.ROOT);
    String role = exchange.query("role").orElse("");
    List<ObjectNode> all =
        users.active().stream()
            .filter(user -> role.isEmpty() || user.role().equals(role))
            .filter(
                user ->
                    user.name().toLowerCase(Locale.ROOT).contains(query)
                        || user.email().contains(query))
            .map(this::user)
            .toList();
    ChatReplies.Page page = ChatPaging.page(exchange, all);
    if (exchange.query("is_counted").orElse("").equals("true")) {
      page = new ChatReplies.Page(page.rows(), page.offset(), page.limit(), all.size());
    }
    return ChatReplies.list(page, ChatReplies.Cursors.NONE, _ -> Instant.EPOCH);
  }

  private ObjectNode user(User user) {
    ObjectNode row = Json.object();
    row.put("id", user.chatId().toString()).put("organization_id", Organization.ID);
    row.put("company_id", Organization.COMPANY_ID).put("full_name", user.name());
    row.put("email", user.email()).put("phone", user.phone()).put("role", user.role());
    row.putObject("avatar").put("url", media.link("avatar", user.chatId(), "avatar.png"));
    row.put("assigned_count", user.id() % 9).put("is_online", user.id() % 3 == 0);
    row.putNull("robin_last_assigned_at").put("sso_id", user.ssoId().toString());
    row.putArray("divisions")
        .addObject()
        .put("id", Divisions.id(user.team()))
        .put("name", user.team());
    row.putObject("extra").put("max_ongoing_chat", 10);
    return row.put("is_introduced_smart_assist", true)
        .put("is_consent_owner", user.role().equals("admin"));
  }
}
