package dev.pindah.sandbox.qontak.seed;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One choice of a dropdown.
 *
 * @param removed no longer offered, but still on records
 */
public record Option(long id, String name, boolean removed) {

  static Option of(long id, String name) {
    return new Option(id, name, false);
  }

  static Option removed(long id, String name) {
    return new Option(id, name, true);
  }

  /** Options numbered from {@code first} on. */
  static List<Option> numbered(long first, String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> of(first + i, names[i])).toList();
  }

  public static Optional<String> name(List<Option> options, long id) {
    return options.stream().filter(option -> option.id() == id).findFirst().map(Option::name);
  }
}
