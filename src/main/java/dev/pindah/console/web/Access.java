package dev.pindah.console.web;

import dev.pindah.model.Fingerprint;
import dev.pindah.report.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens that let somebody in once, and the sessions that came of them; all in memory. */
public final class Access {
  private static final int BYTES = 32;
  private static final Duration LONGEST_IDLE = Duration.ofHours(12);
  private static final int WRONG_PASSWORDS = 5;
  private static final Duration PENALTY = Duration.ofMinutes(1);

  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> invitations = new HashMap<>();
  private final Map<String, Visitor> visitors = new HashMap<>();
  private final String password;
  private final Language language;
  private final Clock clock;
  private int wrong;
  private Instant lockedUntil = Instant.MIN;

  Access(String password, Language language, Clock clock) {
    this.password = password;
    this.language = language;
    this.clock = clock;
  }

  /**
   * A token for one person.
   *
   * @param name blank when the person shall say it
   */
  public synchronized String invite(String name) {
    String token = secret();
    invitations.put(Fingerprint.of(token), name);
    return token;
  }

  private String secret() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  synchronized boolean invited(String token) {
    return invitations.containsKey(Fingerprint.of(token));
  }

  boolean needsPassword() {
    return !password.isEmpty();
  }

  /** Whether the password is right; guessing is slowed down. */
  synchronized boolean passwordFits(String given) {
    if (!needsPassword()) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(lockedUntil)) {
      return false;
    }
    boolean fits = same(password, given);
    wrong = fits ? 0 : wrong + 1;
    if (wrong >= WRONG_PASSWORDS) {
      wrong = 0;
      lockedUntil = now.plus(PENALTY);
    }
    return fits;
  }

  /** Takes the token and answers the secret for the cookie; a token works once. */
  synchronized Optional<String> enter(String token) {
    String name = invitations.remove(Fingerprint.of(token));
    if (name == null) {
      return Optional.empty();
    }
    String secret = secret();
    visitors.put(Fingerprint.of(secret), new Visitor(secret(), name, language, clock.instant()));
    return Optional.of(secret);
  }

  synchronized Optional<Visitor> visitor(String secret) {
    Instant now = clock.instant();
    visitors.values().removeIf(visitor -> visitor.idle(now, LONGEST_IDLE));
    Optional<Visitor> known = Optional.ofNullable(visitors.get(Fingerprint.of(secret)));
    known.ifPresent(visitor -> visitor.seen(now));
    return known;
  }

  synchronized void leave(String secret) {
    visitors.remove(Fingerprint.of(secret));
  }

  /** Compares without telling by its time how much fits. */
  static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
