package dev.pindah.sandbox.freshsales.auth;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two keys of the simulated account and what each may do. */
final class ApiKeys {

  static final String ADMIN = "demo-freshsales-key";
  static final String READER = "demo-freshsales-read-only";

  private static final Pattern TOKEN =
      Pattern.compile("(?i)^Token\\s+token=\"?([^\"\\s]+)\"?\\s*$");

  /** What a key allows. */
  enum Grant {
    EVERYTHING,
    READING
  }

  private ApiKeys() {}

  /** The grant of an Authorization header; empty for a wrong key or none. */
  static Optional<Grant> grant(String authorization) {
    Matcher token = TOKEN.matcher(authorization);
    return switch (token.matches() ? token.group(1) : "") {
      case ADMIN -> Optional.of(Grant.EVERYTHING);
      case READER -> Optional.of(Grant.READING);
      default -> Optional.empty();
    };
  }
}
