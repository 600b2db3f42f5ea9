package dev.pindah.sandbox.freshsales.fields;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Types of fields as metadata names them. */
public enum FieldType {
  TEXT,
  TEXTAREA,
  NUMBER,
  DECIMAL,
  DROPDOWN,
  MULTI_SELECT_DROPDOWN,
  RADIO,
  CHECKBOX,
  DATE,
  DATE_TIME,
  AUTO_COMPLETE,
  GROUP_FIELD;

  public String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean hasChoices() {
    return this == DROPDOWN || this == RADIO || this == MULTI_SELECT_DROPDOWN;
  }

  public static Optional<FieldType> of(String shown) {
    String wanted = shown.equals("paragraph") ? "textarea" : shown;
    return Arrays.stream(values()).filter(type -> type.shown().equals(wanted)).findFirst();
  }
}
