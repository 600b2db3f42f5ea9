package dev.pindah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a script sees of a mistake: a code, one document, and the usage for people. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class MainTest {
  @TempDir Path folder;

  private record Said(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  private static Said run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(arguments);
      return new Said(
          code, results.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void anUnknownOptionShowsWhatWasMeantAndTheUsage() {
    Said said = run("rollback", "--dryrun");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("Unknown option: '--dryrun'", "--dry-run", "Usage: pindah");
  }

  @Test
  void anUnknownCommandShowsTheUsage() {
    Said said = run("frobnicate");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("frobnicate", "Usage: pindah", "discover");
  }

  @Test
  void aMistakeIsOneDocumentWhereverTheFormatStands() {
    for (String[] arguments :
        new String[][] {
          {"--output", "json", "status", "--frob"},
          {"status", "--frob", "--output=json"},
          {"match", "a.csv", "--output", "json"},
          {"sample", "--size", "many", "--output", "json"},
          {"gate", "pass", "automation-off", "--output", "json"},
          {"--output", "json"}
        }) {
      Said said = run(arguments);
      assertThat(said.code()).isEqualTo(2);
      assertThat(said.json().path("error").path("exit").asInt()).isEqualTo(2);
      assertThat(said.json().path("error").path("message").asString()).isNotBlank();
      assertThat(said.err()).contains("Usage: pindah");
    }
  }

  @Test
  void aFolderWithoutAMigrationSaysWhatToDo() {
    Said said = run("--workspace", folder.toString(), "--output", "json", "run");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.json().path("error").path("message").asString()).contains("pindah init");
  }

  @Test
  void aFileThatIsNoTableSaysWhatIsWrongWithIt() throws IOException {
    Path open =
        Files.writeString(folder.resolve("open.csv"), "id,name\n1,\"" + "x".repeat(20_000_000));
    Path packed = Files.writeString(folder.resolve("packed.csv.gz"), "no archive");
    Path good = Files.writeString(folder.resolve("good.csv"), "id,label\n1,x\n");
    assertThat(run("match", open.toString(), good.toString()).err())
        .contains("open.csv is no CSV", "a quote is open or a cell is endless");
    assertThat(run("match", good.toString(), packed.toString()).err())
        .contains("packed.csv.gz cannot be read", "damaged");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : new picocli.CommandLine(new Pindah()).getSubcommands().keySet()) {
      Said said = run(command, "--help");
      assertThat(said.code()).as(command).isZero();
      assertThat(said.out()).contains("Usage: pindah " + command, "Exit codes: 0 done");
    }
  }
}
