package dev.pindah.model.schema;

import java.util.Optional;

/** Which kind of custom field of the target holds a source field. */
public final class FieldKinds {
  private FieldKinds() {}

  /** Empty for what no field can hold: files, signatures, references, system values. */
  public static Optional<FieldType> custom(FieldType source) {
    return switch (source) {
      case TEXT, URL, EMAIL, PHONE, GPS -> Optional.of(FieldType.TEXT);
      case TEXTAREA, CHECKLIST -> Optional.of(FieldType.TEXTAREA);
      case NUMBER, PERCENTAGE, MONEY -> Optional.of(FieldType.NUMBER);
      case DATE -> Optional.of(FieldType.DATE);
      case DATE_TIME -> Optional.of(FieldType.DATE_TIME);
      case DROPDOWN -> Optional.of(FieldType.DROPDOWN);
      case MULTI_SELECT_DROPDOWN -> Optional.of(FieldType.MULTI_SELECT_DROPDOWN);
      case CHECKBOX -> Optional.of(FieldType.CHECKBOX);
      case FILE, SIGNATURE, REFERENCE, SYSTEM -> Optional.empty();
    };
  }

  /** The helpdesk has neither times nor several choices in one field: these become text. */
  public static FieldType helpdesk(FieldType kind) {
    return kind == FieldType.DATE_TIME || kind == FieldType.MULTI_SELECT_DROPDOWN
        ? FieldType.TEXT
        : kind;
  }

  /** Whether a field of the helpdesk is as like one of the CRM as the helpdesk allows. */
  public static boolean twins(FieldType crm, FieldType desk) {
    return desk == crm
        || desk == helpdesk(crm)
        || (crm == FieldType.DATE_TIME && desk == FieldType.DATE);
  }
}
