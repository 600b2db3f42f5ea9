package dev.pindah.journey.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.transform.TransformSettings.WithoutEmail;
import dev.pindah.journey.transform.World.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records of all golden cases in one pass: every kind of defect is on one list. */
class FixListTest {
  private static final Path GIVEN =
      Path.of("src/test/resources/dev/pindah/journey/transform/given");

  @TempDir Path folder;

  @Test
  void everyKindOfDefectIsListedWithWhereItPausesAndWhatToDo() throws IOException {
    Fixes fixes = new Fixes();
    try (Stream<Path> files = Files.list(GIVEN)) {
      for (Path file : files.sorted().toList()) {
        JsonNode given = JsonMapper.shared().readTree(Files.readString(file));
        World.transform(
                given.path("records"),
                new Setting(given.path("helpdesk").asBoolean(false), WithoutEmail.HOLD, true),
                folder)
            .forEach(fixes::add);
      }
    }
    List<Fix> list = fixes.list();

    assertThat(list)
        .filteredOn(Fix::pauses)
        .extracting(fix -> fix.object() + " " + fix.code())
        .contains(
            "company no-name",
            "contact boolean-not-understood",
            "contact date-not-understood",
            "contact number-not-understood",
            "contact number-too-large",
            "contact value-not-on-target",
            "deal currency-not-on-target",
            "deal no-name",
            "deal number-not-understood",
            "deal number-too-large",
            "deal required-missing",
            "deal stage-not-on-target",
            "ticket value-not-on-target");
    assertThat(list)
        .filteredOn(fix -> !fix.pauses())
        .extracting(fix -> fix.object() + " " + fix.code())
        .contains(
            "company duplicate-name",
            "contact duplicate-email",
            "contact email-invalid",
            "contact no-email",
            "list_member ambiguous",
            "note no-parent",
            "task no-due-date",
            "timeline no-parent");
    assertThat(list)
        .allSatisfy(fix -> assertThat(fix.remedy()).as(fix.code()).isNotBlank())
        .allSatisfy(fix -> assertThat(fix.examples()).as(fix.code()).isNotEmpty());
  }
}
