package dev.pindah.model.schema;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Plans of the Freshsales suite and what they allow, from the vendor's published tables: custom
 * fields per module and kind, pipelines, calls per hour.
 */
public enum Plan {
  FREE(1_000, false, 0, 0, 0, 0, 0, 0, 0, 0),
  GROWTH(1_000, false, 20, 30, 5, 5, 30, 30, 30, 150),
  PRO(2_000, true, 30, 40, 10, 10, 50, 50, 50, 250),
  ENTERPRISE(5_000, true, 70, 250, 20, 30, 70, 70, 70, 630);

  private final int callsPerHour;
  private final boolean severalPipelines;
  private final int text;
  private final int dropdown;
  private final int textarea;
  private final int multi;
  private final int number;
  private final int checkbox;
  private final int date;
  private final int total;

  Plan(
      int callsPerHour,
      boolean severalPipelines,
      int text,
      int dropdown,
      int textarea,
      int multi,
      int number,
      int checkbox,
      int date,
      int total) {
    this.callsPerHour = callsPerHour;
    this.severalPipelines = severalPipelines;
    this.text = text;
    this.dropdown = dropdown;
    this.textarea = textarea;
    this.multi = multi;
    this.number = number;
    this.checkbox = checkbox;
    this.date = date;
    this.total = total;
  }

  public int callsPerHour() {
    return callsPerHour;
  }

  /** Whether files can be stored at all. */
  public boolean storesFiles() {
    return this != FREE;
  }

  public boolean severalPipelines() {
    return severalPipelines;
  }

  /** Custom fields that a module may have in all. */
  public int customFields() {
    return total;
  }

  /** Custom fields of one kind that a module may have; kinds that share a limit share it here. */
  public int customFields(FieldType kind) {
    return switch (kind) {
      case TEXT, URL, EMAIL, PHONE -> text;
      case DROPDOWN -> dropdown;
      case TEXTAREA -> textarea;
      case MULTI_SELECT_DROPDOWN -> multi;
      case NUMBER, PERCENTAGE, MONEY -> number;
      case CHECKBOX -> checkbox;
      case DATE, DATE_TIME -> date;
      case FILE, GPS, SIGNATURE, CHECKLIST, REFERENCE, SYSTEM -> 0;
    };
  }

  /** Room for files that each user brings, in GB. */
  public int gigabytesPerUser() {
    return switch (this) {
      case FREE -> 0;
      case GROWTH -> 2;
      case PRO -> 5;
      case ENTERPRISE -> 100;
    };
  }

  /** Users that an account may have, where the plan limits them. */
  public OptionalInt mostUsers() {
    return this == FREE ? OptionalInt.of(3) : OptionalInt.empty();
  }

  /** Several currencies come with several pipelines. */
  public boolean severalCurrencies() {
    return severalPipelines;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The smallest plan with room for so many custom fields of each kind, by kind. */
  public static String smallestFor(Map<FieldType, Integer> needed) {
    for (Plan plan : values()) {
      if (needed.entrySet().stream()
          .allMatch(entry -> entry.getValue() <= plan.customFields(entry.getKey()))) {
        return plan.wire();
      }
    }
    return "none";
  }
}
