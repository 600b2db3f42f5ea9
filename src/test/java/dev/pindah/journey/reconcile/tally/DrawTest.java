package dev.pindah.journey.reconcile.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.proof.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The sample that people look at, and what it can say. */
class DrawTest {
  @Test
  void drawsFromEveryStratumAndTheSameForTheSameSeed() {
    Sample sample = draw("seed");
    assertThat(sample.drawn()).hasSizeBetween(25, 50).doesNotHaveDuplicates();
    assertThat(sample.population()).isEqualTo(1003);
    assertThat(sample.drawn())
        .extracting(Sample.Drawn::stratum)
        .contains("contact created", "contact updated", "deal created");
    assertThat(draw("seed")).isEqualTo(sample);
    assertThat(draw("another").drawn()).isNotEqualTo(sample.drawn());
  }

  /** Rule of three: without a wrong one among n, at most about 3 / n are wrong. */
  @Test
  void saysHonestlyWhatItBounds() {
    assertThat(Draw.bound(1_000_000, 30)).isCloseTo(0.095, within(0.001));
    assertThat(Draw.bound(1_000_000, 299)).isCloseTo(0.01, within(0.0001));
    assertThat(Draw.needed(1_000_000)).isEqualTo(299);
    // All of a small population must be looked at to bound one wrong record.
    assertThat(Draw.needed(20)).isEqualTo(19);
    assertThat(Draw.bound(10, 10)).isCloseTo(0.1, within(1e-9));
  }

  private static Sample draw(String seed) {
    Draw draw = new Draw(seed);
    for (int number = 0; number < 900; number++) {
      draw.add(record(ObjectName.CONTACT, number, RecordState.CREATED));
    }
    for (int number = 900; number < 903; number++) {
      draw.add(record(ObjectName.CONTACT, number, RecordState.UPDATED));
    }
    for (int number = 0; number < 100; number++) {
      draw.add(record(ObjectName.DEAL, number, RecordState.CREATED));
    }
    return draw.result();
  }

  private static Compared record(ObjectName object, int number, RecordState state) {
    RecordKey key = new RecordKey(object, Integer.toString(number));
    Candidate candidate =
        new Candidate(
            key,
            Step.RECORD,
            TargetModule.CONTACTS,
            JsonMapper.shared().createObjectNode(),
            List.of(),
            state,
            "",
            List.of());
    return new Compared(
        candidate,
        candidate.attributes(),
        Map.of(),
        Optional.of(new Pair(key, TargetModule.CONTACTS, "t" + number, true, "", "")),
        Optional.of(
            new TargetRecord(TargetModule.CONTACTS, "t" + number, "{}", Map.of(), Instant.EPOCH)),
        Set.of());
  }
}
