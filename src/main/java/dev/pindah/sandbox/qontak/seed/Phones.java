package dev.pindah.sandbox.qontak.seed;

import org.jspecify.annotations.Nullable;

/** Invented numbers in every shape that people type; the digits come from the contact's index. */
final class Phones {

  private Phones() {}

  /** What chat channels know a contact by: country code and number, no sign. */
  static String international(long index) {
    return "62" + mobile(index);
  }

  static @Nullable String written(long index) {
    long number = index % 100 == 64 && index >= 4 ? index - 4 : index;
    String mobile = mobile(number);
    return switch ((int) (index % 10)) {
      case 0, 4 -> "0" + mobile;
      case 1 -> "62" + mobile;
      case 2 ->
          "+62 "
              + mobile.substring(0, 3)
              + "-"
              + mobile.substring(3, 7)
              + "-"
              + mobile.substring(7);
      case 3 -> mobile;
      case 5 ->
          index % 20 == 5
              ? "021500" + "%04d".formatted(index % 10_000)
              : "(021) 500-%04d".formatted(index % 10_000);
      case 6 -> "+62" + mobile;
      case 7 ->
          "0" + mobile.substring(0, 3) + " " + mobile.substring(3, 7) + " " + mobile.substring(7);
      case 8 -> rare((int) (index % 40), mobile, index);
      default ->
          index % 30 == 9
              ? ""
              : index % 30 == 19 ? "+1 202-555-01%02d".formatted(index % 100) : "0" + mobile;
    };
  }

  private static @Nullable String rare(int kind, String mobile, long index) {
    return switch (kind) {
      case 8 -> "0" + mobile.substring(0, 3) + "****" + mobile.substring(8);
      case 18 -> null;
      case 28 -> "0" + mobile + " / 0" + mobile(index + 5_000_000);
      default -> "0" + mobile + " (WA)";
    };
  }

  private static String mobile(long index) {
    return "81200%07d".formatted(index);
  }
}
