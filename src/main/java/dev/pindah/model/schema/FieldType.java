package dev.pindah.model.schema;

import java.util.Locale;

/** What a field can hold, in words that serve all three products. */
public enum FieldType {
  TEXT,
  TEXTAREA,
  NUMBER,
  PERCENTAGE,
  MONEY,
  DATE,
  DATE_TIME,
  DROPDOWN,
  MULTI_SELECT_DROPDOWN,
  CHECKBOX,
  URL,
  EMAIL,
  PHONE,
  FILE,
  GPS,
  SIGNATURE,
  CHECKLIST,
  REFERENCE,
  SYSTEM;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
