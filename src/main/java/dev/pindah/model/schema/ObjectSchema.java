package dev.pindah.model.schema;

import java.util.List;
import java.util.Optional;

/**
 * One object (source) or module (destination) of an account.
 *
 * @param name wire name of the object or module
 * @param count how many records the product says there are; -1 when it does not say
 */
public record ObjectSchema(String name, long count, List<FieldSchema> fields) {
  public ObjectSchema {
    fields = List.copyOf(fields);
  }

  public Optional<FieldSchema> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** By label, ignoring case: how a field that an admin made by hand is found again. */
  public Optional<FieldSchema> labelled(String label) {
    return fields.stream()
        .filter(field -> field.label().strip().equalsIgnoreCase(label.strip()))
        .findFirst();
  }
}
