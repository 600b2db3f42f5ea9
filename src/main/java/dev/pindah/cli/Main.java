package dev.pindah.cli;

import dev.pindah.cli.Pindah.Format;
import dev.pindah.connect.ExportReader.UnreadableExport;
import dev.pindah.connect.Halt.Stopped;
import dev.pindah.connect.RemoteException;
import dev.pindah.ledger.LedgerException;
import dev.pindah.model.WaitingForPerson;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.node.ObjectNode;

/** Starts a command and turns whatever happens into one message and an exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    Pindah root = new Pindah();
    CommandLine line = new CommandLine(root);
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, root));
    line.setParameterExceptionHandler((wrong, given) -> misused(wrong, json(root, given)));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return line.execute(arguments);
    } finally {
      root.stop.finished();
    }
  }

  /** What is wrong, what was perhaps meant, and the whole usage. */
  private static int misused(ParameterException wrong, boolean json) {
    PrintWriter err = wrong.getCommandLine().getErr();
    String message = String.valueOf(wrong.getMessage());
    err.println(message);
    UnmatchedArgumentException.printSuggestions(wrong, err);
    wrong.getCommandLine().usage(err);
    err.flush();
    if (json) {
      error(ExitCode.CONFIGURATION, message);
    }
    return ExitCode.CONFIGURATION;
  }

  /** The option may stand behind the mistake, where nobody has read it. */
  private static boolean json(Pindah root, String... arguments) {
    List<String> given = List.of(arguments);
    int option = given.lastIndexOf("--output");
    String word = option >= 0 && option + 1 < given.size() ? given.get(option + 1) : "";
    return root.output == Format.json
        || word.equalsIgnoreCase("json")
        || given.stream().anyMatch("--output=json"::equalsIgnoreCase);
  }

  private static void error(int code, String message) {
    ObjectNode json = Output.object();
    json.putObject("error").put("exit", code).put("message", message);
    Output.print(json);
  }

  private static int failed(Exception failure, Pindah root) {
    int code =
        switch (failure) {
          case UsageException usage -> ExitCode.CONFIGURATION;
          case WaitingForPerson waiting -> ExitCode.WAITING;
          case LedgerException ledger -> ExitCode.CONFIGURATION;
          case UnreadableExport file -> ExitCode.CONFIGURATION;
          case RemoteException remote ->
              switch (remote.kind()) {
                case UNREACHABLE, UNUSABLE -> ExitCode.UNREACHABLE;
                case DENIED, ABSENT, UNSUPPORTED -> ExitCode.CONFIGURATION;
              };
          case Stopped stopped -> ExitCode.STOPPED;
          default -> ExitCode.UNEXPECTED;
        };
    String message =
        code == ExitCode.UNEXPECTED
            ? CrashReport.write(failure, root.workspace)
            : String.valueOf(failure.getMessage());
    System.err.println(message);
    if (root.output == Format.json) {
      ObjectNode json = Output.object();
      ObjectNode error = json.putObject("error");
      error.put("exit", code);
      error.put("message", message);
      if (failure instanceof WaitingForPerson waiting) {
        error.put("gate", waiting.gate().id());
      }
      Output.print(json);
    }
    return code;
  }
}
