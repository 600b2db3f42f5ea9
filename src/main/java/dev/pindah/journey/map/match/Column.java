package dev.pindah.journey.map.match;

import java.util.List;

/**
 * A column of a table, or a field of an object.
 *
 * @param name what it is called in the answer
 * @param label what people call it; may be the name
 * @param kind kind of its values, when it is known
 * @param values distinct values that occur or may occur; a sample is enough
 */
public record Column(String name, String label, ValueKind kind, List<String> values) {
  /** Different values that are looked at. */
  private static final int VALUES = 300;

  public Column {
    values = List.copyOf(values);
  }

  /** A column whose kind is told by its values, row by row; blanks left out. */
  public static Column of(String name, String label, List<String> values) {
    return new Column(
        name, label, ValueKind.of(values), values.stream().distinct().limit(VALUES).toList());
  }
}
