package dev.pindah.sandbox.freshsales.auth;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls an hour by plan and calls a minute, shared by all keys of the account. */
final class Quota {

  private static final String LIMIT = "x-ratelimit-limit";
  private static final String REMAINING = "x-ratelimit-remaining";
  private static final String RESET = "x-ratelimit-reset";

  private final Account account;
  private final Window hour = new Window(Duration.ofHours(1));
  private final Window minute = new Window(Duration.ofMinutes(1));
  private Optional<Integer> hourlyFromNowOn = Optional.empty();
  private Optional<Integer> minutelyFromNowOn = Optional.empty();

  Quota(Account account) {
    this.account = account;
  }

  /** A refusal when the quota is used up; takes a call otherwise. */
  Optional<Reply> take(Exchange exchange) {
    exchange.fault(Fault.QuotaChange.class).ifPresent(this::change);
    Instant now = account.clock().instant();
    if (!minute.take(now, perMinute())) {
      return Optional.of(refused(minute, perMinute(), now));
    }
    if (!hour.take(now, perHour())) {
      return Optional.of(refused(hour, perHour(), now));
    }
    return Optional.empty();
  }

  Reply dressed(Reply reply) {
    return reply
        .withHeader(LIMIT, String.valueOf(perHour()))
        .withHeader(REMAINING, String.valueOf(hour.left(perHour())))
        .withHeader(RESET, String.valueOf(hour.secondsLeft(account.clock().instant())));
  }

  private Reply refused(Window window, int limit, Instant now) {
    String seconds = String.valueOf(window.secondsLeft(now));
    Reply reply =
        Errors.reply(429, List.of("Too many requests"))
            .withHeader(LIMIT, String.valueOf(limit))
            .withHeader(REMAINING, "0")
            .withHeader(RESET, seconds);
    return account.behaviours().on("retry-after-header")
        ? reply.withHeader("Retry-After", seconds)
        : reply;
  }

  private void change(Fault.QuotaChange change) {
    if (change.perHour().isPresent()) {
      hourlyFromNowOn = Optional.of(change.perHour().getAsInt());
    }
    if (change.perMinute().isPresent()) {
      minutelyFromNowOn = Optional.of(change.perMinute().getAsInt());
    }
  }

  private int perMinute() {
    return minutelyFromNowOn.orElseGet(() -> account.behaviours().number("per-minute"));
  }

  private int perHour() {
    String set = account.behaviours().text("per-hour");
    return hourlyFromNowOn.orElseGet(
        () -> set.isBlank() ? ofPlan(account.plan()) : Integer.parseInt(set.strip()));
  }

  private static int ofPlan(Plan plan) {
    return switch (plan) {
      case FREE, GROWTH -> 1_000;
      case PRO -> 2_000;
      case ENTERPRISE -> 5_000;
    };
  }
}
