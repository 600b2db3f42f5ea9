package dev.pindah.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say the same. */
class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern KEY = Pattern.compile("^([\\w.-]+)\\s*=", Pattern.MULTILINE);

  @Test
  void haveTheSameKeysWithTheSamePlaces() {
    alike(Words.of(Language.EN), Words.of(Language.ID));
    alike(Words.ofHandoff(Language.EN), Words.ofHandoff(Language.ID));
  }

  private static void alike(Words english, Words indonesian) {
    assertThat(indonesian.keys()).containsExactlyInAnyOrderElementsOf(english.keys());
    for (String key : english.keys()) {
      assertThat(places(indonesian.say(key))).as(key).isEqualTo(places(english.say(key)));
      assertThat(indonesian.say(key)).as(key).isNotBlank();
    }
  }

  /** The last one would win, in silence. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "id"})
  void haveNoKeyTwice(String language) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String book : List.of("words", "audit")) {
      try (InputStream in =
          Objects.requireNonNull(
              Words.class.getResourceAsStream(book + "_" + language + ".properties"))) {
        KEY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .results()
            .forEach(found -> keys.add(found.group(1)));
      }
    }
    assertThat(keys).hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }

  @Test
  void writeNumbersAsTheirReadersDo() {
    assertThat(Words.of(Language.EN).amount("131066789000.5")).isEqualTo("131,066,789,000.5");
    assertThat(Words.of(Language.ID).amount("131066789000.5")).isEqualTo("131.066.789.000,5");
    assertThat(Words.of(Language.ID).number(7331)).isEqualTo("7.331");
    assertThat(Words.of(Language.EN).amount("2026-01-02")).isEqualTo("2026-01-02");
    assertThat(Words.of(Language.EN).code("rung", "unheard-of")).isEqualTo("unheard-of");
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().map(MatchResult::group).forEach(places::add);
    return places;
  }
}
