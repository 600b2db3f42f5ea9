package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong configuration, wrong keys, nobody there: one clear message and the documented code. */
class TroubleTest {
  @TempDir Path folder;

  @Test
  void everyProblemOfTheConfigurationAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("pindah.yaml"),
        """
        migration: contoh
        time-zone: Asia/Djakarta
        source:
          qontak:
            base-url: http://api.contoh.example
            client-id: abc
            client-secret: ${NOT_SET_ANYWHERE}
            acting-usr: x
            rate: fast
        destination:
          freshsales:
            base-url: acme
            plan: gold
            budget-share: 2
        clock-factor: 10
        """);
    Program.Result result = new Program(folder).run("status");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToNormalizingNewlines(
            Files.readString(Path.of("src/test/resources/dev/pindah/door/config-problems.txt")));
    assertThat(result.out()).isEmpty();
  }

  @Test
  void wrongKeysAndSilence() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      Program wrongSecret =
          new Program(
              rehearsal.folder, Map.of("QONTAK_SECRET", "wrong", "FRESHSALES_KEY", "wrong"));
      Program.Result denied = wrongSecret.run("discover");
      assertThat(denied.code()).isEqualTo(2);
      assertThat(denied.err()).contains("does not accept the credentials (401)");
      assertThat(denied.err()).doesNotContain("wrong").doesNotContain("at dev.pindah");
    }
    URI gone;
    try (Sandbox closed = Sandbox.start(SandboxOptions.standard())) {
      gone = closed.qontak();
    }
    Files.writeString(
        folder.resolve("pindah.yaml"),
        Files.readString(folder.resolve("pindah.yaml"))
            .replaceFirst("base-url: .*", "base-url: " + gone));
    Program.Result silent =
        new Program(folder, Map.of("QONTAK_SECRET", "x", "FRESHSALES_KEY", "y")).run("discover");
    assertThat(silent.code()).isEqualTo(5);
    assertThat(silent.err()).contains("nobody listens");
  }

  @Test
  void usage() {
    Program program = new Program(folder);
    assertThat(program.run("--help").out()).contains("discover", "reconcile", "Exit codes");
    assertThat(program.run("load", "--help").code()).isZero();
    assertThat(program.run("load", "--nonsense").code()).isEqualTo(2);
    Program.Result none = program.run("status");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("pindah init");
    assertThat(program.run("init").code()).isZero();
    assertThat(program.run("init").code()).isEqualTo(2);
  }

  @Test
  void oneProcessPerWorkspace() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.faults("rules: [{fault: throttle, product: qontak, retry-after: 600}]");
      Program.Running first = rehearsal.program.start("discover");
      while (rehearsal.requests() == 0 && !first.ended(5)) {
        // it has not begun to work yet
      }
      Program.Result second = rehearsal.program.run("status");
      first.kill();
      assertThat(second.code()).as(first.await().err()).isEqualTo(2);
      assertThat(second.err()).contains("another pindah process");
    }
  }
}
