package dev.pindah.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every stage has its package, its command, its page and its place in the README. */
class StagesTest {
  @ParameterizedTest
  @EnumSource(Stage.class)
  void isThereInEveryPlace(Stage stage) throws IOException {
    String word = stage.wire();
    assertThat(Path.of("src/main/java/dev/pindah/journey", word, "package-info.java")).exists();
    Path page =
        Path.of(
            "docs/journey",
            "%02d-%s.md".formatted(List.of(Stage.values()).indexOf(stage) + 1, word));
    assertThat(page).exists();
    assertThat(Files.readString(page)).contains("pindah " + word);
    assertThat(Files.readString(Path.of("README.md"))).contains(page.toString());
    String command = Character.toUpperCase(word.charAt(0)) + word.substring(1) + "Command";
    assertThat(Files.readString(Path.of("src/main/java/dev/pindah/cli/Pindah.java")))
        .contains(command + ".class");
    assertThat(Files.readString(Path.of("src/main/java/dev/pindah/cli", command + ".java")))
        .contains("name = \"" + word + "\"");
  }
}
