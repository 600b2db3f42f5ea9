package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Broadcasts that were sent, with their logs; "n/a" stands where a null would. */
final class BroadcastEndpoints {

  private static final List<String> STATUSES =
      List.of("read", "delivered", "sent", "failed", "pending");

  private final Account account;
  private final TemplateEndpoints templates;
  private final ContactLists lists;

  BroadcastEndpoints(Account account, TemplateEndpoints templates, ContactLists lists) {
    this.account = account;
    this.templates = templates;
    this.lists = lists;
  }

  void addTo(Router router, String prefix) {
    router
        .get(prefix + "/broadcasts/whatsapp", this::list)
        .post(prefix + "/broadcasts/whatsapp/direct", this::direct)
        .get(prefix + "/broadcasts/{id}/whatsapp", e -> ChatReplies.one(200, broadcast(number(e))))
        .get(prefix + "/broadcasts/{id}/whatsapp/log", this::log);
  }

  private Reply list(Exchange exchange) {
    String category = exchange.query("category").orElse("");
    List<String> types = exchange.queries("execute_types[]");
    List<ObjectNode> all =
        IntStream.range(0, account.counts().broadcasts())
            .mapToObj(this::broadcast)
            .filter(
                row ->
                    category.isEmpty()
                        || row.path("message_template")
                            .path("category")
                            .asString("")
                            .equals(category))
            .filter(row -> types.isEmpty() || types.contains(row.path("execute_type").asString("")))
            .toList();
    return ChatReplies.list(
        ChatPaging.page(
            exchange,
            all.size(),
            i -> all.get((int) i),
            ChatReplies.Cursors.MILLIS,
            ChatReplies::createdAt),
        ChatReplies.Cursors.MILLIS,
        ChatReplies::createdAt);
  }

  private int number(Exchange exchange) {
    for (int i = 0; i < account.counts().broadcasts(); i++) {
      if (id(i).equals(exchange.param("id"))) {
        return i;
      }
    }
    throw ChatReplies.notFound();
  }

  private String id(int i) {
    return account.dice().uuid("broadcast", i).toString();
  }

  private int recipients(int i) {
    return 20 + account.dice().below("broadcast-size", i, 180);
  }

  private ObjectNode broadcast(int i) {
    List<ObjectNode> choices = templates.all();
    ObjectNode template = choices.get(i % choices.size());
    Channel channel = Channel.ALL.get(i % 2);
    User sender = account.dice().of("broadcast-sender", i, account.users().active());
    boolean direct = i % 4 == 3;
    ObjectNode list = lists.lists().get(i % lists.lists().size());
    String at = Times.chat(Times.FROZEN.minus(Duration.ofDays(12L * i + 1)).plusMillis(321));
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("name", "Siaran " + (i + 1)).put("organization_id", Organization.ID);
    row.put("channel_integration_id", channel.id());
    row.put("contact_list_id", direct ? null : list.path("id").asString());
    row.put("contact_id", direct ? account.dice().uuid("broadcast-contact", i).toString() : null);
    row.put("target_channel", channel.target()).put("send_at", at).put("execute_status", "done");
    row.put("execute_type", List.of("immediately", "specific", "campaign_plan").get(i % 3));
    ObjectNode parameters = row.putObject("parameters");
    parameters.putObject("header");
    parameters.putObject("body").put("1", "full_name");
    parameters.putArray("buttons");
    row.put("created_at", at);
    ObjectNode counts = row.putObject("message_status_count");
    for (int s = 0; s < STATUSES.size(); s++) {
      counts.put(STATUSES.get(s), (recipients(i) + STATUSES.size() - 1 - s) / STATUSES.size());
    }
    row.putObject("contact_extra");
    row.set("message_template", template);
    row.putNull("division_id").put("message_broadcast_error", "n/a");
    row.put("sender_name", sender.name()).put("sender_email", sender.email());
    return row.put("channel_account_name", channel.account())
        .put("channel_phone_number", channel.phone());
  }

  private Reply log(Exchange exchange) {
    int broadcast = number(exchange);
    return ChatReplies.list(
        ChatPaging.page(exchange, recipients(broadcast), member -> logged(broadcast, member)),
        ChatReplies.Cursors.NONE,
        _ -> Instant.EPOCH);
  }

  private ObjectNode logged(int broadcast, long member) {
    String status = STATUSES.get((int) (member % STATUSES.size()));
    boolean failed = status.equals("failed");
    long room = member % account.conversations().rooms();
    ObjectNode row = Json.object();
    row.put("id", account.dice().uuid("log-" + broadcast, member).toString());
    row.put("organization_id", Organization.ID).put("messages_broadcast_id", id(broadcast));
    row.put("contact_phone_number", account.conversations().phone(room));
    row.put("contact_full_name", account.conversations().customer(room)).put("status", status);
    row.put("whatsapp_message_id", failed ? "n/a" : "wamid.DEMO" + broadcast + "X" + member);
    row.put("whatsapp_error_message", failed ? "Message undeliverable" : "n/a");
    row.putObject("messages_response");
    row.putObject("messages");
    row.put("created_at", Times.chat(Times.FROZEN.minus(Duration.ofDays(12L * broadcast + 1))));
    return row.put("is_pacing", false)
        .put("channel_integration_id", Channel.ALL.get(broadcast % 2).id());
  }

  private Reply direct(Exchange exchange) {
    JsonNode body = exchange.json().orElseThrow(() -> ChatReplies.invalid("body is missing"));
    for (String member :
        List.of("to_number", "to_name", "message_template_id", "channel_integration_id")) {
      if (body.path(member).asString("").isBlank()) {
        throw ChatReplies.invalid(member + " is missing");
      }
    }
    return ChatReplies.one(201, broadcast(3));
  }
}
