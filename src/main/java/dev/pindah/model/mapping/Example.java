package dev.pindah.model.mapping;

import java.util.Map;

/**
 * A test inside the mapping file, which {@code map --check} runs.
 *
 * @param given what the source field holds: its text, or the option's label
 * @param with what other fields of the record hold
 * @param expect what the target field shall get; blank for nothing
 */
public record Example(String given, Map<String, String> with, String expect) {
  public Example {
    with = Map.copyOf(with);
  }
}
