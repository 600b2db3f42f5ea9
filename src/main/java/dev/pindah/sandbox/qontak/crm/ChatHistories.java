package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Conversations;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was said with a contact: documented as one room, met in the wild as an array of rooms. */
final class ChatHistories {

  static final String FORM = "qontak.chat-history-form";

  private final Account account;
  private final CrmReplies replies;
  private final Switches switches;

  ChatHistories(Account account, CrmReplies replies, Switches switches) {
    this.account = account;
    this.replies = replies;
    this.switches = switches;
  }

  static Switch formSwitch() {
    return new Switch(
        FORM, "object", "chat-history answers an object, or an array of such objects");
  }

  Reply ofContact(Exchange exchange, long contact) {
    ObjectNode room = room(contact);
    boolean array = switches.text(FORM).equals("array");
    boolean swapped = exchange.fault(Fault.SwappedShape.class).isPresent();
    return replies.one(array == swapped ? room : Json.array().add(room));
  }

  private ObjectNode room(long contact) {
    OptionalLong number = account.relations().roomOfContact(contact);
    ObjectNode room = Json.object();
    if (number.isEmpty()) {
      room.putNull("room_id").putArray("chat_contents");
      return room;
    }
    room.put("room_id", account.dice().uuid("room", number.getAsLong()).toString());
    ArrayNode contents = room.putArray("chat_contents");
    for (Conversations.Said said : account.conversations().ofRoom(number.getAsLong())) {
      contents
          .addObject()
          .put("user", said.who())
          .put("message", said.text())
          .put("timestamp", Times.chat(said.at()))
          .put("type", said.byCustomer() ? "customer" : "agent");
    }
    return room;
  }
}
