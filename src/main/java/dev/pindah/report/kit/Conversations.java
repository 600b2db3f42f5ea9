package dev.pindah.report.kit;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archive of conversations: a page for each contact (or deal) that has some, and an index to
 * search. Read from the ledger one contact after the other, since nobody knows how many there are.
 */
final class Conversations {
  private static final int CHUNK = 500;

  /** More text than this would make the index too heavy to open; then it knows names only. */
  private static final long MOST_TEXT = 4_000_000;

  private final Ledger ledger;
  private final Folder folder;
  private final Words words;
  private final Times times;
  private final Map<String, Room> rooms = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();
  private final FileNames names = new FileNames();
  private long text;

  Conversations(Ledger ledger, Folder folder, Words words, ZoneId zone) {
    this.ledger = ledger;
    this.folder = folder;
    this.words = words;
    this.times = Times.in(zone);
  }

  /**
   * One page of the archive.
   *
   * @param said all of its text in lower case, blank once the index holds too much
   */
  private record Entry(
      String file,
      String name,
      String phone,
      String source,
      String target,
      long messages,
      String first,
      String last,
      String said) {}

  /** What is shown of a room; there may be many, so the rest is not held. */
  private record Room(
      String name,
      String number,
      String channel,
      String account,
      String status,
      List<String> tags,
      String note,
      String last,
      String said) {
    static Room of(JsonNode json) {
      return new Room(
          text(json.path("name")),
          text(json.path("account_uniq_id")),
          text(json.path("channel")),
          text(json.path("channel_account")),
          text(json.path("status")),
          json.path("tags").valueStream().map(Conversations::text).toList(),
          text(json.path("note").path("text")),
          text(json.path("last_activity_at")),
          text(json.path("last_message").path("text")));
    }
  }

  /** One message. */
  private record Message(String at, String who, String text, boolean agent) {}

  /** Answers how many conversations were written. */
  long write() throws IOException {
    each(ObjectName.ROOM, record -> rooms.put(record.key().id(), Room.of(json(record))));
    Set<RecordKey> parents = new LinkedHashSet<>();
    each(ObjectName.CHAT, record -> record.parent().ifPresent(parents::add));
    for (RecordKey parent : parents) {
      parent(parent);
    }
    index();
    return entries.size();
  }

  private void parent(RecordKey parent) throws IOException {
    List<SourceRecord> chats =
        ledger.read(tables -> tables.sourceRecords().children(parent, ObjectName.CHAT));
    List<JsonNode> open = new ArrayList<>();
    for (SourceRecord chat : chats) {
      JsonNode room = json(chat);
      String id = text(room.path("room_id"));
      // A deal repeats the rooms of its contacts.
      if (id.isEmpty() || told.add(id)) {
        open.add(room);
      }
    }
    if (!open.isEmpty()) {
      page(parent, open);
    }
  }

  private void page(RecordKey parent, List<JsonNode> chats) throws IOException {
    Optional<JsonNode> record =
        ledger.read(tables -> tables.sourceRecords().find(parent)).map(Conversations::json);
    String target =
        ledger
            .read(tables -> tables.crosswalk().find(parent))
            .map(pair -> pair.module().wire() + " " + pair.targetId())
            .orElse("");
    String name = record.map(Conversations::name).orElse(parent.id());
    String phone =
        record
            .map(
                row ->
                    text(row.path("telephone")).isEmpty()
                        ? row.path("phone")
                        : row.path("telephone"))
            .map(Conversations::text)
            .orElse("");
    KitPage page =
        new KitPage(words, name.isBlank() ? parent.id() : name, "../", false, Scripts.FILTER);
    page.html()
        .raw("<p class=\"soft\">")
        .text(phone + "\n" + parent.object().wire() + " " + parent.id())
        .text(target.isEmpty() ? "" : " → " + target)
        .raw("</p>");
    page.search();
    long count = 0;
    String first = "";
    String last = "";
    StringBuilder said = new StringBuilder();
    for (JsonNode chat : chats) {
      List<Message> messages = messages(chat);
      room(page, chat, messages);
      count += messages.size();
      for (Message message : messages) {
        said.append(message.text()).append('\n');
        first = first.isEmpty() || message.at().compareTo(first) < 0 ? message.at() : first;
        last = message.at().compareTo(last) > 0 ? message.at() : last;
      }
    }
    text += said.length();
    String file = names.of(parent.object().wire() + "-" + parent.id()) + ".html";
    folder.write("conversations/" + file, "conversation", count, page.done());
    entries.add(
        new Entry(
            file,
            name,
            phone,
            parent.object().wire() + " " + parent.id(),
            target,
            count,
            first,
            last,
            text > MOST_TEXT ? "" : said.toString().toLowerCase(Locale.ROOT)));
  }

  private void room(KitPage page, JsonNode chat, List<Message> messages) {
    String id = text(chat.path("room_id"));
    Room room = rooms.get(id);
    List<String> facts = new ArrayList<>();
    if (room != null) {
      facts.addAll(List.of(room.channel(), room.account(), room.status()));
      room.tags().forEach(tag -> facts.add("#" + tag));
      facts.removeIf(String::isEmpty);
    }
    Html html = page.html();
    html.heading(words.say("chat.room", facts.isEmpty() ? id : String.join(" · ", facts)));
    if (room != null && !room.note().isEmpty()) {
      html.paragraph(room.note());
    }
    for (Message message : messages) {
      html.raw(
              "<div data-row=\"\" class=\"message"
                  + (message.agent() ? " agent" : "")
                  + "\"><small>")
          .text(message.at() + " · " + message.who())
          .raw("</small>")
          .text(message.text())
          .raw("</div>");
    }
    if (messages.isEmpty()) {
      page.none("chat.empty");
    }
  }

  private List<Message> messages(JsonNode chat) {
    List<Message> messages = new ArrayList<>();
    for (JsonNode content : chat.path("chat_contents")) {
      messages.add(
          new Message(
              times.show(text(content.path("timestamp"))),
              text(content.path("user")),
              text(content.path("message")),
              text(content.path("type")).equals("agent")));
    }
    return messages;
  }

  private void index() throws IOException {
    KitPage page = new KitPage(words, words.say("chat.title"), "../", false, Scripts.FILTER);
    page.paragraph("chat.note");
    if (text > MOST_TEXT) {
      page.paragraph("chat.heavy");
    }
    page.search();
    Html html = page.html();
    html.raw("<table><thead><tr>");
    for (String head :
        List.of(
            "chat.name",
            "chat.phone",
            "chat.source",
            "chat.target",
            "chat.messages",
            "chat.first",
            "chat.last")) {
      html.raw("<th>").text(words.say(head)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for (Entry entry : entries) {
      html.raw("<tr data-row=\"").text(entry.said()).raw("\"><td>");
      page.link(entry.file(), entry.name().isBlank() ? entry.source() : entry.name());
      for (String cell :
          List.of(
              entry.phone(),
              entry.source(),
              entry.target(),
              words.number(entry.messages()),
              entry.first(),
              entry.last())) {
        html.raw("</td><td>").text(cell);
      }
      html.raw("</td></tr>");
    }
    html.raw("</tbody></table>");
    if (entries.isEmpty()) {
      page.none("chat.none");
    }
    silent(page);
    folder.write("conversations/index.html", "conversations", entries.size(), page.done());
  }

  /** Rooms whose messages no endpoint gives: what is known of them, so that the gap has a name. */
  private void silent(KitPage page) {
    List<List<String>> rows = new ArrayList<>();
    rooms.forEach(
        (id, room) -> {
          if (!told.contains(id)) {
            rows.add(
                List.of(
                    room.name(),
                    room.number(),
                    room.channel(),
                    room.status(),
                    times.show(room.last()),
                    room.said()));
          }
        });
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(java.util.Comparator.comparing(row -> String.join("\n", row)));
    page.heading("chat.silent").paragraph("chat.silent.note", (long) rows.size());
    page.table(
        List.of("chat.name", "chat.phone", "chat.channel", "chat.status", "chat.last", "chat.said"),
        rows,
        6,
        6);
  }

  private static String name(JsonNode row) {
    String person = (text(row.path("first_name")) + " " + text(row.path("last_name"))).strip();
    return person.isEmpty() ? text(row.path("name")) : person;
  }

  private void each(ObjectName object, Consumer<SourceRecord> consumer) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(consumer);
      after = page.getLast().key().id();
    }
  }

  private static JsonNode json(SourceRecord record) {
    return JsonMapper.shared().readTree(record.json());
  }

  private static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
  }
}
