package dev.pindah.sandbox.freshsales.records;

import java.util.regex.Pattern;

/** What the account keeps of a phone number: any text with digits, up to 30 characters. */
final class Phones {

  private static final int LONGEST = 30;
  private static final Pattern DIGITS = Pattern.compile(".*\\d.*\\d.*\\d.*");

  private Phones() {}

  static boolean isKept(String text) {
    return text.length() <= LONGEST && DIGITS.matcher(text).matches();
  }

  /** Takes a number over; a bad one becomes null without a word. */
  static void take(Draft draft, String name) {
    if (draft.gives(name)) {
      String text = draft.given(name).asString("");
      if (isKept(text)) {
        draft.row().put(name, text);
      } else {
        draft.row().putNull(name);
      }
    }
  }
}
