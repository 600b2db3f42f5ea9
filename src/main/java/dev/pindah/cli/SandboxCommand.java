package dev.pindah.cli;

import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.core.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "sandbox",
    description = {
      "Simulated Qontak, Freshsales and Freshdesk accounts on loopback ports, to rehearse against.",
      "Prints one JSON document with their URLs and keys, then serves until stopped (Ctrl-C, or POST"
          + " to /_sandbox/stop)."
    })
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "0",
      description = "port of Qontak; the others take those after it (default: free ones)")
  int port;

  @Option(
      names = "--seed",
      defaultValue = "2026",
      description = "seed of the simulated company (default: ${DEFAULT-VALUE})")
  long seed = 2026;

  @Option(
      names = "--size",
      defaultValue = "tiny",
      description = "tiny, standard or large (default: ${DEFAULT-VALUE})")
  Size size = Size.TINY;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "how much faster than real the simulated clock runs (default: 1)")
  double speed = 1;

  @Option(
      names = "--plan",
      defaultValue = "growth",
      description = "plan of the target: free, growth, pro, enterprise (default: growth)")
  Plan plan = Plan.GROWTH;

  @Option(names = "--faults", paramLabel = "FILE", description = "fault plan, YAML or JSON")
  @Nullable Path faults;

  @Option(
      names = "--exports",
      paramLabel = "DIR",
      description = "write what an admin would download by hand (spreadsheets, chatbot flows)")
  @Nullable Path exports;

  @Option(
      names = "--switch",
      paramLabel = "NAME=VALUE",
      description = "sets a behaviour that differs between accounts; may be repeated")
  Map<String, String> switches = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    SandboxOptions options =
        new SandboxOptions(port, seed, size, speed, plan, plan(faults), switches);
    try (Sandbox sandbox = Sandbox.start(options)) {
      if (exports != null) {
        Files.createDirectories(exports);
        sandbox.writeExports(exports);
      }
      System.out.println(sandbox.describe());
      sandbox.awaitStop();
      return ExitCode.DONE;
    } catch (IOException taken) {
      throw new UsageException(
          "the sandbox cannot listen on port "
              + port
              + " or write its files: "
              + taken.getMessage()
              + "; choose another --port or --exports",
          taken);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static String plan(@Nullable Path file) {
    if (file == null) {
      return "";
    }
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UsageException(file + " cannot be read", unreadable);
    }
  }
}
