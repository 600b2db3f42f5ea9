package dev.pindah.journey.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.transform.TransformSettings.WithoutEmail;
import dev.pindah.journey.transform.World.Setting;
import dev.pindah.model.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of records, file by file: {@code given} holds raw records as the source sends them,
 * {@code expected} what shall stand on the target. Run with {@code -Dgolden.write=true} to write
 * the expectations anew, and read the difference before it is committed.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/pindah/journey/transform");

  @TempDir static Path folder;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("given"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void recordsBecomeWhatIsExpected(String name) throws IOException {
    JsonNode given = JSON.readTree(Files.readString(FOLDER.resolve("given/" + name + ".json")));
    Setting setting =
        new Setting(
            given.path("helpdesk").asBoolean(false),
            WithoutEmail.valueOf(
                given.path("withoutEmail").asString("hold").toUpperCase(Locale.ROOT)),
            given.path("currencies").asBoolean(true));
    String found =
        JSON.writeValueAsString(shown(World.transform(given.path("records"), setting, folder)))
            + "\n";
    Path expected = FOLDER.resolve("expected/" + name + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  private static ArrayNode shown(List<Candidate> candidates) {
    ArrayNode all = JSON.createArrayNode();
    for (Candidate candidate : candidates) {
      ObjectNode row = all.addObject();
      row.put(
          "record",
          candidate.key() + " " + candidate.step().wire() + " → " + candidate.module().wire());
      row.put("state", (candidate.state().wire() + " " + candidate.reason()).strip());
      row.set("attributes", candidate.attributes());
      ArrayNode links = row.putArray("links");
      candidate.links().forEach(link -> links.add(link.role() + " " + link.to()));
      ArrayNode cells = row.putArray("cells");
      candidate
          .cells()
          .forEach(
              cell ->
                  cells.add(
                      cell.field()
                          + (cell.target() == null ? "" : " → " + cell.target())
                          + ": "
                          + (cell.verdict().wire() + " " + cell.verdict().detail()).strip()));
    }
    return all;
  }
}
