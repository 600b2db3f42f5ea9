package dev.pindah.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule, tried on a clock that is turned by hand. */
class AdaptiveRateTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Duration QUICK = Duration.ofMillis(80);

  private final AdaptiveRate rate = new AdaptiveRate();
  private long now = 77 * SECOND;

  /** A server that is asked as often as the rule allows, for so long; answers how often. */
  private int serve(int seconds, Duration took, boolean tooMany) {
    int calls = 0;
    long end = now + seconds * SECOND;
    while (now < end) {
      long wait = rate.ask(now);
      if (wait > 0) {
        now += wait;
        continue;
      }
      calls++;
      rate.answered(now, took, tooMany);
    }
    return calls;
  }

  @Test
  void itBeginsWithTwoASecond() {
    assertThat(serve(4, QUICK, false)).isEqualTo(8);
  }

  @Test
  void itRisesStepByStepToTenAndNoFurther() {
    double before = rate.rate();
    for (int turn = 0; turn < 40; turn++) {
      serve(5, QUICK, false);
      assertThat(rate.rate() - before).isBetween(0.0, 0.5);
      before = rate.rate();
    }
    assertThat(rate.rate()).isEqualTo(10);
    assertThat(serve(10, QUICK, false)).isBetween(99, 101);
  }

  @Test
  void aRefusalHalvesItOnceForAllCallsThatWereUnderWay() {
    serve(200, QUICK, false);
    for (int call = 0; call < 30; call++) {
      rate.answered(now, QUICK, true);
    }
    assertThat(rate.rate()).isEqualTo(5);
    serve(6, QUICK, false);
    assertThat(rate.rate()).isEqualTo(5.5);
  }

  @Test
  void slowAnswersHalveItAndWhatIsNeitherSlowNorFastLeavesItAlone() {
    serve(200, QUICK, false);
    rate.answered(now, Duration.ofMillis(2500), false);
    assertThat(rate.rate()).isEqualTo(5);
    serve(60, Duration.ofMillis(1500), false);
    assertThat(rate.rate()).isEqualTo(5);
  }

  @Test
  void itNeverFallsBelowOneCallInTwoSeconds() {
    serve(100, QUICK, true);
    assertThat(rate.rate()).isEqualTo(0.5);
  }

  /** Servers with a limit of their own between 1 and 9 calls a second. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void itSettlesNearTheLimitOfAServer(long limit) {
    SplittableRandom random = new SplittableRandom(limit);
    Deque<Long> lately = new ArrayDeque<>();
    int good = 0;
    int refused = 0;
    long end = now + 600 * SECOND;
    while (now < end) {
      long wait = rate.ask(now);
      if (wait > 0) {
        now += wait + random.nextLong(SECOND / 200);
        continue;
      }
      while (!lately.isEmpty() && now - lately.peek() >= SECOND) {
        lately.poll();
      }
      boolean tooMany = lately.size() >= limit;
      if (tooMany) {
        refused++;
      } else {
        lately.add(now);
        good++;
      }
      rate.answered(now, QUICK, tooMany);
    }
    assertThat(good / 600.0).as("calls a second").isGreaterThan(limit * 0.5);
    assertThat(refused).as("refused").isLessThan(good / 5);
  }
}
