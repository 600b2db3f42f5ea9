package dev.pindah.journey.map.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pindah.journey.map.match.Training.Example;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void fieldsThatNothingWasFittedOnFindThemToo() {
    CrmScore heldOut = apart(LabelledFields.heldOut());
    assertThat(heldOut.fields()).isGreaterThanOrEqualTo(180);
    assertThat(heldOut.top()).isGreaterThanOrEqualTo(0.95);
    assertThat(heldOut.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(heldOut.recognised()).isGreaterThanOrEqualTo(0.9);

    CrmScore unseen = apart(LabelledFields.unseen());
    assertThat(unseen.fields()).isGreaterThanOrEqualTo(50);
    assertThat(unseen.top()).isGreaterThanOrEqualTo(0.9);
    assertThat(unseen.precision()).isEqualTo(1);
  }

  /** By the committed weights. */
  private static CrmScore apart(List<LabelledFields.Sheet> sheets) {
    Matcher matcher = new Matcher();
    return CrmScore.of(
        sheets.stream().map(sheet -> Example.of(sheet, matcher)).toList(),
        matcher.weights(),
        mistake -> {});
  }

  @Test
  void theCommittedWeightsAreThoseThatTheTrainingGives() {
    Matcher matcher = new Matcher();
    Weights fitted =
        Training.weights(
            LabelledFields.load().stream().map(sheet -> Example.of(sheet, matcher)).toList());

    // Other processors round the embeddings otherwise.
    assertThat(fitted.pair()).containsExactly(matcher.weights().pair(), within(0.05));
    assertThat(fitted.choice()).containsExactly(matcher.weights().choice(), within(0.05));
  }

  @Test
  void aLabelThatNamesNothingHasNoPartner() {
    for (String label : List.of("", "-", "???", "field_12", "Custom Field 3", "Untitled")) {
      assertThat(best(label, "Name", "Phone", "Source").confidence()).as(label).isLessThan(0.5);
    }
  }

  @Test
  void writingIsReadWhateverItsForm() {
    List<String> spellings =
        List.of("N.P.W.P", "NO NPWP", "npwp_perusahaan", "*Npwp Prsh.", "Nomor Npwp (wajib diisi)");
    for (String label : spellings) {
      assertThat(best(label, "Name", "Tax ID", "Website").target()).as(label).isEqualTo("Tax ID");
    }
    assertThat(best("No. Hape 2", "Mobile", "Alternate Phone").target())
        .isEqualTo("Alternate Phone");
    assertThat(best("jml kandang", "Number of Barns", "Number of Cows").target())
        .isEqualTo("Number of Barns");
  }

  private static Matcher.Pair best(String label, String... targets) {
    return new Matcher()
        .rank(List.of(column(label)), Stream.of(targets).map(MatcherTest::column).toList())
        .getFirst();
  }

  private static Column column(String label) {
    return new Column(label, label, ValueKind.TEXT, List.of());
  }
}
