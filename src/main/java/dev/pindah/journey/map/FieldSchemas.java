package dev.pindah.journey.map;

import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.List;

/** Fields that records carry and no schema lists. */
final class FieldSchemas {
  private FieldSchemas() {}

  static FieldSchema text(String key, String label) {
    return new FieldSchema("", key, key, label, FieldType.TEXT, false, false, List.of());
  }
}
