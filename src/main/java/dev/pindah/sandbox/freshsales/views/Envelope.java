package dev.pindah.sandbox.freshsales.views;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Commas;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wraps rows for an answer: under their root key, with side-loaded arrays at the top. */
public final class Envelope {

  private final RecordJson json;
  private final Includes includes;

  public Envelope(Account account) {
    this.json = new RecordJson(account);
    this.includes = new Includes(account);
  }

  /** One record with what the request includes. */
  public ObjectNode one(Kind kind, ObjectNode row, boolean deleted, Exchange exchange) {
    List<Include> asked = asked(kind, exchange);
    Sides sides = new Sides();
    ObjectNode shown = json.alone(kind, row, members(asked), deleted);
    sides.add(row, shown, asked);
    ObjectNode answer = Json.object();
    answer.set(kind.root(), shown);
    sides.into(answer);
    return answer;
  }

  /** A list without meta. */
  public ObjectNode list(Kind kind, List<ObjectNode> rows, boolean deleted, Exchange exchange) {
    List<Include> asked = asked(kind, exchange);
    Set<String> members = members(asked);
    Sides sides = new Sides();
    ArrayNode list = Json.array();
    for (ObjectNode row : rows) {
      ObjectNode shown = json.listed(kind, row, members, deleted);
      sides.add(row, shown, asked);
      list.add(shown);
    }
    ObjectNode answer = Json.object();
    answer.set(kind.path(), list);
    sides.into(answer);
    return answer;
  }

  private List<Include> asked(Kind kind, Exchange exchange) {
    return includes.of(kind, Commas.split(exchange.query("include").orElse("")));
  }

  private static Set<String> members(List<Include> asked) {
    Set<String> members = new HashSet<>();
    asked.forEach(include -> members.add(include.member()));
    return members;
  }

  /** Side-loaded rows, each once. */
  private static final class Sides {

    private final Map<String, Map<Long, ObjectNode>> byRoot = new LinkedHashMap<>();

    void add(ObjectNode row, ObjectNode shown, List<Include> asked) {
      for (Include include : asked) {
        Map<Long, ObjectNode> side =
            byRoot.computeIfAbsent(include.root(), _ -> new LinkedHashMap<>());
        List<ObjectNode> related = include.related().apply(row);
        related.forEach(one -> side.put(one.path("id").asLong(), one));
        if (include.member().endsWith("_ids")) {
          ArrayNode ids = shown.putArray(include.member());
          related.forEach(one -> ids.add(one.path("id").asLong()));
        }
      }
    }

    void into(ObjectNode answer) {
      byRoot.forEach(
          (root, rows) -> {
            ArrayNode list = answer.putArray(root);
            rows.values().forEach(list::add);
          });
    }
  }
}
