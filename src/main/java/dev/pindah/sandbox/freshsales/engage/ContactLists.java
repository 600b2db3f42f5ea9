package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Static lists of contacts. */
public final class ContactLists {

  private static final long FIRST = 402_000_300_001L;

  /** A list and its members in the order of coming in. */
  static final class ContactList {
    private final long id;
    private final Set<Long> members = new LinkedHashSet<>();
    private String name;

    ContactList(long id, String name) {
      this.id = id;
      this.name = name;
    }

    long id() {
      return id;
    }

    Set<Long> members() {
      return members;
    }

    String name() {
      return name;
    }

    void rename(String newName) {
      name = newName;
    }

    ObjectNode shown() {
      return Json.object().put("id", id).put("name", name);
    }
  }

  private final Account account;
  private final Map<Long, ContactList> byId = new LinkedHashMap<>();

  public ContactLists(Account account) {
    this.account = account;
  }

  Collection<ContactList> all() {
    return List.copyOf(byId.values());
  }

  Optional<ContactList> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<ContactList> named(String name) {
    return byId.values().stream().filter(list -> list.name().equalsIgnoreCase(name)).findFirst();
  }

  ContactList add(String name) {
    ContactList list = new ContactList(FIRST + byId.size(), name);
    byId.put(list.id(), list);
    return list;
  }

  /** Every list with the ids of its members. */
  public StateCollection collection() {
    return new StateCollection("lists", byId::size, () -> rows().stream());
  }

  private List<ObjectNode> rows() {
    return account.locked(
        () -> {
          List<ObjectNode> rows = new ArrayList<>();
          for (ContactList list : byId.values()) {
            ObjectNode row = list.shown();
            list.members().forEach(row.putArray("contact_ids")::add);
            rows.add(row);
          }
          return rows;
        });
  }
}
