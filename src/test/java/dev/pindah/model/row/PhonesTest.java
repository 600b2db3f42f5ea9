package dev.pindah.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
  @ParameterizedTest
  @CsvSource({
    "0812-3456-7001, +6281234567001",
    "62812 3456 7001, +6281234567001",
    "+62 812-3456-7001, +6281234567001",
    "81234567001, +6281234567001",
    "(021) 5000 1234, +622150001234",
    "+65 6123 4567, +6561234567"
  })
  void everySpellingBecomesOneNumber(String spelling, String number) {
    assertThat(Phones.parse(spelling).map(Phones.Parsed::e164)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0812****0368", "0812xxxx036", "tidak ada", "-", "12", "", "+", "0"})
  void junkIsNoNumber(String junk) {
    assertThat(Phones.parse(junk)).isEmpty();
  }
}
