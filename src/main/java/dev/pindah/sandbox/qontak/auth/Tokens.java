package dev.pindah.sandbox.qontak.auth;

import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.seed.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Bearer tokens of the legacy hosts and until when each is good, by simulated time. */
final class Tokens {

  static final Duration CRM_LIFETIME = Duration.ofHours(6);
  static final Duration CHAT_LIFETIME = Duration.ofHours(8_750);

  /** A token pair as it was handed out. */
  record Issued(String access, String refresh, Duration lifetime, Instant at) {}

  private final SandboxClock clock;
  private final Dice dice;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Issued> byAccess = new ConcurrentHashMap<>();
  private final Map<String, Issued> byRefresh = new ConcurrentHashMap<>();

  Tokens(SandboxClock clock, Dice dice) {
    this.clock = clock;
    this.dice = dice;
  }

  Issued issue(Duration lifetime) {
    long number = count.incrementAndGet();
    Issued issued =
        new Issued(token("access", number), token("refresh", number), lifetime, clock.instant());
    byAccess.put(issued.access(), issued);
    byRefresh.put(issued.refresh(), issued);
    return issued;
  }

  /** A refresh token is good once. */
  Optional<Issued> refresh(String refreshToken) {
    return Optional.ofNullable(byRefresh.remove(refreshToken)).map(old -> issue(old.lifetime()));
  }

  boolean isGood(String access) {
    Issued issued = byAccess.get(access);
    return issued != null && clock.instant().isBefore(issued.at().plus(issued.lifetime()));
  }

  private String token(String kind, long number) {
    return (dice.uuid(kind, number).toString() + dice.uuid(kind + "2", number)).replace("-", "");
  }
}
