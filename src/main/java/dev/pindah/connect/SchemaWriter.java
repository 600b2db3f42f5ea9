package dev.pindah.connect;

import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldType;
import java.util.List;

/**
 * Makes fields and choices, where the product has an endpoint for it. Each answers the API name of
 * the field as the product shows it afterwards: the name is the server's to choose.
 */
public interface SchemaWriter {
  /** Adds a custom field with its options. */
  Reply<String> addField(TargetModule module, String label, FieldType type, List<String> choices);

  /** Adds options to the custom field with the label. */
  Reply<String> addChoices(TargetModule module, String label, List<String> choices);

  /**
   * Removes a custom field for good, with what records hold in it; Ok also when it is not there.
   */
  Reply<Boolean> removeField(TargetModule module, String label);
}
