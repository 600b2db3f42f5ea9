package dev.pindah.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {
  @Test
  void aFastClockGoesOnAlsoOnAMachineThatIsUpForLong() {
    Tempo fast = new Tempo(1_000_000);
    long before = fast.currentTimeNanos();
    fast.of(Duration.ofHours(1));
    long after = fast.currentTimeNanos();
    assertThat(after - before).isGreaterThanOrEqualTo(Duration.ofHours(1).toNanos());
    assertThat(after).isLessThan(Long.MAX_VALUE / 2);
  }
}
