package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One default pick list, whose values are written by id. */
public final class PickList {

  /** One value. */
  public record Item(long id, String name, int position) {
    public ObjectNode shown() {
      return Json.object().put("id", id).put("name", name).put("position", position);
    }
  }

  private final String name;
  private final List<Item> items = new ArrayList<>();
  private long nextId;

  PickList(String name, long firstId, List<String> values) {
    this.name = name;
    this.nextId = firstId;
    values.forEach(this::add);
  }

  /** The selector's name, which is its root key too. */
  public String name() {
    return name;
  }

  public List<Item> items() {
    return List.copyOf(items);
  }

  public Optional<Item> find(long id) {
    return items.stream().filter(item -> item.id() == id).findFirst();
  }

  /**
   * Adds a value at the end.
   *
   * @throws Unacceptable when there is one of that name
   */
  public Item add(String value) {
    if (value.isBlank() || items.stream().anyMatch(item -> item.name().equalsIgnoreCase(value))) {
      throw new Unacceptable(name + " needs a new name, not '" + value + "'");
    }
    Item item = new Item(nextId++, value, items.size() + 1);
    items.add(item);
    return item;
  }
}
