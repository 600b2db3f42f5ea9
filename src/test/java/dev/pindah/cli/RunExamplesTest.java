package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.map.Accounts;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.journey.transform.RunExamples;
import dev.pindah.journey.transform.TransformSettings;
import dev.pindah.journey.transform.TransformSettings.WithoutEmail;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Examples of a mapping file go through the rules that records go through. */
class RunExamplesTest {
  private static final Path FILE =
      Path.of("src/test/resources/dev/pindah/journey/map/golden/recipes.yaml");

  private final RunExamples examples =
      new RunExamples(
          Accounts.source(),
          Accounts.destination(),
          new TransformSettings(ZoneId.of("Asia/Jakarta"), "", WithoutEmail.HOLD, true));

  @Test
  void everyFormOfTransformDoesWhatItsExamplesSay() throws IOException {
    Mapping mapping = read(Files.readString(FILE));

    assertThat(examples.run(mapping)).isEmpty();
    assertThat(examples.run(mapping.leadRule())).isEmpty();
  }

  @Test
  void anExampleThatDoesNotHoldIsNamed() throws IOException {
    Mapping mapping =
        read(
            Files.readString(FILE)
                .replace("expect: \"88\"", "expect: \"99\"")
                .replace("city: Bogor, expect: lead", "city: Bogor, expect: contact"));

    assertThat(examples.run(mapping))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.rule().source()).isEqualTo("shio");
              assertThat(failure.got()).isEqualTo("88");
            });
    assertThat(examples.run(mapping.leadRule())).containsExactly(2);
  }

  private static Mapping read(String text) {
    return MappingReader.read(text, new Problems()).orElseThrow();
  }
}
