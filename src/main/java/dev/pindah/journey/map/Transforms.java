package dev.pindah.journey.map;

import dev.pindah.model.mapping.Transform;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;

/** Which rule rewrites a source field for a kind of target field. */
final class Transforms {
  private Transforms() {}

  static Transform between(FieldSchema source, FieldType target) {
    return switch (target) {
      case NUMBER, PERCENTAGE -> Transform.NUMBER;
      case MONEY -> Transform.AMOUNT;
      case DATE -> Transform.DATE;
      case DATE_TIME -> Transform.DATE_TIME;
      case DROPDOWN -> Transform.VALUE;
      case MULTI_SELECT_DROPDOWN -> Transform.VALUES;
      case CHECKBOX -> Transform.CHECKBOX;
      case URL -> Transform.URL;
      case EMAIL -> Transform.EMAIL;
      case PHONE -> Transform.PHONE;
      case TEXT, TEXTAREA, FILE, GPS, SIGNATURE, CHECKLIST, REFERENCE, SYSTEM -> ofText(source);
    };
  }

  /** Options go into a text field by their labels, not by their ids. */
  private static Transform ofText(FieldSchema source) {
    return switch (source.type()) {
      case DROPDOWN -> Transform.VALUE;
      case MULTI_SELECT_DROPDOWN -> Transform.VALUES;
      default -> Transform.TEXT;
    };
  }
}
