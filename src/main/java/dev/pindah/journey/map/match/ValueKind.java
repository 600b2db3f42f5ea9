package dev.pindah.journey.map.match;

import dev.pindah.model.schema.FieldType;
import java.util.List;
import java.util.regex.Pattern;

/** What values look like. */
public enum ValueKind {
  EMAIL,
  PHONE,
  URL,
  DATE,
  NUMBER,
  BOOLEAN,
  /** Few different short texts. */
  CHOICE,
  TEXT,
  /** Another record or a user. */
  REFERENCE,
  UNKNOWN;

  private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern URL_FORM = Pattern.compile("(?i)(https?://|www\\.)\\S+");
  private static final Pattern PHONE_FORM = Pattern.compile("(\\+62|62|0)[\\d ()-]{7,15}");
  private static final Pattern DATE_FORM =
      Pattern.compile("(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}).*");
  private static final Pattern NUMBER_FORM = Pattern.compile("-?(Rp ?)?\\d[\\d.,]*");
  private static final Pattern BOOLEAN_FORM = Pattern.compile("(?i)true|false|yes|no|ya|tidak|y|n");
  private static final int LONG_TEXT = 60;
  private static final double MOST = 0.8;
  private static final double HALF = 0.5;
  private static final double SELDOM = 0.2;

  /** Of two columns of this kind; blank when that says nothing. */
  String shared() {
    return switch (this) {
      case EMAIL -> "both hold e-mail addresses";
      case PHONE -> "both hold phone numbers";
      case URL -> "both hold links";
      case DATE -> "both hold dates";
      case NUMBER -> "both hold numbers";
      case BOOLEAN -> "both hold yes or no";
      case CHOICE -> "both are lists to choose from";
      case REFERENCE -> "both name a record";
      case TEXT, UNKNOWN -> "";
    };
  }

  /** What most of the values are. */
  static ValueKind of(List<String> values) {
    List<String> filled = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (filled.isEmpty()) {
      return UNKNOWN;
    }
    if (most(filled, EMAIL_FORM)) {
      return EMAIL;
    }
    if (most(filled, URL_FORM)) {
      return URL;
    }
    if (most(filled, DATE_FORM)) {
      return DATE;
    }
    if (most(filled, BOOLEAN_FORM)) {
      return BOOLEAN;
    }
    if (most(filled, PHONE_FORM)) {
      return PHONE;
    }
    if (most(filled, NUMBER_FORM)) {
      return NUMBER;
    }
    boolean shortOnes = filled.stream().allMatch(value -> value.length() <= LONG_TEXT);
    return shortOnes && filled.stream().distinct().count() * 2 <= filled.size() ? CHOICE : TEXT;
  }

  private static boolean most(List<String> values, Pattern form) {
    long fit = values.stream().filter(value -> form.matcher(value).matches()).count();
    return fit >= MOST * values.size();
  }

  /** What a field of this type holds. */
  public static ValueKind of(FieldType type) {
    return switch (type) {
      case TEXT, TEXTAREA -> TEXT;
      case NUMBER, PERCENTAGE, MONEY -> NUMBER;
      case DATE, DATE_TIME -> DATE;
      case DROPDOWN, MULTI_SELECT_DROPDOWN -> CHOICE;
      case CHECKBOX -> BOOLEAN;
      case URL -> URL;
      case EMAIL -> EMAIL;
      case PHONE -> PHONE;
      case REFERENCE -> REFERENCE;
      case FILE, GPS, SIGNATURE, CHECKLIST, SYSTEM -> UNKNOWN;
    };
  }

  /** What a column said to hold any text holds by its values, else by the head of its label. */
  ValueKind narrowed(List<String> values, Head head) {
    if (this != TEXT && this != UNKNOWN) {
      return this;
    }
    ValueKind seen = of(values);
    if (seen == EMAIL || seen == PHONE || seen == URL || seen == DATE) {
      return seen;
    }
    return switch (head) {
      case PHONE -> PHONE;
      case EMAIL -> EMAIL;
      case LINK -> URL;
      case DATE -> this == UNKNOWN ? DATE : this;
      default -> this;
    };
  }

  /** 1 when values of this kind suit a column of the other, 0 when they cannot go there. */
  double fits(ValueKind other) {
    if (this == UNKNOWN || other == UNKNOWN) {
      return HALF;
    }
    if (this == other) {
      return 1;
    }
    return switch (other) {
      case TEXT -> this == BOOLEAN ? SELDOM : HALF;
      case CHOICE, REFERENCE -> loose() ? HALF : this == BOOLEAN ? SELDOM : 0;
      case BOOLEAN -> this == CHOICE ? HALF : this == TEXT ? SELDOM : 0;
      case NUMBER, DATE, EMAIL, PHONE, URL -> loose() ? SELDOM : 0;
      case UNKNOWN -> HALF;
    };
  }

  private boolean loose() {
    return this == TEXT || this == CHOICE || this == REFERENCE;
  }
}
