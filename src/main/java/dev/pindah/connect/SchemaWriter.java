package dev.pindah.connect;

import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldType;
import java.util.List;

/** Makes fields, where the product has an endpoint for it. */
public interface SchemaWriter {
  /** Adds a custom field with its options. */
  Reply<Boolean> addField(TargetModule module, String label, FieldType type, List<String> choices);

  /**
   * Removes a custom field for good, with what records hold in it; Ok also when it is not there.
   */
  Reply<Boolean> removeField(TargetModule module, String label);
}
