package dev.pindah.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.http.Budget.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
  void aLimitThatARefusalTellsIsKept() {
    ShortLimit limit = new ShortLimit();
    assertThat(limit.exceeded(0, OptionalLong.of(40))).hasValue(40);
    assertThat(limit.exceeded(SECOND, OptionalLong.of(40))).isEmpty();
    assertThat(limit.exceeded(SECOND, OptionalLong.of(1000))).isEmpty();
  }

  @Test
  void aLimitThatNobodyTellsIsWhatWasTakenWithinTheMinute() {
    ShortLimit limit = new ShortLimit();
    for (int call = 0; call < 5; call++) {
      limit.taken(call * SECOND);
    }
    assertThat(limit.exceeded(6 * SECOND, OptionalLong.empty())).isEmpty();
    for (int call = 0; call < 30; call++) {
      limit.taken((100 + call) * SECOND);
    }
    assertThat(limit.exceeded(130 * SECOND, OptionalLong.empty())).hasValue(30);
  }

  @Test
  void afterALongWhileALittleMoreIsTried() {
    ShortLimit limit = new ShortLimit();
    limit.exceeded(0, OptionalLong.of(40));
    assertThat(limit.taken(Duration.ofMinutes(119).toNanos())).isEmpty();
    assertThat(limit.taken(Duration.ofMinutes(121).toNanos())).hasValue(44);
    assertThat(limit.taken(Duration.ofMinutes(122).toNanos())).isEmpty();
  }
}
