package dev.pindah.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What judgements put together, in Indonesian. */
class SentencesTest {
  private final Words words = Words.of(Language.ID);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,345 contacts share an e-mail | 12.345 kontak berbagi e-mail",
        "about 0.7 GB of files, 60 GB on pro | sekitar 0,7 GB file, 60 GB pada pro",
        "3 of 9 dropdown fields of deals (6 fit) | 3 dari 9 kolom dropdown pada deals (muat 6)",
        "2 of 8 custom fields of deals | 2 dari 8 kolom kustom deals",
        "one call per 100 | satu panggilan per 100",
        "currencies: $1, \\2 | mata uang: $1, \\2"
      })
  void areSaidWithTheirNumbers(String english, String indonesian) {
    assertThat(words.sentence(english)).isEqualTo(indonesian);
    assertThat(Words.of(Language.EN).sentence(english)).isEqualTo(english);
  }

  @Test
  void whatNobodyKnowsStaysAsItIs() {
    assertThat(words.sentence("Berkas Kontrak (file)")).isEqualTo("Berkas Kontrak (file)");
    String endless = "9 of ".repeat(10_000);
    assertThat(words.sentence(endless)).isEqualTo(endless);
  }
}
