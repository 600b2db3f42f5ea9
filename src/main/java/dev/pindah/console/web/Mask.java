package dev.pindah.console.web;

/** Hides what a value says and keeps its shape, so that people still see what kind it is. */
public final class Mask {
  private static final int LONGEST = 40;

  private Mask() {}

  public static String of(String text) {
    StringBuilder masked = new StringBuilder();
    boolean begins = true;
    for (int at = 0; at < text.length() && masked.length() < LONGEST; ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      boolean letter = Character.isLetter(point);
      boolean hidden = letter || Character.isDigit(point) || !ascii(point);
      // The first letter of a word helps to find a record again and names nobody.
      masked.append(hidden && !(letter && begins) ? "•" : Character.toString(point));
      begins = !hidden;
    }
    return text.length() > LONGEST ? masked + "…" : masked.toString();
  }

  private static boolean ascii(int point) {
    return point >= ' ' && point < 127;
  }
}
