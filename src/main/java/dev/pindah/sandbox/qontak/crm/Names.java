package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the name beside an id. */
final class Names {

  private final Account account;

  Names(Account account) {
    this.account = account;
  }

  /** A user keeps the name when deactivated. */
  void user(ObjectNode row, String idMember, String nameMember) {
    put(row, idMember, nameMember, id -> account.users().find(id).map(User::name));
  }

  void contact(ObjectNode row, String idMember, String nameMember) {
    put(row, idMember, nameMember, account.relations()::contactName);
  }

  void company(ObjectNode row, String idMember, String nameMember) {
    put(row, idMember, nameMember, account.relations()::companyName);
  }

  void deal(ObjectNode row, String idMember, String nameMember) {
    put(row, idMember, nameMember, account.relations()::dealName);
  }

  /**
   * Ids as an array and their names beside them; a record that is gone leaves its id without a
   * name.
   */
  static void list(
      ObjectNode row,
      String idsMember,
      String namesMember,
      List<Long> ids,
      LongFunction<Optional<String>> name) {
    ArrayNode idArray = row.putArray(idsMember);
    ArrayNode names = row.putArray(namesMember);
    for (long id : ids) {
      idArray.add(id);
      name.apply(id).ifPresent(names::add);
    }
  }

  static List<Long> ids(JsonNode array) {
    return array.isArray()
        ? array.valueStream().map(node -> node.asLong(0)).filter(id -> id > 0).toList()
        : array.isNumber() ? List.of(array.asLong()) : List.of();
  }

  /** Members whose name begins with "_" are the sandbox's own. */
  static ObjectNode withoutHidden(ObjectNode row) {
    row.propertyNames().stream().filter(name -> name.startsWith("_")).toList().forEach(row::remove);
    return row;
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }

  private static void put(
      ObjectNode row, String idMember, String nameMember, LongFunction<Optional<String>> name) {
    JsonNode id = row.path(idMember);
    row.put(nameMember, id.isNumber() ? name.apply(id.asLong()).orElse(null) : null);
  }
}
