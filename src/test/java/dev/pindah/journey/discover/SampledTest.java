package dev.pindah.journey.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.forecast.Range;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Some records speak for all of them, with a range that holds. */
class SampledTest {
  @Test
  void isExactWhenAllWereSeen() {
    Sampled sampled = new Sampled();
    sampled.add(2);
    sampled.add(0);
    assertThat(sampled.total(Range.exactly(2))).isEqualTo(Range.exactly(2));
    assertThat(new Sampled().total(Range.exactly(9))).isEqualTo(Range.ZERO);
  }

  @Test
  void theRangeHoldsInAlmostAllDraws() {
    Random random = new Random(7);
    int held = 0;
    for (int draw = 0; draw < 200; draw++) {
      Sampled sampled = new Sampled();
      double all = 0;
      for (int record = 0; record < 1_000; record++) {
        int quantity = random.nextInt(100) < 30 ? random.nextInt(8) : 0;
        all += quantity;
        if (record < 10) {
          sampled.add(quantity);
        }
      }
      Range total = sampled.total(Range.exactly(1_000));
      held += total.low() <= all && all <= total.high() ? 1 : 0;
    }
    assertThat(held).isGreaterThan(165);
  }

  @Test
  void neverSaysLessThanItSaw() {
    Sampled sampled = new Sampled();
    sampled.add(50);
    sampled.add(0);
    assertThat(sampled.total(Range.of(2, 3, 100)).low()).isGreaterThanOrEqualTo(50);
  }
}
