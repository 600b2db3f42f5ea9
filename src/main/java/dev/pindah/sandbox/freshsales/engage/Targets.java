package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record that a note, a task and the like belong to. */
final class Targets {

  /** A record by its type and id. */
  record Target(Kind kind, long id) {
    ObjectNode shown() {
      return Json.object().put("id", id).put("type", kind.type());
    }
  }

  private final Account account;

  Targets(Account account) {
    this.account = account;
  }

  /** The record that was named by {@code targetable_type} and an id, if it is there. */
  Optional<Target> of(JsonNode given) {
    String type = given.path("targetable_type").asString("");
    JsonNode flat = given.path("targetable_id");
    JsonNode id = flat.isMissingNode() ? given.path("targetable").path("id") : flat;
    return Kind.ofType(type)
        .filter(kind -> kind != Kind.ACTIVITY)
        .flatMap(kind -> Ids.of(id).map(number -> new Target(kind, number)))
        .filter(target -> account.tables().of(target.kind()).exists(target.id()));
  }

  static boolean isNamed(JsonNode given) {
    return given.has("targetable_type") || given.has("targetable_id");
  }

  static ArrayNode targetables(Optional<Target> target) {
    ArrayNode list = Json.array();
    target.ifPresent(there -> list.add(there.shown()));
    return list;
  }

  /** The record of the path; 404 when it is not there. */
  Target ofPath(Kind kind, Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .filter(id -> account.tables().of(kind).exists(id))
        .map(id -> new Target(kind, id))
        .orElseThrow(
            () -> Errors.refusal(404, "The " + kind.root() + " you want is not in the CRM"));
  }

  /** Rows that belong to a record, latest first. */
  List<Long> ids(Table table, Target target) {
    return table.ids(Tables.OWNED, Tables.owner(target.kind().type(), target.id())).reversed();
  }

  List<ObjectNode> rows(Table table, Target target, Page page) {
    return page.of(ids(table, target)).stream().flatMap(id -> table.find(id).stream()).toList();
  }

  /** Side-loads the records that rows belong to and the users that they name. */
  void sideLoad(ObjectNode answer, Stream<ObjectNode> rows, String include) {
    List<ObjectNode> all = rows.toList();
    if (include.contains("targetable")) {
      for (Kind kind : Kind.RECORDS) {
        if (kind == Kind.LEAD && !account.isClassic()) {
          continue;
        }
        ArrayNode list = answer.putArray(kind.path());
        all.stream()
            .flatMap(row -> row.path("targetables").valueStream())
            .filter(target -> target.path("type").asString().equals(kind.type()))
            .map(target -> target.path("id").asLong())
            .distinct()
            .flatMap(id -> account.tables().of(kind).find(id).stream())
            .forEach(row -> list.add(RecordJson.partial(kind, row)));
      }
    }
    if (Stream.of("creater", "owner", "updater", "users").anyMatch(include::contains)) {
      ArrayNode users = answer.putArray("users");
      all.stream()
          .flatMap(row -> Stream.of("creater_id", "owner_id", "updater_id").map(row::path))
          .map(id -> id.asLong(0))
          .distinct()
          .flatMap(id -> account.setup().users().find(id).stream())
          .forEach(user -> users.add(user.shown()));
    }
  }
}
