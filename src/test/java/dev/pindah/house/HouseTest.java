package dev.pindah.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the house, one wall per row; each is tried on the code and on a broken class. */
class HouseTest {
  private static final String PORTS = "connect";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.pindah");

  /** Stages other than the pure ones speak to the ports, never to a vendor's folder. */
  private static final List<String> SPEAKING_STAGES =
      List.of(
          "discover", "prepare", "extract", "load", "reconcile", "cutover", "rollback", "handoff");

  static Stream<Wall> walls() {
    return Stream.concat(
        Stream.of(
            Wall.of("model"),
            Wall.of("ledger", "model"),
            Wall.of("connect", "model"),
            Wall.of("journey.map", "model", "ledger"),
            Wall.of("journey.transform", "model", "ledger"),
            Wall.of("journey", "model", "ledger", PORTS),
            Wall.of("report", "model", "ledger"),
            Wall.of("sandbox"),
            Wall.of("console", "model", "ledger", "report", "journey.map", "journey.transform")),
        SPEAKING_STAGES.stream()
            .map(stage -> Wall.of("journey." + stage, "model", "ledger", PORTS)));
  }

  @ParameterizedTest
  @MethodSource("walls")
  void theCodeKeepsTheWall(Wall wall) {
    wall.rule().check(CODE);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void aBreachIsSeen(Wall wall) throws IOException {
    JavaClasses broken = Breach.into(wall.room());
    assertThatThrownBy(() -> wall.rule().check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Breach");
  }

  @Test
  void onlyTheCommandLineKnowsVendorsAndStages() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackages("dev.pindah.cli..", "dev.pindah.connect..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.pindah.connect.qontak..",
            "dev.pindah.connect.freshsales..",
            "dev.pindah.connect.http..")
        .check(CODE);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/dev/pindah"))) {
      assertThat(
              folders
                  .filter(Files::isDirectory)
                  .filter(HouseTest::holdsCode)
                  .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
          .isEmpty();
    }
  }

  private static boolean holdsCode(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
