package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Conversations;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Chat rooms by number, latest activity first, with their last message and nothing of the rest. */
final class Rooms {

  private static final List<String> STATUSES =
      List.of("assigned", "resolved", "unassigned", "resolved", "campaign");

  private final Account account;
  private final Dice dice;
  private final Conversations conversations;

  Rooms(Account account) {
    this.account = account;
    this.dice = account.dice();
    this.conversations = account.conversations();
  }

  long count() {
    return conversations.rooms();
  }

  String id(long room) {
    return dice.uuid("room", room).toString();
  }

  /** Searches; ids of rooms are not numbers that could be computed back. */
  Optional<Long> number(String id) {
    for (long room = 0; room < count(); room++) {
      if (id(room).equals(id)) {
        return Optional.of(room);
      }
    }
    return Optional.empty();
  }

  User agent(long room) {
    return dice.of("room-agent", room, account.users().active());
  }

  Channel channel(long room) {
    return dice.percent("room-wa", room, 70)
        ? Channel.ALL.getFirst()
        : dice.of("room-channel", room, Channel.ALL);
  }

  ObjectNode row(long room) {
    Channel channel = channel(room);
    Conversations.Said last = conversations.ofRoom(room).getLast();
    Instant activity = conversations.lastActivity(room);
    String status = STATUSES.get((int) (room % STATUSES.size()));
    ObjectNode row = Json.object();
    row.put("id", id(room)).put("name", conversations.customer(room)).put("description", "");
    row.put("status", status).put("type", "Models::CustomerServiceRoom");
    var tags = row.putArray("tags");
    if (room % 3 == 1) {
      tags.add("komplain");
    }
    if (room % 8 == 2) {
      tags.add("qualified");
    }
    row.put("channel", channel.target()).put("channel_account", channel.account());
    row.put("organization_id", Organization.ID);
    row.put(
        "account_uniq_id",
        channel.isWhatsapp() ? conversations.phone(room) : channel.target() + "-" + room);
    row.put("channel_integration_id", channel.id());
    row.put("session_at", Times.chat(last.at())).put("unread_count", room % 4);
    row.put("created_at", Times.chat(conversations.opening(room)));
    row.put("last_message_at", Times.chat(last.at()));
    row.put("last_activity_at", Times.chat(activity)).put("updated_at", Times.chat(activity));
    avatar(row);
    boolean resolved = status.equals("resolved");
    row.put("resolved_at", resolved ? Times.chat(activity) : null).put("external_id", "");
    row.put("resolved_by_id", resolved ? agent(room).chatId().toString() : null);
    row.put("resolved_by_type", resolved ? "Models::User" : null);
    row.putObject("note").put("text", room % 6 == 5 ? "Pelanggan lama" : "");
    row.putObject("extra").put("is_participant_online", false);
    row.set("last_message", message(room, last));
    row.put("is_blocked", false);
    row.putArray("agent_ids").add(agent(room).chatId().toString());
    row.putArray("email_cc");
    return row.put("is_unresponded", last.byCustomer());
  }

  /** The detail has more, and its empty note is null. */
  ObjectNode detail(long room) {
    ObjectNode row = row(room);
    row.put("channel_uniq_id", channel(room).phone().replaceAll("[ -]", ""));
    row.put("is_dont_auto_resolve", false).put("is_manual_survey", false);
    if (row.path("note").path("text").asString("").isEmpty()) {
      row.putNull("note");
    }
    row.putNull("email_cc");
    ObjectNode message = (ObjectNode) row.path("last_message");
    message.put("channel", row.path("channel").asString());
    message.putObject("raw_message").put("id", message.path("external_id").asString(""));
    return row;
  }

  List<ObjectNode> participants(long room) {
    User agent = agent(room);
    return List.of(
        participant(room, 0, "Models::User", "Models::AgentParticipant", agent.name())
            .put("contact_able_id", agent.chatId().toString()),
        participant(
                room,
                1,
                "Models::Contact",
                "Models::CustomerParticipant",
                conversations.customer(room))
            .put("contact_id", dice.uuid("chat-contact", room).toString()));
  }

  private ObjectNode participant(long room, int number, String able, String type, String name) {
    ObjectNode row = Json.object();
    row.put("id", dice.uuid("participant" + number, room).toString()).put("room_id", id(room));
    row.putNull("contact_id");
    row.put("contact_able_id", dice.uuid("chat-contact", room).toString());
    row.put("contact_able_type", able).put("type", type);
    row.putObject("profile").put("name", name).putObject("avatar");
    return row;
  }

  private ObjectNode message(long room, Conversations.Said said) {
    boolean document = room % 5 == 1;
    ObjectNode row = Json.object();
    row.put("id", dice.uuid("message", room).toString())
        .put("type", document ? "document" : "text");
    row.put("room_id", id(room)).put("is_campaign", false);
    row.put(
        "sender_id",
        said.byCustomer()
            ? dice.uuid("chat-contact", room).toString()
            : agent(room).chatId().toString());
    row.put("sender_type", said.byCustomer() ? "Models::Contact" : "Models::User");
    row.put(
        "participant_id",
        dice.uuid(said.byCustomer() ? "participant1" : "participant0", room).toString());
    row.put("participant_type", said.byCustomer() ? "customer" : "agent");
    row.put("organization_id", Organization.ID);
    file(row, room, document);
    row.put("text", document ? null : said.text()).put("status", "created");
    row.put("external_id", "wamid.DEMO" + room).putNull("local_id");
    row.put("created_at", Times.chat(said.at())).put("is_edited", false);
    return row.put("review_star", 0);
  }

  private void file(ObjectNode row, long room, boolean document) {
    ObjectNode file;
    if (document) {
      var fileId = dice.uuid("message-file", room);
      row.put("file_uniq_id", fileId.toString());
      file = row.putObject("file");
      file.put("url", account.media().link("message/file", fileId, "katalog.pdf"));
      file.put("filename", "katalog.pdf").put("size", 857_266);
    } else {
      row.putNull("file_uniq_id");
      file = row.putObject("file");
      file.putNull("url").putNull("filename").put("size", 0);
    }
    for (String size : List.of("small", "medium", "large")) {
      file.putObject(size).putNull("url");
    }
  }

  private void avatar(ObjectNode row) {
    String url = account.media().link("avatar", dice.uuid("no-avatar", 0), "qi-user.png");
    ObjectNode avatar = row.putObject("avatar").put("url", url);
    avatar.putObject("large").put("url", url);
    avatar.putNull("filename").put("size", 0);
    avatar.putObject("small").put("url", url);
    avatar.putObject("medium").put("url", url);
  }
}
