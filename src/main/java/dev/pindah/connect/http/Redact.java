package dev.pindah.connect.http;

import java.util.regex.Pattern;

/**
 * Takes personal data and secrets out of what systems say, before it reaches a log or the ledger.
 */
public final class Redact {
  private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>(),;:]+@[^\\s\"'<>(),;]+");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()-]{7,}\\d");
  private static final Pattern TOKEN =
      Pattern.compile("(?i)(token[=:]|bearer |hmac |key[=:])\\s*\\S+");
  private static final int LONGEST = 300;

  private Redact() {}

  public static String text(String text) {
    String safe = TOKEN.matcher(text).replaceAll("$1…");
    safe = EMAIL.matcher(safe).replaceAll("<e-mail>");
    safe = PHONE.matcher(safe).replaceAll("<number>");
    safe = safe.replaceAll("\\s+", " ").strip();
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
  }
}
