package dev.pindah.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.http.Budget.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private final Tempo tempo = new Tempo(10_000);

  private Duration turn(Budget budget) {
    long before = tempo.currentTimeNanos();
    budget.take(1);
    return Duration.ofNanos(tempo.currentTimeNanos() - before);
  }

  private Budget hourly(double share) {
    return Budget.of(List.of(new Limit(1000, Duration.ofHours(1))), share, tempo);
  }

  @Test
  void theCustomersShareOfTheHourIsLeftAlone() {
    Budget budget = hourly(0.9);
    budget.learn(1000, 101, Optional.of(Duration.ofMinutes(10)));
    assertThat(turn(budget)).isLessThan(Duration.ofMinutes(9));
    budget.learn(1000, 100, Optional.of(Duration.ofMinutes(10)));
    assertThat(turn(budget)).isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void aResetThatNoHourHasIsNotWaitedFor() {
    Budget budget = hourly(0.9);
    budget.learn(1000, 0, Optional.of(Duration.ofDays(3)));
    assertThat(turn(budget)).isLessThan(Duration.ofHours(1));
    budget.learn(400, 0, Optional.of(Duration.ofMinutes(50)));
    assertThat(turn(budget)).isLessThan(Duration.ofMinutes(40));
  }

  @Test
  void whatWaitedWhileNobodyCallsGoesInTurnAfterwards() {
    Tempo tempo = new Tempo(600);
    Budget budget = Budget.of(List.of(new Limit(6, Duration.ofMinutes(1))), 1, tempo);
    budget.take(1);
    long before = tempo.currentTimeNanos();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 8; caller++) {
        callers.execute(() -> budget.take(1));
      }
      tempo.of(Duration.ofSeconds(5));
      budget.hold(Duration.ofMinutes(1));
    }
    assertThat(Duration.ofNanos(tempo.currentTimeNanos() - before))
        .isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void aLimitThatARefusalTellsIsKept() {
    ShortLimit limit = new ShortLimit();
    assertThat(limit.exceeded(0, OptionalLong.of(40))).hasValue(40);
    assertThat(limit.exceeded(SECOND, OptionalLong.of(40))).isEmpty();
    assertThat(limit.exceeded(SECOND, OptionalLong.of(1000))).isEmpty();
  }

  @Test
  void theTimeThatCallsTakeFollowsTheLimitThatIsKept() {
    Budget budget =
        Budget.of(
            List.of(new Limit(5000, Duration.ofHours(1)), new Limit(400, Duration.ofMinutes(1))),
            1,
            tempo);
    assertThat(budget.timeFor(5016)).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    budget.exceeded(OptionalLong.of(40));
    assertThat(budget.timeFor(2400)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(60));
  }

  @Test
  void aLimitThatNobodyTellsIsWhatWasTakenWithinTheMinute() {
    ShortLimit limit = new ShortLimit();
    send(limit, 6, 0);
    assertThat(limit.exceeded(6 * SECOND, OptionalLong.empty())).isEmpty();
    send(limit, 31, 100);
    assertThat(limit.exceeded(130 * SECOND, OptionalLong.empty())).hasValue(30);
  }

  @Test
  void callsBesideTheRefusedOneCountUntilTheyAreRefusedThemselves() {
    ShortLimit limit = new ShortLimit();
    send(limit, 40, 0);
    assertThat(limit.exceeded(41 * SECOND, OptionalLong.empty())).hasValue(39);
    assertThat(limit.exceeded(41 * SECOND, OptionalLong.empty())).hasValue(38);
    send(limit, 20, 42);
    assertThat(limit.exceeded(55 * SECOND, OptionalLong.empty())).isEmpty();
  }

  @Test
  void aLimitThatIsKeptInVainIsGivenUpForAWhile() {
    ShortLimit limit = new ShortLimit();
    assertThat(refusedAfter20(limit, 0)).hasValue(20);
    assertThat(refusedAfter20(limit, 100)).isEmpty();
    assertThat(refusedAfter20(limit, 200)).isEmpty();
    assertThat(refusedAfter20(limit, 300)).isEmpty();
    assertThat(refusedAfter20(limit, 400)).hasValue(1000);
    assertThat(refusedAfter20(limit, 500)).isEmpty();
    assertThat(refusedAfter20(limit, Duration.ofHours(3).toSeconds())).hasValue(20);
  }

  /** Two calls that were under way together are refused. */
  private static OptionalLong refusedAfter20(ShortLimit limit, long second) {
    send(limit, 21, second);
    OptionalLong changed = limit.exceeded((second + 21) * SECOND, OptionalLong.empty());
    assertThat(limit.exceeded((second + 21) * SECOND, OptionalLong.empty())).isEmpty();
    return changed;
  }

  private static void send(ShortLimit limit, int calls, long second) {
    for (int call = 0; call < calls; call++) {
      limit.sent((second + call) * SECOND);
    }
  }

  @Test
  void afterALongWhileALittleMoreIsTried() {
    ShortLimit limit = new ShortLimit();
    limit.exceeded(0, OptionalLong.of(40));
    assertThat(limit.sent(Duration.ofMinutes(119).toNanos())).isEmpty();
    assertThat(limit.sent(Duration.ofMinutes(121).toNanos())).hasValue(44);
    assertThat(limit.sent(Duration.ofMinutes(122).toNanos())).isEmpty();
  }
}
