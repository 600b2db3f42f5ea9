package dev.pindah.sandbox.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The values of all switches; may change while requests run. */
public final class Switches {

  private final Map<String, Switch> known = new ConcurrentHashMap<>();
  private final Map<String, String> values = new ConcurrentHashMap<>();

  /** Makes switches known; a product does so before it answers anything. */
  public void declare(List<Switch> switches) {
    for (Switch declared : switches) {
      known.put(declared.name(), declared);
    }
  }

  /**
   * Sets several at once.
   *
   * @throws IllegalArgumentException when one of them is not known; then none is set
   */
  public void set(Map<String, String> settings) {
    List<String> unknown =
        settings.keySet().stream().filter(key -> !known.containsKey(key)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown switches " + unknown + "; known: " + new TreeMap<>(known).keySet());
    }
    values.putAll(settings);
  }

  public String text(String name) {
    Switch declared = known.get(name);
    if (declared == null) {
      throw new IllegalArgumentException("switch " + name + " was never declared");
    }
    return values.getOrDefault(name, declared.standard());
  }

  public boolean on(String name) {
    String value = text(name);
    return value.equals("on") || value.equals("true");
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  /** A comma-joined list; empty for "". */
  public List<String> list(String name) {
    String value = text(name).strip();
    return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*"));
  }

  /** All declared switches, sorted by name. */
  public List<Switch> declared() {
    return List.copyOf(new TreeMap<>(known).values());
  }
}
