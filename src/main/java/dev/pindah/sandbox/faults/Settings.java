package dev.pindah.sandbox.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of one rule; what nobody has read in the end is an unknown key. */
final class Settings {

  private final String place;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final TreeSet<String> unread = new TreeSet<>();
  private final List<String> problems;

  Settings(String place, @Nullable Object given, List<String> problems) {
    this.place = place;
    this.problems = problems;
    if (given instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values.put(String.valueOf(key), value == null ? "" : value));
      unread.addAll(values.keySet());
    } else {
      problem("a map is needed");
    }
  }

  void problem(String what) {
    problems.add(place + ": " + what);
  }

  String text(String key, String fallback) {
    Object value = take(key);
    return value == null ? fallback : String.valueOf(value);
  }

  double number(String key, double fallback) {
    Object value = take(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Number number && number.doubleValue() >= 0) {
      return number.doubleValue();
    }
    problem(key + " must be a number of at least 0, not " + value);
    return fallback;
  }

  long count(String key) {
    return (long) number(key, 0);
  }

  OptionalInt integer(String key) {
    return values.containsKey(key) ? OptionalInt.of((int) number(key, 0)) : OptionalInt.empty();
  }

  Map<String, String> map(String key) {
    Map<String, String> read = new LinkedHashMap<>();
    if (take(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> read.put(String.valueOf(name), String.valueOf(value)));
    }
    return read;
  }

  void refuseUnread() {
    unread.forEach(key -> problem("unknown key '" + key + "'"));
  }

  private @Nullable Object take(String key) {
    unread.remove(key);
    return values.get(key);
  }
}
