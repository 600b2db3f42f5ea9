package dev.pindah.journey.map.match;

import static org.assertj.core.api.Assertions.assertThat;

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
    Matcher matcher = new Matcher();
    CrmScore score =
        CrmScore.of(
            LabelledFields.heldOut().stream().map(sheet -> Example.of(sheet, matcher)).toList(),
            matcher.weights(),
            mistake -> {});

    assertThat(score.fields()).isGreaterThanOrEqualTo(180);
    assertThat(score.top()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.recognised()).isGreaterThanOrEqualTo(0.9);
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
