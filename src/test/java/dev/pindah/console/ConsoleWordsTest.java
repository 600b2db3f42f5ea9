package dev.pindah.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.console.web.Frame;
import dev.pindah.report.Language;
import dev.pindah.report.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything that the pages ask for. */
class ConsoleWordsTest {
  private static final Pattern SAID = Pattern.compile("say\\(\"([^\"]+)\"(?! \\+)");

  private static Properties file(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in = Frame.class.getResourceAsStream("words_" + language + ".properties")) {
      assertThat(in).isNotNull();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
    Properties english = file("en");
    Properties indonesian = file("id");
    assertThat(indonesian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(indonesian.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(text).results().forEach(hit -> found.add(hit.group()));
    return found;
  }

  @Test
  void everyWordOfATemplateIsThere() throws IOException {
    Words words = Words.of(Language.EN).and(Frame.class);
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      templates
          .filter(Files::isRegularFile)
          .forEach(
              template ->
                  SAID.matcher(text(template))
                      .results()
                      .forEach(hit -> assertThat(words.say(hit.group(1))).isNotBlank()));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
