package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rooms: listed, shown, tagged and resolved; their messages are not for this API to show. */
final class RoomEndpoints {

  private static final List<String> FILTERS =
      List.of("query", "status", "tags", "channels", "type", "user_ids", "untagged");

  private final Account account;
  private final Rooms rooms;
  private final Map<Long, Set<String>> tags = new ConcurrentHashMap<>();
  private final Set<Long> resolved = ConcurrentHashMap.newKeySet();

  RoomEndpoints(Account account) {
    this.account = account;
    this.rooms = new Rooms(account);
  }

  void addTo(Router router, String prefix) {
    String room = prefix + "/rooms/{id}";
    router
        .get(prefix + "/rooms", this::list)
        .get(prefix + "/rooms/list/expired", e -> page(e, List.of()))
        .get(prefix + "/rooms/specific/info", this::info)
        .get(room, e -> ChatReplies.one(200, changed(number(e), rooms.detail(number(e)))))
        .get(room + "/participants", e -> data(rooms.participants(number(e))))
        .get(room + "/histories", this::histories)
        .get(room + "/agents/assignable", e -> data(agents(number(e))))
        .post(room + "/tags", this::tag)
        .delete(room + "/tags", this::untag)
        .put(room + "/resolve", this::resolve)
        .put(
            room + "/mark-as-read",
            e -> ChatReplies.one(200, Json.object().put("id", rooms.id(number(e)))));
  }

  private Reply list(Exchange exchange) {
    boolean filtered =
        exchange.queryParameters().keySet().stream()
            .anyMatch(name -> FILTERS.contains(name.replace("[]", "")));
    if (!filtered) {
      return answer(
          ChatPaging.page(
              exchange,
              rooms.count(),
              room -> changed(room, rooms.row(room)),
              ChatReplies.Cursors.MILLIS,
              RoomEndpoints::activity));
    }
    return page(
        exchange,
        LongStream.range(0, rooms.count())
            .mapToObj(room -> changed(room, rooms.row(room)))
            .filter(row -> matches(exchange, row))
            .toList());
  }

  private static boolean matches(Exchange exchange, ObjectNode row) {
    String query = exchange.query("query").orElse("").toLowerCase(Locale.ROOT);
    return row.path("name").asString("").toLowerCase(Locale.ROOT).contains(query)
        && among(exchange, "status", row.path("status").asString(""))
        && among(exchange, "channels", row.path("channel").asString(""))
        && among(exchange, "type", row.path("type").asString(""))
        && among(exchange, "user_ids", row.path("agent_ids").path(0).asString(""))
        && tagged(exchange, row);
  }

  private static boolean tagged(Exchange exchange, ObjectNode row) {
    if (exchange.query("untagged").orElse("").equals("true")) {
      return row.path("tags").isEmpty();
    }
    List<String> wanted =
        exchange.queries("tags[]").isEmpty()
            ? exchange.queries("tags")
            : exchange.queries("tags[]");
    return wanted.isEmpty()
        || row.path("tags").valueStream().anyMatch(tag -> wanted.contains(tag.asString("")));
  }

  private static boolean among(Exchange exchange, String parameter, String value) {
    List<String> repeated = exchange.queries(parameter + "[]");
    List<String> wanted = repeated.isEmpty() ? exchange.queries(parameter) : repeated;
    return wanted.isEmpty()
        || wanted.stream().anyMatch(one -> List.of(one.split(",", -1)).contains(value));
  }

  /** Earlier rooms of the same customer; here nobody has any. Not messages. */
  private Reply histories(Exchange exchange) {
    number(exchange);
    return page(exchange, List.of());
  }

  private Reply info(Exchange exchange) {
    String target = exchange.query("target").orElse("");
    long count =
        switch (target) {
          case "unassigned" -> rooms.count() / 5;
          case "unread_count" -> rooms.count() / 4 * 3;
          case "unassigned_division" -> 0;
          default -> throw ChatReplies.invalid("target does not have a valid value");
        };
    return ChatReplies.one(200, Json.object().put("target", target).put("count", count));
  }

  private List<ObjectNode> agents(long room) {
    return account.users().active().stream()
        .filter(user -> user.id() != rooms.agent(room).id())
        .map(
            user -> Json.object().put("id", user.chatId().toString()).put("full_name", user.name()))
        .toList();
  }

  private Reply tag(Exchange exchange) {
    long room = number(exchange);
    String tag = exchange.json().map(body -> body.path("tag").asString("")).orElse("");
    if (tag.isBlank()) {
      throw ChatReplies.invalid("tag is missing");
    }
    tags.computeIfAbsent(room, _ -> ConcurrentHashMap.newKeySet()).add(tag);
    return ChatReplies.one(201, changed(room, rooms.row(room)));
  }

  private Reply untag(Exchange exchange) {
    long room = number(exchange);
    String tag = exchange.query("tag").orElse("");
    tags.computeIfAbsent(room, _ -> ConcurrentHashMap.newKeySet()).remove(tag);
    return ChatReplies.one(200, changed(room, rooms.row(room)));
  }

  private Reply resolve(Exchange exchange) {
    long room = number(exchange);
    resolved.add(room);
    return ChatReplies.one(200, changed(room, rooms.row(room)));
  }

  private ObjectNode changed(long room, ObjectNode row) {
    tags.getOrDefault(room, Set.of()).forEach(tag -> ((ArrayNode) row.path("tags")).add(tag));
    if (resolved.contains(room)) {
      row.put("status", "resolved");
    }
    return row;
  }

  private long number(Exchange exchange) {
    return rooms.number(exchange.param("id")).orElseThrow(ChatReplies::notFound);
  }

  private static Reply page(Exchange exchange, List<ObjectNode> all) {
    return answer(ChatPaging.page(exchange, all));
  }

  private static Reply answer(ChatReplies.Page page) {
    return ChatReplies.list(page, ChatReplies.Cursors.MILLIS, RoomEndpoints::activity);
  }

  private static Instant activity(ObjectNode row) {
    return Instant.parse(row.path("last_activity_at").asString());
  }

  private static Reply data(List<ObjectNode> rows) {
    ArrayNode data = Json.array();
    rows.forEach(data::add);
    return ChatReplies.one(200, data);
  }
}
