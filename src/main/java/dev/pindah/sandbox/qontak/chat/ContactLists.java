package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Times;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Static lists of chat contacts; they know a number and a name, no id of the CRM. */
final class ContactLists {

  static final String LISTED = "qontak.contact-lists-listed";

  private static final List<String> NAMES =
      List.of(
          "Pelanggan VIP", "Promo Lebaran", "Pameran Jakarta", "Tagihan Bulanan", "Ulang Tahun");

  private final Account account;
  private final Dice dice;
  private final Switches switches;

  ContactLists(Account account, Switches switches) {
    this.account = account;
    this.dice = account.dice();
    this.switches = switches;
  }

  static Switch listedSwitch() {
    return new Switch(LISTED, "on", "GET /contacts/contact_lists exists; off answers 404");
  }

  void addTo(Router router, String prefix) {
    String lists = prefix + "/contacts/contact_lists";
    router
        .get(lists, this::all)
        .get(lists + "/{id}", e -> ChatReplies.one(200, list(number(e.param("id")))))
        .get(lists + "/contacts/{id}", this::members);
  }

  List<ObjectNode> lists() {
    return IntStream.range(0, NAMES.size()).mapToObj(this::list).toList();
  }

  private Reply all(Exchange exchange) {
    if (!switches.on(LISTED)) {
      throw ChatReplies.notFound();
    }
    return ChatReplies.list(
        ChatPaging.page(
            exchange,
            NAMES.size(),
            list -> list((int) list),
            ChatReplies.Cursors.SECONDS,
            ChatReplies::createdAt),
        ChatReplies.Cursors.SECONDS,
        ChatReplies::createdAt);
  }

  private Reply members(Exchange exchange) {
    int list = number(exchange.param("id"));
    return ChatReplies.list(
        ChatPaging.page(
            exchange,
            size(list),
            member -> member(list, member),
            ChatReplies.Cursors.SECONDS,
            ChatReplies::createdAt),
        ChatReplies.Cursors.SECONDS,
        ChatReplies::createdAt);
  }

  private int number(String id) {
    for (int list = 0; list < NAMES.size(); list++) {
      if (id(list).equals(id)) {
        return list;
      }
    }
    throw ChatReplies.invalid("Couldn't find contact list with 'id'=" + id);
  }

  private String id(int list) {
    return dice.uuid("contact-list", list).toString();
  }

  private long size(int list) {
    return Math.min(20_000, account.conversations().rooms() / (list + 1));
  }

  private ObjectNode list(int list) {
    String at = Times.chat(Times.FROZEN.minus(Duration.ofDays(30L * (list + 1))).plusMillis(130));
    ObjectNode row = Json.object().put("id", id(list)).put("organization_id", Organization.ID);
    row.put("source_type", "spreadsheet").putNull("source_id").put("name", NAMES.get(list));
    row.put("contacts_count", size(list)).put("contacts_count_success", size(list));
    row.put("contacts_count_failed", 0).put("created_at", at).put("updated_at", at);
    row.putArray("contact_variables").add("company");
    row.put("finished_at", at).putObject("error_messages");
    return row.put("progress", "success");
  }

  /** A person who has a chat room; the last tenth of them is unknown to the CRM. */
  private ObjectNode member(int list, long member) {
    long room = Math.min(member * (list + 1), account.conversations().rooms() - 1);
    String at =
        Times.chat(Times.FROZEN.minus(Duration.ofDays(30L * (list + 1))).minusSeconds(member));
    String phone = account.conversations().phone(room);
    ObjectNode row = Json.object();
    row.put("id", dice.uuid("list-member" + list, member).toString()).put("phone_number", phone);
    row.put("full_name", account.conversations().customer(room)).put("email", "");
    row.put("username", "").put("code", "").put("created_at", at).put("updated_at", at);
    row.put("authority", "own").put("channel", "unknown").put("status", "success");
    row.putObject("error_messages");
    row.putObject("extra").put("company", "PT Contoh " + room % 9);
    row.put("account_uniq_id", phone).put("channel_integration_id", Channel.ALL.getFirst().id());
    row.putObject("avatar");
    return row.put("is_valid", member % 20 != 13)
        .put("is_blocked", member % 50 == 17)
        .putNull("contact_handler_id");
  }
}
