package dev.pindah.door;

import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Runs {@code pindah} as a user does: a process with a folder, arguments and an exit code. */
final class Program {
  /** Companies of 20,000 contacts take their time. */
  private static final long MINUTES = Boolean.getBoolean("pindah.full") ? 60 : 5;

  private final Path folder;
  private final Map<String, String> environment;

  Program(Path folder) {
    this(folder, Map.of());
  }

  Program(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** What a finished process left behind. */
  record Result(int code, String out, String err) {
    JsonNode json() {
      return Json.parse(out);
    }
  }

  /** A running process and where its output goes. */
  record Running(Process process, Path out, Path err) {
    Result await() {
      try {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("still running after " + MINUTES + " minutes");
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    /** SIGKILL, and the end of the process. */
    void kill() {
      process.destroyForcibly();
      process.onExit().join();
    }

    /** SIGTERM, as a person or a machine that goes down asks for the end. */
    Result stop() {
      process.destroy();
      return await();
    }

    /** Waits a moment for the end; answers whether it came. */
    boolean ended(long millis) {
      try {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
  }

  Running start(String... arguments) {
    try {
      List<String> command = new ArrayList<>(Launch.command());
      command.addAll(List.of(arguments));
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile());
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Running(builder.start(), out, err);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Result run(String... arguments) {
    return start(arguments).await();
  }

  /** Runs in JSON mode and expects an exit code. */
  JsonNode json(int code, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--output", "json"));
    all.addAll(List.of(arguments));
    Result result = run(all.toArray(String[]::new));
    if (result.code() != code) {
      throw new AssertionError(
          String.join(" ", arguments)
              + " ended with "
              + result.code()
              + " instead of "
              + code
              + "\n"
              + result.out()
              + result.err());
    }
    return result.json();
  }
}
