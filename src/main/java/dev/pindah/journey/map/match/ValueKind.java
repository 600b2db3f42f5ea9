package dev.pindah.journey.map.match;

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

  /** 1 when values of one kind fit the other, 0 when they cannot, between when nobody knows. */
  double fits(ValueKind other) {
    if (this == UNKNOWN || other == UNKNOWN) {
      return 0.5;
    }
    if (this == other) {
      return 1;
    }
    boolean texts = loose() && other.loose();
    return texts ? 0.7 : loose() || other.loose() ? 0.3 : 0;
  }

  private boolean loose() {
    return this == TEXT || this == CHOICE;
  }
}
