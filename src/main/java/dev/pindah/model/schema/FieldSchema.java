package dev.pindah.model.schema;

import java.util.List;

/**
 * One field of one object.
 *
 * @param id the product's id of the field; blank for standard fields
 * @param name the API name; not unique in Qontak, where {@code key} tells two fields apart
 * @param required whether the product refuses a record without it
 * @param requiredToClose whether it refuses a ticket without it that is resolved or closed
 */
public record FieldSchema(
    String id,
    String name,
    String key,
    String label,
    FieldType type,
    boolean custom,
    boolean required,
    boolean requiredToClose,
    List<Choice> choices) {
  public FieldSchema {
    choices = List.copyOf(choices);
  }

  /** A field that closing asks nothing of. */
  public FieldSchema(
      String id,
      String name,
      String key,
      String label,
      FieldType type,
      boolean custom,
      boolean required,
      List<Choice> choices) {
    this(id, name, key, label, type, custom, required, false, choices);
  }
}
