package dev.pindah.sandbox.freshsales.access;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Calls per hour by plan and 400 a minute, for all keys of the account together. */
final class Quota {
  static final String RETRY_AFTER = "freshsales.retry-after-header";

  private final SandboxClock clock;
  private final Switches switches;
  private final Window hour;
  private final Window minute = new Window(Duration.ofMinutes(1), 400);

  Quota(Plan plan, SandboxClock clock, Switches switches) {
    this.clock = clock;
    this.switches = switches;
    this.hour = new Window(Duration.ofHours(1), perHour(plan));
  }

  private static int perHour(Plan plan) {
    return switch (plan) {
      case FREE, GROWTH -> 1000;
      case PRO -> 2000;
      case ENTERPRISE -> 5000;
    };
  }

  /** Counts one call. */
  synchronized boolean admits(java.util.Optional<Fault.QuotaChange> change) {
    change.ifPresent(
        changed -> {
          changed.perHour().ifPresent(limit -> hour.limit = limit);
          changed.perMinute().ifPresent(limit -> minute.limit = limit);
        });
    Instant now = clock.instant();
    boolean hourly = hour.take(now);
    boolean minutely = minute.take(now);
    return hourly && minutely;
  }

  synchronized Reply dressed(Reply reply) {
    return reply
        .withHeader("x-ratelimit-limit", Integer.toString(hour.limit))
        .withHeader("x-ratelimit-remaining", Integer.toString(Math.max(0, hour.limit - hour.used)))
        .withHeader(
            "x-ratelimit-reset",
            Long.toString(Math.max(1, Duration.between(clock.instant(), hour.end).toSeconds())));
  }

  synchronized Reply refusal() {
    Reply reply = dressed(FreshsalesErrors.reply(429, List.of("Too many requests")));
    Instant until = minute.used > minute.limit ? minute.end : hour.end;
    return switches.on(RETRY_AFTER)
        ? reply.withHeader(
            "Retry-After",
            Long.toString(Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1)))
        : reply;
  }

  private static final class Window {
    private final Duration length;
    private int limit;
    private int used;
    private Instant end = Instant.MIN;

    Window(Duration length, int limit) {
      this.length = length;
      this.limit = limit;
    }

    boolean take(Instant now) {
      if (!now.isBefore(end)) {
        end = now.plus(length);
        used = 0;
      }
      used++;
      return used <= limit;
    }
  }
}
