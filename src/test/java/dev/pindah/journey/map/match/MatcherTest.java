package dev.pindah.journey.map.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.map.match.Training.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the matcher promises, on fields of companies that its weights have not seen. */
class MatcherTest {
  @Test
  void fieldsOfAnUnseenCompanyFindTheirPartners() {
    Matcher matcher = new Matcher();
    List<Example> examples =
        LabelledFields.load().stream().map(sheet -> Example.of(sheet, matcher)).toList();
    CrmScore score = CrmScore.crossValidated(examples, mistake -> {});
    assertThat(score.fields()).isGreaterThanOrEqualTo(250);
    assertThat(score.top()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.99);
    assertThat((double) score.accepted() / score.fields()).isGreaterThanOrEqualTo(0.6);
    assertThat(score.recognised()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.brier()).isLessThanOrEqualTo(0.06);
  }
}
